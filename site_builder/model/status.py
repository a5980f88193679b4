"""How translations stand, as a table: made by ``inspect``, drawn by ``report``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.ledger import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One work in one language."""

    language: str
    """Its code."""
    state: State
    document: Document | None
    """None where there is no text in this language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageStatus:
    """One row of the table."""

    language: Language
    counts: Mapping[State, int]
    """For every state, zero too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkStatus:
    """One work, in all languages that were asked for but its own."""

    path: str
    """Of the original; of the first document where there is none."""
    has_original: bool
    title: str
    day: str
    """``YYYY-MM-DD``; empty on pages without a date."""
    standings: tuple[Standing, ...]

    @property
    def needs_work(self) -> bool:
        """Whether someone should look at it; where no original is here, nothing can be compared."""
        return any(one.state not in {State.FRESH, State.ORPHAN} for one in self.standings)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTable:
    """How all works stand."""

    title: str
    """Of the site."""
    languages: tuple[LanguageStatus, ...]
    works: tuple[WorkStatus, ...]
    """Newest first, then those without a date by path."""

    @property
    def total(self) -> Counter[State]:
        """All languages together."""
        counts: Counter[State] = Counter()
        for row in self.languages:
            counts.update(row.counts)
        return counts
