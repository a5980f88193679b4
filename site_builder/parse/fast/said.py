"""What pieces of a text say, for whoever asks in which language they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.words import INLINE
from site_builder.parse.identify.foreign import Said
from site_builder.parse.identify.spoken import without_addresses


@dataclass(slots=True)
class SaidByEvents:
    """Pieces are numbered in the order in which they are noted."""

    outline: Outline
    ranges: list[tuple[int, int, int]] = field(default_factory=list)
    """Each piece by the places of its events, and the byte at which it begins."""
    _quoted: set[int] = field(default_factory=set)
    _elsewhere: dict[int, tuple[Said, int]] = field(default_factory=dict)
    """The pieces about which another knows, and under which number."""

    def quote(self) -> None:
        """Note that the last piece is in a quotation."""
        self._quoted.add(len(self.ranges) - 1)

    def note_elsewhere(self, said: Said, number: int) -> None:
        """Note a piece about which another is to be asked, by its number there."""
        self._elsewhere[len(self.ranges)] = (said, number)
        self.ranges.append((0, 0, 0))

    def apart(self) -> frozenset[int]:
        """Those in quotations, and those that another says are apart."""
        found = set(self._quoted)
        known: dict[int, frozenset[int]] = {}
        for number, (said, its) in self._elsewhere.items():
            if id(said) not in known:
                known[id(said)] = said.apart()
            if its in known[id(said)]:
                found.add(number)
        return frozenset(found)

    def words(self, number: int) -> str:
        """The words without code, pictures and addresses."""
        if number in self._elsewhere:
            said, its = self._elsewhere[number]
            return said.words(its)
        begun, ended, _ = self.ranges[number]
        words: list[str] = []
        images = 0
        for key, value, *_ in self.outline.events[begun:ended]:
            images += (key == "+Image") - (key == "-Image")
            if key in INLINE and not images:
                words.append(value if key == "Text" else " ")
        return without_addresses("".join(words))

    def line(self, number: int) -> int:
        """Where a piece begins, from 0."""
        if number in self._elsewhere:
            said, its = self._elsewhere[number]
            return said.line(its)
        return self.outline.line_at(self.ranges[number][2])
