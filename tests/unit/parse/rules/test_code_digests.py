"""What of a code block stays the same in a translation."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.rules.code_digests import digest_of_code


@pytest.mark.parametrize(
    ("info", "one", "other"),
    [
        ("python", 'x = 1  # one\nprint("Hello")', "x = 1 # uno\nprint('¡Hola!')"),
        (
            "python title=a",
            'def f():\n    """Says it."""',
            'def f():\n    """Lo dice.\n\n    Así."""',
        ),
        ("js", "/* a\nb */ let x = `hi` // end", "let x = `hola`   // fin"),
        ("sql", "select 1 -- one", "select 1 -- uno"),
        ("yaml", "title: Two words here\nsize: 3", "title: Dos palabras\nsize: 3"),
        ("{.html}", "<p>Hello</p>", "<p>Hola</p>"),
        ("", "anything", "lo que sea"),
    ],
)
def test_words_for_people_may_change(info, one, other):
    """Comments, strings, spaces, sentences in data; all of a block that is no code for sure."""
    assert digest_of_code(one, info) == digest_of_code(other, info)


@pytest.mark.parametrize(
    ("info", "one", "other"),
    [
        ("python", "print(x)", "imprimir(x)"),
        ("sh", "git clone https://example.org/a", "git clone https://example.org/b"),
        ("yaml", "size: 3", "size: 4"),
        ("yaml", "size: 3", "tamaño: 3"),
        ("js", "a()\nb()", "a()"),
    ],
)
def test_code_may_not(info, one, other):
    """Names, values, addresses, lines."""
    assert digest_of_code(one, info) != digest_of_code(other, info)


def test_a_block_without_code_has_no_digest():
    """Text and sessions are not compared; code has sixteen digits."""
    assert digest_of_code("x", "text") == digest_of_code("$ x", "console") == ""
    assert len(digest_of_code("x", "python")) == 16


FOR_PEOPLE = re.compile(
    r'"""[\s\S]*?"""'
    r"|'''[\s\S]*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|`(?:\\.|[^`\\])*`"
    r"|/\*[\s\S]*?\*/"
    r"|<!--[\s\S]*?-->"
    r"|(?:#|(?<!:)//|--\s|;;|%\s).*"
)
"""Strings and comments, one after the other."""


@given(st.text("\"'`/*<!->#:;% \n\\ab"))
def test_strings_and_comments_of_any_language(code):
    """However they stand in each other, the first that begins is left out to its end."""
    kept = "".join(FOR_PEOPLE.sub("", code).split())
    assert digest_of_code(code, "any") == sha256(kept.encode()).hexdigest()[:16]
