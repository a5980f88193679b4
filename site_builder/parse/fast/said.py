"""What pieces of a text say, for whoever asks in which language they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from site_builder.parse.fast.stream import Event
from site_builder.parse.fast.words import INLINE
from site_builder.parse.identify.spoken import without_addresses


@dataclass(slots=True)
class SaidByEvents:
    """Pieces are numbered in the order in which they are noted."""

    events: Sequence[Event]
    line_at: Callable[[int], int]
    """Gives the line, from 0, of a byte of the source."""
    ranges: list[tuple[int, int, int]] = field(default_factory=list)
    """Each piece by the places of its events, and the byte at which it begins."""
    _quoted: set[int] = field(default_factory=set)

    def quote(self) -> None:
        """Note that the last piece is in a quotation."""
        self._quoted.add(len(self.ranges) - 1)

    def apart(self) -> frozenset[int]:
        """Those in quotations."""
        return frozenset(self._quoted)

    def words(self, number: int) -> str:
        """The words without code, pictures and addresses."""
        begun, ended, _ = self.ranges[number]
        words: list[str] = []
        images = 0
        for key, value, *_ in self.events[begun:ended]:
            images += (key == "+Image") - (key == "-Image")
            if key in INLINE and not images:
                words.append(value if key == "Text" else " ")
        return without_addresses("".join(words))

    def line(self, number: int) -> int:
        """Where a piece begins, from 0."""
        return self.line_at(self.ranges[number][2])
