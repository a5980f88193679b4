"""One walk over the tokens of a text."""

import pytest


def test_counts(body):
    """The structure in numbers, raw HTML's links and images included."""
    counts = body(
        "# H\n\nA [l](x) ![i](y) note[^1].\n\n- one\n- two\n\n|a|\n|-|\n|b|\n\n    code\n\n"
        '<a href="z">w</a>\n\n[^1]: the note'
    ).counts
    assert (counts.headings, counts.code_blocks, counts.tables, counts.footnotes) == (1, 1, 1, 1)
    assert (counts.links, counts.images, counts.list_items) == (2, 1, 2)
    assert counts.paragraphs == 3


@pytest.mark.parametrize(
    ("text", "excerpt", "html"),
    [
        ("# Title\n\nFirst *one*.\n\nSecond.", "First one.", "<p>First <em>one</em>.</p>"),
        ("![a](b)\n\nText", "Text", "<p>Text</p>"),
        ("> quoted\n\ntext", "text", "<p>text</p>"),
        ("- item\n- other", "item", "<p>item</p>"),
        ("# H\n\na\n\nb\n\n<!--more-->\n\nc", "a b", "<p>a</p>\n<p>b</p>\n"),
        ("Note[^1]\n\n[^1]: x", "Note", "<p>Note</p>"),
        ("# only a heading", "", ""),
        ("", "", ""),
    ],
)
def test_excerpt(body, text, excerpt, html):
    """The text before the mark, else the first paragraph, never a heading, without note signs."""
    found = body(text)
    assert (found.excerpt, found.excerpt_html) == (excerpt, html)


def test_excerpt_slots(body):
    """The excerpt's slots are those of the body."""
    assert body("# [a](b)\n\n[c](d)").excerpt_html == "<p><a\x001:href\x00>c</a></p>"
