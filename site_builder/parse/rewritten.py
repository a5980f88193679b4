"""A text in which something was replaced before it is read, and how all of it was typed.

    typed    [a]({% post_url 2016-07-26-the-sea %}) and [b](x.md)
    text     [a](/content/posts/2016-07-26-the-sea.md) and [b](x.md)

    column 47 of the text is column 42 of what was typed, and
    /content/posts/2016-07-26-the-sea.md#top was typed {% post_url 2016-07-26-the-sea %}#top

A message is about what the author sees in the editor, and about nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """A piece of a text, and what takes its place."""

    start: int
    """Where it begins in the text as typed, in characters from 0."""
    end: int
    text: str


class Rewritten:
    """A text after its edits."""

    def __init__(self, typed: str, edits: Iterable[Edit] = ()) -> None:
        """Replace what the ``edits`` name, which do not overlap."""
        self._typed = typed
        self._edits = sorted(edits)
        self._starts: list[int] = []
        """Where each edit begins in the text that is read."""
        self._spellings: dict[str, str] = {}
        parts: list[str] = []
        done = length = 0
        for edit in self._edits:
            parts += (typed[done : edit.start], edit.text)
            length += edit.start - done
            self._starts.append(length)
            length += len(edit.text)
            done = edit.end
            if edit.text:
                self._spellings.setdefault(edit.text, typed[edit.start : edit.end])
        self.text = "".join([*parts, typed[done:]]) if self._edits else typed

    def column(self, at: int) -> int:
        """The 1-based column, in its line as typed, of a character of the text.

        All that took the place of a piece stands where the piece begins.
        """
        origin = self._origin(at)
        return origin - self._typed.rfind("\n", 0, origin)

    def spelled(self, target: str) -> str:
        """How the target of a link was typed; empty where it was typed as it is."""
        if not self._spellings:
            return ""
        path, sign, anchor = target.partition("#")
        typed = self._spellings.get(path)
        return f"{typed}{sign}{anchor}" if typed else ""

    def _origin(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at
        edit = self._edits[number]
        beyond = at - self._starts[number] - len(edit.text)
        return edit.start if beyond < 0 else edit.end + beyond
