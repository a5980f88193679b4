"""Which word was probably meant."""

from __future__ import annotations

import pytest

from site_builder.model.words import did_you_mean


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("Base-Path", "base_path"),
        ("paginaton", "pagination"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_suggested(word: str, meant: str | None) -> None:
    """Case and hyphens do not count; what is far from all is not guessed."""
    assert did_you_mean(word, ("title", "base_path", "pagination")) == meant
