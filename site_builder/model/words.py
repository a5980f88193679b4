"""Words in messages: which one was probably meant, how a long one and a moment are shown."""

from __future__ import annotations

from collections.abc import Iterable

MOST_SUGGESTIONS = 100
"""Different broken links for which a site is searched for what was meant. Among 40,000 names that
takes up to half a second, and nobody reads the thousandth suggestion."""
_LIKENESS = 0.7
_LONGEST = 200
"""Characters; nothing longer was mistyped by hand, and comparing takes time."""
_LONGEST_CODE = 3
_LIKENESS_OF_CODES = 0.5
"""For words of two or three letters, such as codes of languages."""


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate nearest to ``word``, or None when none is near.

    Case does not count, and neither does ``-`` for ``_``: ``Base-Path`` means ``base_path``.
    """
    if len(word) > _LONGEST:
        return None
    # Imported at the first mistake.
    from difflib import get_close_matches

    by_spelling = {_spelling(candidate): candidate for candidate in candidates}
    cutoff = _LIKENESS if len(word) > _LONGEST_CODE else _LIKENESS_OF_CODES
    close = get_close_matches(_spelling(word), by_spelling, n=1, cutoff=cutoff)
    return by_spelling[close[0]] if close else None


def _spelling(word: str) -> str:
    return word.casefold().replace("-", "_")


def shortened(text: str, limit: int = 40) -> str:
    """Give the text on one line, at most ``limit`` characters of it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def plain_moment(iso: str) -> str:
    """Give an ISO 8601 moment as one says it: the day, and the time when it is not midnight.

    ``2026-12-25``, or ``2026-12-25 18:30 +08:00``.
    """
    day, _, time = iso.partition("T")
    if not time or time.startswith("00:00:00"):
        return day
    return f"{day} {time[:5]} {time[8:]}".rstrip()
