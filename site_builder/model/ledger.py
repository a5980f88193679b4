"""Who has vouched for which translation: what ``translations.lock`` remembers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from site_builder.frozen import dataclass
from site_builder.model.document import Document

LEDGER: Final = "translations.lock"
"""The file, beside ``site.yml``."""
MARK_LENGTH: Final = 16
"""Hexadecimal digits of a text digest that are kept: short enough to be read in a diff."""


class State(StrEnum):
    """How one language of a work stands, worst last; an orphan is beyond better and worse."""

    FRESH = "fresh"
    """The translation was made from the original's present text."""
    UNRECORDED = "unrecorded"
    """Nobody has vouched for the translation yet, as after moving in."""
    STALE = "stale"
    """The original's words have changed since the translation was vouched for."""
    MISSING = "missing"
    """There is no text in this language."""
    ORPHAN = "orphan"
    """A translation whose original is not public here: there is nothing to compare it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """From which text of its original each translation was made."""

    made_from: Mapping[str, str] = field(default_factory=dict)
    """Path of a translation, NFC → the :func:`mark` that its original had."""

    def state(self, translation: Document, original: Document | None) -> State:
        """How a document that is not the original of its work stands."""
        if original is None:
            return State.ORPHAN
        made_from = self.made_from.get(ledger_path(translation.path))
        if made_from is None:
            return State.UNRECORDED
        return State.FRESH if made_from == mark(original) else State.STALE


def mark(original: Document) -> str:
    """What stands in the ledger for the present text of an original."""
    return original.text_digest[:MARK_LENGTH]


def ledger_path(path: str) -> str:
    """A path as the ledger spells it: two disks may spell one accent in two ways."""
    return unicodedata.normalize("NFC", path)
