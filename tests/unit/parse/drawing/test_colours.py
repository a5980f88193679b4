"""Tokens of code as HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments import format as drawn_by_pygments
from pygments.formatters.html import HtmlFormatter
from pygments.token import STANDARD_TYPES, Comment, Keyword, Name, String, Text, Token

from site_builder.parse.drawing.colours import draw_tokens
from site_builder.parse.drawing.lexing import reader

KINDS = [*STANDARD_TYPES, Token.Own, Token.Own.Inner, Name.Tag.Mine, Keyword.Type.Mine.Too, Text]


def test_a_span_for_each_run():
    """Neighbours of one class are one; what has no class has no span."""
    tokens = [(Keyword, "a"), (Keyword, "b"), (Text, " "), (Name, "c"), (Text, "\n")]
    assert draw_tokens(tokens) == '<span class="k">ab</span> <span class="n">c</span>\n'


def test_no_span_over_a_line_end():
    """Each line of a long comment has a span of its own, an empty one none."""
    html = draw_tokens([(Comment, "a\n\nb\n")])
    assert html == '<span class="c">a</span>\n\n<span class="c">b</span>\n'


def test_code_is_escaped():
    """What would be markup is shown; quotation marks are words."""
    assert draw_tokens([(String, "<&>\"'")]) == '<span class="s">&lt;&amp;&gt;"\'</span>\n'


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.text(alphabet="ab \n<&>é", max_size=5))))
def test_as_pygments_draws(tokens):
    """The bytes are those of its formatter, whatever the tokens."""
    assert draw_tokens(tokens) == drawn_by_pygments(tokens, HtmlFormatter(nowrap=True))


@pytest.mark.parametrize("language", ["python", "json", "yaml", "ruby", "c", "console"])
def test_from_code_to_html(language):
    """What is read is drawn as it was before, in whichever way it is read."""
    code = "\n$ if x: [1, 'a'] # {\"b\": null}\n\n"
    read = reader(language)
    expected = drawn_by_pygments(read(code), HtmlFormatter(nowrap=True))
    assert draw_tokens(read(code)) == expected
