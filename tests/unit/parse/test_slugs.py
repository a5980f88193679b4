"""Ids of headings; tests/cases/markdown/heading_ids.md has more of them."""

import pytest

from site_builder.parse.slugs import HeadingIds, heading_id, slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello World", "hello-world"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("¡IA, ¡Aquí Voy!", "ia-aquí-voy"),
        ("a\tb  c--d", "a-b--c--d"),
        ("Café", "café"),
        ("Ⅷ ² ½ Ⓐ", "ⅷ---ⓐ"),
        ("नी\u200dला", "नीला"),
        ("😀", ""),
    ],
)
def test_heading_id(text, expected):
    """Letters, marks, digits, ``_`` and hyphen stay, each space is a hyphen, the rest goes."""
    assert heading_id(text) == expected


def test_composed():
    """However a letter was typed, the id is NFC."""
    assert heading_id("Cafe\u0301") == "caf\u00e9"


def test_no_id_twice():
    """An id is given once, whatever was typed, given or taken before."""
    ids = HeadingIds(["intro", "a-1"])
    given = [ids.give(text) for text in ("Intro", "A", "A", "A-1", "", "!", "Section")]
    assert given == ["intro-1", "a", "a-2", "a-1-1", "section", "section-1", "section-2"]


def test_slugify_is_another_rule():
    """A slug made from a title folds what a heading id keeps."""
    assert slugify("a - b!") == "a-b"
