"""What the last run stood on, kept for whoever knows that none of it has changed.

Settings come from one file, a theme from a hundred, phrases from one for each language; together
they take as long to read as a page takes to make.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.frozen import dataclass
from site_builder.i18n.catalog import Phrases
from site_builder.memory.codec import decode, encode
from site_builder.memory.store import Store, checksum
from site_builder.model.config import Config
from site_builder.model.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGround:
    """What a run stood on beside its texts."""

    config: Config
    theme: Theme
    phrases: Mapping[str, Phrases]
    """By language code."""
    version: str
    """Names the builder that ran."""


def keep_ground(store: Store, scope: str, ground: KeptGround) -> None:
    """Put ``ground`` in the place of what was kept."""
    value = encode(ground)
    row = (value, checksum(value))
    if store.read("SELECT value, sum FROM ground WHERE scope = ?", (scope,)) != [row]:
        store.write("INSERT OR REPLACE INTO ground VALUES (?, ?, ?)", [(scope, *row)])


def recall_ground(store: Store, scope: str) -> KeptGround | None:
    """What the last run in ``scope`` stood on; None when it is not known, or damaged."""
    for value, known in store.read("SELECT value, sum FROM ground WHERE scope = ?", (scope,)):
        if checksum(value) == known:
            try:
                return decode(KeptGround, value)
            except (ValueError, TypeError, KeyError, IndexError, RecursionError):
                return None
    return None
