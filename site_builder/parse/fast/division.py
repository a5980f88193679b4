"""A text is divided between both readers: which of its outermost blocks the rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.stream import Definition, Stream, references
from site_builder.parse.fast.subset import (
    are_too_many,
    are_usual,
    is_beyond,
    suspects,
    with_neighbours,
)
from site_builder.parse.rules.bounds import may_be_met
from site_builder.parse.rules.notebook import Notebook

if TYPE_CHECKING:
    from site_builder.parse.passages import Passages


@dataclass(frozen=True, slots=True)
class Division:
    """Which blocks of a text are for the rules."""

    outline: Outline
    definitions: Mapping[str, Definition]
    by_rules: frozenset[int]
    """The numbers of the blocks."""

    def has_share(self) -> bool:
        """Whether anything is left to the compiled reader."""
        outline = self.outline
        return any(
            number not in self.by_rules and not outline.is_gap(number)
            for number in range(len(outline))
        )

    def without(self, refused: set[int]) -> Division:
        """The same, with more blocks for the rules."""
        return replace(self, by_rules=_all_of(self.outline, {*self.by_rules, *refused}))

    def passages(self, source: str, notebook: Notebook) -> Passages | None:
        """What the rules read; None where the two do not agree on what references stand for."""
        # The rules, and the library that they are taught to, are imported at the first such text.
        from site_builder.parse.passages import Passages, normalised

        lines = [self.outline.line_at(start) for start in self.outline.starts]
        passages = Passages(source, notebook, lines, self.by_rules)
        # To CommonMark the label of a footnote is one of a reference; the rules read who uses it.
        theirs = {
            normalised(label): (one.target, one.title)
            for label, one in self.definitions.items()
            if not label.startswith("^")
        }
        agree = theirs == passages.references()
        meets_bounds = may_be_met(source, notebook.nested_lines, notebook.cells)
        return passages if agree and not meets_bounds else None


def divide(whole: str, stream: Stream, *, keeps_html: bool) -> Division | None:
    """Divide a text that the compiled reader has read; None where the rules should read all.

    ``keeps_html`` says that HTML of its author's stays HTML.
    """
    data = whole.encode()
    may_refer = b"]:" in data
    if may_refer and is_beyond(data):
        return None
    outline = Outline(data, stream, has_gaps=may_refer)
    definitions = references(whole) if may_refer else {}
    if are_too_many(definitions, data):
        return None
    found = suspects(outline, keeps_html=keeps_html)
    if may_refer and not found and not are_usual(definitions, outline):
        found.update(filter(outline.is_gap, range(len(outline))))
        if not found:
            return None
    division = Division(outline, definitions, _all_of(outline, found))
    return division if division.has_share() else None


def _all_of(outline: Outline, found: set[int]) -> frozenset[int]:
    """All blocks that the rules must read when they read those that were found."""
    if not found:
        return frozenset()
    gaps = filter(outline.is_gap, range(len(outline)))
    return frozenset(with_neighbours(outline, found.union(gaps)))
