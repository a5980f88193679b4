"""Which files ``audio:`` and ``image:`` may mean, and what type they have."""

from __future__ import annotations

from collections.abc import Container

AUDIO_TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg"}
"""Ending → media type, in the order in which they are tried."""
IMAGE_ENDINGS = (".avif", ".webp", ".jpg", ".jpeg", ".png", ".svg", ".gif")
"""In the order in which they are tried."""


def candidates(path: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The files under ``static/`` that ``path`` may mean: itself, or itself with an ending.

    An empty path means none.
    """
    path = path.lstrip("/")
    if not path:
        return ()
    if path.lower().endswith(endings):
        return (path,)
    return tuple(path + ending for ending in endings)


def find(path: str, endings: tuple[str, ...], static: Container[str]) -> str:
    """The first candidate that is there, as a path under ``static/``; empty when none is."""
    return next((one for one in candidates(path, endings) if one in static), "")
