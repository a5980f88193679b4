"""Line breaks; tests/cases/markdown/line_breaks.md has most of them."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "joins"),
    [
        ("中\n文", "zh", True),
        ("中\n文", "en", True),
        ("かな\nカナ", "ja", True),
        ("。\n（", "zh", True),
        ("——\n文", "zh-Hant", True),
        ("——\n文", "en", False),
        ("中\na", "zh", False),
        ("한\n국", "ko", False),
        ("中\n![x](y)", "zh", False),
    ],
)
def test_join(body, text, language, joins):
    """Chinese and Japanese lines join; all others keep their space."""
    assert ("\n" in body(text, language=language).html.strip()) is not joins


def test_lines_are_still_counted(body):
    """A joined line break still counts when the place of a link is told."""
    (link,) = body("中\n文\n[链接](a.md)").references
    assert (link.line, link.column) == (12, 6)


def test_words_join_too(body):
    """Search and excerpt see no gap either."""
    assert body("机器\n学习", language="zh").excerpt == "机器学习"
