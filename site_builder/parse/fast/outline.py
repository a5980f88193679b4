"""Where the outermost blocks of a text are: each is read by one reader or by the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from site_builder.parse.fast.stream import Event, Stream


class Outline:
    """The outermost blocks of a text, numbered from 0, and what lies between them.

    What lies between them and is not empty, such as definitions of references, is a block without
    events.
    """

    def __init__(self, data: bytes, stream: Stream, *, has_gaps: bool) -> None:
        """``data`` is the text; without ``has_gaps`` nothing lies between its blocks."""
        self.data = data
        self._counted = (0, 0)
        """A byte of the text, and the line that it is in."""
        self.events = stream.events
        self.starts: list[int] = []
        """The byte at which each block begins."""
        self.firsts: list[int] = []
        """The place of the first event of each block, and at the end that behind the last one."""
        if has_gaps:
            self._with_gaps(stream.outermost)
        else:
            self.firsts = stream.outermost
            self.starts = [self.events[first][2] for first in stream.outermost]
        self.firsts = [*self.firsts, len(self.events)]

    def _with_gaps(self, outermost: Sequence[int]) -> None:
        end = 0
        for first in outermost:
            _, _, start, its_end = self.events[first]
            self._gap(end, start, first)
            self.firsts.append(first)
            self.starts.append(start)
            end = its_end
        self._gap(end, len(self.data), len(self.events))

    def _gap(self, start: int, end: int, following: int) -> None:
        between = self.data[start:end]
        words = between.lstrip()
        if words:
            self.starts.append(start + len(between) - len(words))
            self.firsts.append(following)

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.starts)

    def is_gap(self, number: int) -> bool:
        """Whether a block has no events."""
        return self.firsts[number] == self.firsts[number + 1]

    def kind(self, number: int) -> str:
        """The first event of a block, which tells what it is; nothing for what lies between."""
        return "" if self.is_gap(number) else self.events[self.firsts[number]][0]

    def events_of(self, number: int) -> Sequence[Event]:
        """The events of a block."""
        return self.events[self.firsts[number] : self.firsts[number + 1]]

    def rewrite(self, blocks: Mapping[int, Sequence[Event]]) -> None:
        """Put other events in the place of those of some blocks."""
        events: list[Event] = []
        firsts: list[int] = []
        for number in range(len(self)):
            firsts.append(len(events))
            events += blocks.get(number) or self.events_of(number)
        self.events, self.firsts = events, [*firsts, len(events)]

    def end(self, number: int) -> int:
        """The byte at which the block behind this one begins."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.data)

    def at(self, byte: int) -> int:
        """The number of the block that this byte is in, or that is before it; -1 before all."""
        return bisect_right(self.starts, byte) - 1

    def line_end_before(self, number: int) -> int:
        """Where the line ends that is before the one on which a block begins; 0 before all."""
        return max(self.data.rfind(b"\n", 0, self.starts[number]), 0)

    def is_apart(self, number: int) -> bool:
        """Whether a block begins at the edge of its line and below an empty line, or none."""
        line_end = self.data.rfind(b"\n", 0, self.starts[number])
        before = self.data.rfind(b"\n", 0, max(line_end, 0)) + 1
        is_at_edge = line_end + 1 == self.starts[number]
        return is_at_edge and not self.data[before : max(line_end, 0)].strip()

    def line_at(self, byte: int) -> int:
        """The line, from 0, of a byte of the text."""
        before, line = self._counted
        if byte < before:  # most are asked for one after the other
            before = line = 0
        line += self.data.count(b"\n", before, byte)
        self._counted = (byte, line)
        return line
