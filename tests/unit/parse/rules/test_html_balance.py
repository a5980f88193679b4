"""The author's own HTML opens what it closes, and is HTML."""

import pytest

from tests.drawing import codes


def _said(read, text: str):
    return [(problem.code, problem.place.line - 9) for problem in read(text).problems]


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\nText\n\n</div>",
        "a <b>bold</b> <br> <img src=x.png alt=x> word",
        "<p>one\n<p>two\n<ul><li>a<li>b</ul>",
        "<details><summary>s</summary>\n\ntext\n\n</details>",
        "<svg viewBox='0 0 1 1'><path d='M0 0'/><circle/></svg>",
        "<my-element>x</my-element>",
        "<!-- a > comment -->\n\n<!DOCTYPE html>\n\n<?php x ?>",
        "<script>if (a < b) { '</div>' }</script>",
        "`Vec<String>` and a < b",
    ],
)
def test_what_is_well_is_passed_in_silence(read, text: str) -> None:
    """Optional end tags, void elements, SVG and custom elements are HTML as it should be."""
    assert read(text).problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n\n</div>", [("unbalanced-html", 3)]),
        ("<div>\n\ntext", [("unbalanced-html", 1)]),
        ("x\n\n<div><span>\n\n</div>", [("unbalanced-html", 3)]),
        ("a\n\n<!-- never closed\n\nb", [("unbalanced-html", 3)]),
        ("a <a name=x> b", [("unbalanced-html", 1)]),
        ("a Vec<String> b", [("unknown-element", 1)]),
        ("<script>\nlet x", [("unbalanced-html", 1)]),
    ],
)
def test_what_a_browser_would_have_to_guess_is_told(read, text: str, told) -> None:
    """With its line, so that the frame of the page and the author's words are safe."""
    assert _said(read, text) == told


def test_html_that_is_shown_as_text_needs_no_balance(read) -> None:
    """With `raw_html: escape` nothing is HTML."""
    assert codes(read("</div> <String>", raw_html=False).problems) == []
