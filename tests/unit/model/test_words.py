"""Which word was probably meant."""

from __future__ import annotations

import pytest

from site_builder.model.words import did_you_mean, plain_moment


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


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-12-25T00:00:00+08:00", "2026-12-25"),
        ("2026-12-25T18:30:00+08:00", "2026-12-25 18:30 +08:00"),
        ("2026-12-25", "2026-12-25"),
    ],
)
def test_a_moment_is_said_plainly(iso: str, said: str) -> None:
    """Nobody who writes a date means a midnight with nine zeros."""
    assert plain_moment(iso) == said
