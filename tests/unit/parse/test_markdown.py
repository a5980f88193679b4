"""Markdown in, HTML and facts out: the cases of tests/cases/markdown, and what holds for all."""

import re
import sys
import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.body import MarkdownSettings
from site_builder.parse.markdown import render_markdown

CASES = Path(__file__).parents[2] / "cases" / "markdown"
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n(?P<f>`{3,})markdown ?(?P<language>\S*)(?P<smart> smart_quotes)?\n"
    r"(?P<markdown>.*?)\n(?P=f)\n"
    r"(?P=f)html\n(?P<html>.*?)\n?(?P=f)$",
    re.MULTILINE | re.DOTALL,
)
SLOT = re.compile("\0(?:t:([a-z_]+)|([0-9]+):([a-z]+))\0")


def outcome_of(text, **chosen):
    return render_markdown(
        text, path="content/posts/x.md", first_line=10, settings=MarkdownSettings(**chosen)
    )


def readable(body):
    """The HTML with targets as typed in their slots, and phrases as {name}."""

    def fill(match):
        phrase, number, attribute = match.groups()
        if phrase:
            return f"{{{phrase}}}"
        return f' {attribute}="{escape(body.references[int(number)].target)}"'

    return SLOT.sub(fill, body.html)


def cases():
    for file in sorted(CASES.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == len(re.findall(r"^## .*\n\n`{3,}markdown", text, re.MULTILINE))
        for case in found:
            yield pytest.param(
                case["markdown"],
                {"language": case["language"] or "en", "smart_quotes": bool(case["smart"])},
                case["html"],
                id=f"{file.stem}: {case['name']}",
            )


@pytest.mark.parametrize(("markdown", "chosen", "html"), list(cases()))
def test_cases(markdown, chosen, html):
    """Every example in tests/cases/markdown gives the HTML beside it, without a Problem."""
    outcome = outcome_of(markdown, **chosen)
    assert readable(outcome.value).rstrip("\n") == html.rstrip("\n")
    assert outcome.problems == ()


def test_escaped_html():
    """With raw_html off, tags are text and the ``<!--more-->`` mark still works."""
    body = outcome_of("<b>x</b>\n\n<!--more-->\n\n<script>y</script>", raw_html=False).value
    assert body.html == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n<p>&lt;script&gt;y&lt;/script&gt;</p>\n"
    assert body.excerpt == "<b>x</b>"
    assert body.inline_scripts == ()


def test_inline_style():
    """A style attribute or element is noted; classes alone are not."""
    assert outcome_of('<p style="color:red">x</p>').value.uses_inline_style
    assert outcome_of("<style>p{}</style>").value.uses_inline_style
    assert not outcome_of("|a|\n|:-:|\n|b|\n\n```python\nx = 1\n```").value.uses_inline_style


def test_nesting_limit():
    """Blocks beyond the limit are a Problem with its line, never silence."""
    outcome = outcome_of("fine\n\n" + "> " * 150 + "deep")
    (problem,) = outcome.problems
    assert (problem.code, problem.place.line) == ("nesting-limit", 12)
    assert outcome_of("- " * 49 + "not yet").problems == ()


def test_growth():
    """References, abbreviations and tables that grow without end are a Problem, and are stopped."""
    many = 2_000
    for text in (
        f'[a]: /u "{"z" * 5000}"\n\n' + "[a] " * many,
        f"*[A]: {'z' * 5000}\n\n" + "A " * many,
        (f"|{'a|' * 256}\n|{'-|' * 256}\n" + "|\n" * 240 + "\n") * 2,
    ):
        outcome = outcome_of(text)
        assert [problem.code for problem in outcome.problems] == ["size-limit"]
        assert len(outcome.value.html) < 5_000_000


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " x",
        "[" * 20_000,
        "[a](" * 8_000,
        "*a_ " * 8_000,
        "".join("a" + "`" * length for length in range(1, 2000)),
        "a <![CDATA[" * 3_000,
        "<div>" * 5000,
        "![" * 5_000,
        "$a " * 8_000,
        "a@" * 20_000,
        "[a]{" * 10_000,
        "<div><a href=x>" * 5_000,
        "<div>\n" + '<a "' * 20_000,
        "*中。" * 10_000,
        "https://a.b/c " * 5_000,
        "```bash\n" + "/* " * 100_000,
        "```bash\n" + "`\\" * 100_000,
        f"# [a](b) {'x' * 500}\n\n" * 8_000,
        "|a|\n|-|\n" + f"| é {'y' * 500} |\n" * 4_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_end(text):
    """What slows other builders down ends within 5 s of processor time, without an exception."""
    before = time.process_time()
    assert outcome_of(text).value is not None
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    "text",
    [
        "lorem *ipsum* dolor `sit` amet " * 165_000,
        "[a](b) " * 400_000,
        "https://a.b/c " * 200_000,
        "*[A]: b\n\n" + "A " * 1_000_000,
        "&amp; " * 500_000,
        "a <b>x</b> " * 300_000,
        "\0" * 3_000_000,
    ],
    ids=lambda text: text[:12],
)
def test_huge_texts_end(text):
    """What is five million characters long ends within 4 s of processor time.

    Bound are the marks, which is told; the words are all there.
    """
    before = time.process_time()
    outcome = outcome_of(text)
    assert time.process_time() - before < 4
    assert {problem.code for problem in outcome.problems} <= {"too-dense", "control-character"}
    assert not any(problem.is_error for problem in outcome.problems)
    assert len(outcome.value.html) >= len(text) / 2


def test_marks():
    """Up to the bound all marks are read; beyond it they are shown as typed, and told once."""
    good = outcome_of("*a* " * 20_000)
    assert good.problems == ()
    assert good.value.html.count("<em>") == 20_000
    dense = outcome_of("*a* " * 20_000 + "\n\n" + "*b* " * 20_000 + "\n\n*c*")
    assert [problem.code for problem in dense.problems] == ["too-dense"]
    assert dense.value.html.count("<em>") == 20_001
    assert "*b* *b*" in dense.value.html


def test_stack():
    """The deepest text that is read leaves most of Python's stack free."""
    deepest = "> " * 99 + "[" * 90 + "![" * 30 + "a" + "](b)" * 30 + "]{.x}" * 90
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(700)
    try:
        assert outcome_of(deepest).value is not None
    finally:
        sys.setrecursionlimit(limit)


@settings(deadline=None, max_examples=150)
@given(
    st.text(alphabet=st.sampled_from("ab 中。*_~`[](){}!<>#-|$:&;\\\n\"'=^@\0\rि«»"), max_size=80)
)
def test_any_text(text):
    """Any text gives a Body whose slots are numbered in order, and nothing else has a NUL."""
    body = outcome_of(text).value
    numbers = [int(match[2]) for match in SLOT.finditer(body.html) if match[2]]
    assert numbers == list(range(len(body.references)))
    assert "\0" not in SLOT.sub("", body.html)
    assert len(set(body.anchors)) == len(body.anchors)
