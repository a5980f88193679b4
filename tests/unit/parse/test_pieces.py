"""A text in its outermost blocks."""

from __future__ import annotations

import pytest

from site_builder.model.body import Body, MarkdownSettings
from site_builder.parse.by_rules import render_pieces
from site_builder.parse.pieces import Piece

TEXT = """\
Before.

## A heading {#here}

* one: [a](/a/), b
* two

  with more

3. first

4. **second**

> a quote

---
Note.[^1]

[^1]: Words.
"""


def cut(text: str) -> tuple[Body, tuple[Piece, ...]]:
    """A text and its pieces; its first line is line 5 of the file."""
    outcome = render_pieces(text, path="x.md", first_line=5, settings=MarkdownSettings())
    assert outcome.value is not None
    body, pieces = outcome.value
    return body, pieces()


@pytest.mark.parametrize(
    "text", [TEXT, "", "a\n\n<div>\n\n* x\n\n</div>\n", "| a |\n|---|\n| b |\n"]
)
def test_the_pieces_are_the_whole_text(text: str) -> None:
    """Joined, they give the HTML of the body: nothing is lost between them."""
    body, pieces = cut(text)
    assert "".join(piece.html for piece in pieces) == body.html


def test_blocks_are_known_by_kind_and_line() -> None:
    """Headings, both kinds of list, and the rest."""
    _, pieces = cut(TEXT)
    kinds = [(piece.kind, piece.line) for piece in pieces[:6]]
    assert kinds == [
        ("other", 5), ("heading", 7), ("bullets", 9), ("numbers", 14), ("other", 18), ("other", 20),
    ]  # fmt: skip
    heading = pieces[1].heading
    assert heading is not None
    assert (heading.id, heading.text, heading.level) == ("here", "A heading", 2)


def test_an_item_is_its_words() -> None:
    """One paragraph comes without its tags; an item of several blocks is no plain line."""
    _, pieces = cut(TEXT)
    first, second = pieces[2].items
    assert (first.html, first.text, first.line) == (
        "one: <a\x000:href\x00>a</a>, b",
        "one: a, b",
        9,
    )
    assert first.is_plain
    assert not second.is_plain
    assert second.text == "two with more"
    assert "<p>with more</p>" in second.html


def test_a_list_says_where_it_begins_to_count() -> None:
    """Items of a list with blank lines are plain too."""
    _, pieces = cut(TEXT)
    numbers = pieces[3]
    assert numbers.start == 3
    assert [(one.html, one.is_plain, one.line) for one in numbers.items] == [
        ("first", True, 14), ("<strong>second</strong>", True, 16),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item", ["![a](b.png)", "a[^1]", "<b>x</b>", '[a](/a/ "more")', "$x$", "a\n  * b"]
)
def test_what_words_alone_cannot_say_is_not_plain(item: str) -> None:
    """Pictures, notes, HTML, titles, formulas and lists."""
    _, pieces = cut(f"* {item}\n\n[^1]: x\n")
    assert [one.is_plain for one in pieces[0].items] == [False]


def test_a_list_with_boxes_to_tick_is_left_whole() -> None:
    """The box belongs to the item, not to its words."""
    _, pieces = cut("* [x] done\n* plain\n")
    assert [(one.kind, one.items) for one in pieces] == [("other", ())]
    assert "checkbox" in pieces[0].html
