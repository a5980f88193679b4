"""What is noted while one text is read and drawn: slots, facts, mistakes, and where we are.

A parser is shared by all texts; everything that belongs to one text is here and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, cast

from site_builder.model.body import Heading, MarkdownSettings, Reference, ReferenceKind
from site_builder.parse.rewritten import Rewritten
from site_builder.parse.rules import bounds
from site_builder.parse.rules.html_balance import HtmlBalance
from site_builder.problems import Place, Problem

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

KEY = "site_builder"
"""Under which markdown-it's ``env`` carries the Notebook."""

_MISSES = 200
"""So often may a target be sought in vain; then columns stay 1, so that time stays linear."""
_LINK_WIDTH = 1000
"""How far behind its words the target of a link is looked for, in characters."""


class Notebook:
    """The notes about one text."""

    def __init__(
        self,
        source: str,
        *,
        place: Place,
        settings: MarkdownSettings,
        first_slot: int = 0,
        typed: Rewritten | None = None,
    ) -> None:
        """Begin at ``place``, which is where the first character of ``source`` is in its file.

        ``typed`` says how it was typed, where anything in it was replaced.
        """
        self.source = source
        self.settings = settings
        self.references: list[Reference] = []
        self.headings: list[Heading] = []
        self.anchors: list[str] = []
        self.hosts: set[tuple[str, str]] = set()
        self.problems: list[Problem] = []
        self.has_inline_style = False
        self.has_more = False
        self.excerpt_token: Token | None = None
        self.excerpt_html = ""
        self.allowance = max(bounds.FREE_GROWTH, bounds.GROWTH * len(source))
        self.colours = 0
        self.coloured = 0
        self.marks = 0
        self.cells = 0
        self.nested_lines = 0
        self.tables = 0
        self.without_end: set[tuple[int, int]] = set()
        """(level, last line) of the blocks in which no ``highlight`` tag is closed any more."""
        self.abbreviations: dict[str, str] = {}
        self.html_balance = HtmlBalance()
        self.first_line = place.line
        self._typed = typed or Rewritten(source)
        self._place = place
        self._first_slot = first_slot
        self._starts: list[int] = []
        self._line = 0
        self._breaks = 0
        self._start = 0
        self._cursor = 0
        self._end = len(source)
        self._misses = 0
        self._refused: set[tuple[int, str]] = set()
        self._refusal = 0
        """Up to where refused links were looked for in the block."""
        self._is_too_deep = False
        self._is_too_long = False
        self._is_too_dense = False

    def enter(self, lines: list[int] | None) -> None:
        """Go to a block; ``lines`` is its first line and the one after its last, from 0."""
        if lines is None:
            return
        first, last = lines
        starts = self._line_starts()
        start = starts[min(first, len(starts) - 1)]
        if start != self._start or first != self._line:
            self._cursor = start
        self._line, self._breaks, self._start = first, 0, start
        self._end = starts[last] if last < len(starts) else len(self.source)

    def leave(self) -> None:
        """Forget how far the last block was looked through."""
        self._start = -1

    def note_anchors(self, typed: Iterable[str]) -> None:
        """Note what links may point to: the ids in ``typed``, then those of all headings."""
        self.anchors += dict.fromkeys((*typed, *(heading.id for heading in self.headings)))

    def next_line(self) -> None:
        """Note a line break inside the block."""
        self._breaks += 1

    def slot(
        self,
        kind: ReferenceKind,
        attribute: str,
        target: str,
        *,
        text: str = "",
        alt: str = "",
        typed: str | None = None,
    ) -> str:
        """Open a slot and give the mark that stands for it in the HTML.

        ``typed`` is how the target is spelled in the block; empty where it stands elsewhere, as in
        ``[text][label]``.
        """
        line, column = self._find(target if typed is None else typed)
        number = self._first_slot + len(self.references)
        self.references.append(
            Reference(
                kind=kind,
                target=target,
                line=line,
                column=column,
                text=text,
                slot=number,
                attribute=attribute,
                alt=alt,
                typed=self._typed.spelled(target),
            )
        )
        return f"\0{number}:{attribute}\0"

    def line(self) -> int:
        """The 1-based line of the file where we are."""
        return self._here()[0]

    def report(
        self, code: str, message: str, *, hint: str = "", near: str = "", line: int = 0
    ) -> None:
        """Note a Problem: at ``line`` of the file, at ``near`` in the block, else where we are."""
        line, column = (line, 1) if line else self._find(near) if near else self._here()
        place = Place(path=self._place.path, line=line, column=column)
        self.problems.append(Problem(code=code, message=message, place=place, hint=hint))

    def refuse(self, target: str) -> None:
        """Note a link that was left as text; the same one in the same block counts once."""
        if (self._line, target) in self._refused:
            return
        self._refused.add((self._line, target))
        cursor, self._cursor = self._cursor, max(self._start, self._refusal)
        self.report(
            "unsafe-link",
            f"the link to {_short(target)!r} could run code or open a file; it is left as text",
            hint="use an address that begins with https: or mailto:",
            near=target,
        )
        self._cursor, self._refusal = cursor, self._cursor

    def foreign(self, typed: str, what: str) -> None:
        """Note markup of another builder, which is shown as typed."""
        self.report(
            "foreign-markup",
            f"{_short(typed)} is {what}; it has no meaning here and is shown as typed",
            hint="write it in Markdown, or put it in backticks if it is to be read",
            near=typed,
        )

    def too_deep(self, line: int) -> None:
        """Note, once, that the block at ``line`` (from 0) is beyond the nesting limit."""
        self._stop_nesting(
            line,
            f"nested deeper than {self.settings.max_nesting} levels; what is inside would be lost",
            hint="nest lists and quotes less deeply",
        )

    def nests(self, line: int) -> bool:
        """Ask whether a list or quote is still to be read at ``line`` (from 0); False is an error.

        The error is ``nesting-limit``, told once.
        """
        if self.nested_lines <= bounds.MOST_NESTED_LINES:
            return True
        self._stop_nesting(
            line,
            f"more than {bounds.MOST_NESTED_LINES:,} lines in lists and quotes, counted once for"
            " each that a line is in; what follows would be lost",
            hint="nest less deeply, or split the text",
        )
        return False

    def _stop_nesting(self, line: int, message: str, *, hint: str) -> None:
        if not self._is_too_deep:
            self._is_too_deep = True
            self.enter([line, line + 1])
            self.report("nesting-limit", message, hint=hint)

    def reads(self, words: str) -> bool:
        """Ask whether the markup in ``words`` is still to be read; False is told once.

        Time and memory are bound so by the size of a text, whatever is in it.
        """
        if len(self.source) <= bounds.MOST_MARKS:
            return True
        return self.counts(sum(map(words.count, bounds.MARKS)))

    def counts(self, marks: int) -> bool:
        """Count marks; False when there are too many, which is told once."""
        if self.marks + marks <= bounds.MOST_MARKS:
            self.marks += marks
            return True
        if not self._is_too_dense:
            self._is_too_dense = True
            self.report(
                "too-dense",
                f"more than {bounds.MOST_MARKS:,} marks of emphasis, links and code in one text;"
                " from here on some are shown as typed",
                hint="split the text",
            )
        return False

    def spend(self, characters: int) -> bool:
        """Ask whether the HTML may grow by text repeated from elsewhere; False ends the growth."""
        self.allowance -= characters
        if self.allowance < 0:
            self.too_long()
        return self.allowance >= 0

    def allow_title(self, token: Token) -> None:
        """Drop the title of a token when titles, which references repeat, outgrow the text."""
        if "title" in token.attrs and not self.spend(len(str(token.attrs["title"]))):
            del token.attrs["title"]

    def too_long(self) -> None:
        """Note, once, that the HTML outgrows its source."""
        if not self._is_too_long:
            self._is_too_long = True
            self.report(
                "size-limit",
                f"the HTML would be more than {bounds.GROWTH} times as long as its Markdown",
                hint="repeat fewer references, abbreviations, formulas or empty table cells",
            )

    def _here(self) -> tuple[int, int]:
        return self._place.line + self._line + self._breaks, 1

    def _find(self, target: str) -> tuple[int, int]:
        """Line and column of ``target`` in the block, looked for from the last one found on."""
        if not target or self._misses > _MISSES:
            return self._here()
        at = self._seek(target)
        if at < 0:
            self._misses += 1
            return self._here()
        starts = self._line_starts()
        line = bisect_right(starts, at) - 1
        first_column = self._place.column or 1
        column = self._typed.column(at) + (first_column - 1 if line == 0 else 0)
        return self._place.line + line, column

    def _seek(self, target: str) -> int:
        """The position of ``target`` in the block; -1 when it is not there."""
        at = self.source.find(target, self._cursor, self._end)
        if at < 0:
            at = self.source.find(target, self._start, self._cursor)
        if at >= 0:
            # The words of a link may be its target once more; the one behind "](" is meant.
            limit = min(self._end, at + _LINK_WIDTH)
            typed = self.source.find(f"]({target}", max(at - 2, 0), limit)
            at = typed + 2 if typed >= 0 else at
            self._cursor = at + len(target)
        return at

    def _line_starts(self) -> list[int]:
        if not self._starts:
            lengths = accumulate(map(len, self.source.split("\n")))
            *ends, _ = map(add, lengths, count(1))  # a line end is a character too
            self._starts = [0, *ends]
        return self._starts


def notebook_of(env: EnvType) -> Notebook:
    """The Notebook of the text that markdown-it is at work on."""
    return cast(Notebook, env[KEY])


def _short(target: str) -> str:
    return target if len(target) <= 60 else f"{target[:57]}…"  # noqa: PLR2004 because it is a width
