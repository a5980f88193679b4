"""What of a text is in its language at all: no addresses."""

from __future__ import annotations

from typing import Final

from site_builder.patterns import late

_RUN: Final = late(r"\S+")
_ADDRESS: Final = late(r"://|www\.|@")


def without_addresses(words: str) -> str:
    """Leave out what is an address."""
    if not _ADDRESS.search(words):
        return words
    return _RUN.sub(lambda run: " " if _ADDRESS.search(run[0]) else run[0], words)
