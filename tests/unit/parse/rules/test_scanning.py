"""What may open and close emphasis; tests/cases/markdown/*emphasis.md have the examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_inline

COMMONMARK = MarkdownIt("commonmark", {"xhtmlOut": False}).enable("strikethrough")


def inline(text):
    settings = MarkdownSettings()
    return render_inline(text, path="", line=1, column=1, settings=settings, first_slot=0).html


@given(st.text(alphabet="ab*_~ .,\"'()!?¿¡«»“”—éßñЖλ", max_size=30))
def test_european_text_is_commonmark(text):
    """In Latin, Greek and Cyrillic letters emphasis is CommonMark's, whatever the punctuation."""
    assert inline(text) == COMMONMARK.renderInline(text)


@given(
    st.text(alphabet="中文字かなहैبن한글", min_size=1, max_size=4),
    st.text(alphabet="中文字かなहैبن한글", min_size=1, max_size=4),
    st.text(alphabet="中文字かなहैبن한글", min_size=1, max_size=4),
    st.sampled_from(["「」", "（）", "“”", "«»", '""', "《》", "()", "''"]),
    st.sampled_from(["*", "**", "***"]),
)
def test_brackets_in_bold(before, word, after, brackets, run):
    """Between letters of these scripts, quoted and bracketed words can be bold."""
    opening, closing = brackets
    html = inline(f"{before}{run}{opening}{word}{closing}{run}{after}")
    assert "*" not in html
    assert html.count("<strong>") + html.count("<em>") == (2 if run == "***" else 1)


@pytest.mark.parametrize("mark", list("。，！？：；、।॥؟،؛…—·😀%"))
def test_marks_at_the_end(mark):
    """A word with its mark can be bold before the next word."""
    assert inline(f"文**字{mark}**文") == f"文<strong>字{mark}</strong>文"


def test_limit_is_told_once(read):
    """However much lies beyond the limit, there is one Problem, at the first line of it."""
    deep = "> " * 120 + "x\n"
    (problem,) = read(f"a\n\n{deep}\n\n{deep}").problems
    assert (problem.code, problem.place.line) == ("nesting-limit", 12)


def test_limit_can_be_set(read):
    """The limit is a setting."""
    assert read("> > > x", max_nesting=3).problems != ()
    assert read("> > x", max_nesting=3).problems == ()


def test_lines_in_lists_and_quotes_are_bounded(read):
    """Each list and quote reads its lines again: how many are read so is bounded, and told once."""
    (problem,) = read("> " * 40 + "x\n" + "x\n" * 4_000).problems
    assert problem.code == "nesting-limit"
    assert "100,000 lines" in problem.message
    assert read("- x\n" * 20_000).problems == ()
