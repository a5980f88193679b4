"""Lines of Chinese and Japanese; tests/cases/markdown/line_breaks.md has most of them."""

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
