"""Texts that are HTML from end to end."""

import pytest

from site_builder.model.body import Body, MarkdownSettings
from site_builder.parse.markdown import render_markdown
from site_builder.problems import Problem

TABLES = """
<h2>A part</h2>

<table>

    <tr><td>*one*</td></tr>

</table>
<p>Words with a <a href="b.html">link</a> and
* no list.</p>
"""


def _read(text: str, **settings: bool) -> tuple[Body, tuple[Problem, ...]]:
    outcome = render_markdown(
        text, path="a.html", first_line=4, settings=MarkdownSettings(is_html=True, **settings)
    )
    assert outcome.value is not None
    return outcome.value, outcome.problems


def test_no_markdown_is_looked_for() -> None:
    """Empty lines, indents and stars are those of the author's HTML; its links are slots."""
    body, problems = _read(TABLES)
    assert problems == ()
    assert "    <tr><td>*one*</td></tr>\n\n</table>" in body.html
    assert "<li>" not in body.html
    assert "<pre" not in body.html
    assert [reference.target for reference in body.references] == ["b.html"]


def test_its_words_are_those_of_lists_and_of_search() -> None:
    """A text without a paragraph of Markdown is not without words."""
    body, _ = _read(TABLES)
    assert body.excerpt.startswith("A part *one* Words with a link")
    assert "Words with a link" in body.text
    assert body.counts.words == 10


def test_liquid_in_html_is_told_at_its_line() -> None:
    """A page that was a template would else be published with its tags, unseen by its author."""
    _, problems = _read("<ul>\n{% for post in site.posts %}\n<li>{{ post.title }}</li>\n</ul>\n")
    assert [(one.code, one.place and one.place.line) for one in problems] == [
        ("foreign-markup", 5),
        ("foreign-markup", 6),
    ]


@pytest.mark.parametrize("text", ["<p>Open", "</div>\n<p>x</p>"])
def test_html_that_is_not_whole_is_told(text: str) -> None:
    """As in any text, for the frame of the page stands around it."""
    assert {one.code for one in _read(text)[1]} <= {"unbalanced-html"}


def test_where_html_is_escaped_it_is_shown_as_typed() -> None:
    """On a site of many hands a text cannot bring its own markup by its ending."""
    body, _ = _read("<p onclick='x()'>Words</p>\n", raw_html=False)
    assert "<p onclick" not in body.html
    assert "&lt;p onclick" in body.html
