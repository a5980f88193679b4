"""Bounds on what is read in one text, so that time and memory keep to its size."""

from __future__ import annotations

from typing import Final

GROWTH: Final = 20
"""A text may become so many times longer as HTML,"""
FREE_GROWTH: Final = 1_000_000
"""or as long as this, in characters."""

MARKS: Final = "*_`[]<&!\\~$@:{"
"""Characters that may begin markup."""
MOST_MARKS: Final = 50_000
"""So many of them are read in one text; a book has fewer."""
MOST_NESTED_LINES: Final = 100_000
"""So many lines are read in lists and quotes, a line once for each that it is in: each reads it."""
MOST_CELLS: Final = 60_000
"""So many cells may a text have; a wide header over many short rows fills up with empty ones."""

DEEPEST: Final = 12
"""So deep are lists and quotes in most texts,"""
EMPTY_CELLS: Final = 1_000
"""and so many cells are put in, where rows have too few."""
_SHORT: Final = min(MOST_NESTED_LINES // DEEPEST, MOST_MARKS, (MOST_CELLS - EMPTY_CELLS) // 2)
"""No text with fewer characters can meet a bound while it keeps to these two."""


def may_be_met(source: str, nested_lines: int = 0, cells: int = 0) -> bool:
    """Whether a text might meet a bound that keeps to :data:`DEEPEST` and :data:`EMPTY_CELLS`.

    ``nested_lines`` and ``cells`` are those of blocks that do not keep to them, as they were
    counted.
    """
    if len(source) < _SHORT and not (nested_lines or cells):
        return False
    lines = source.count("\n") + 1
    return (
        (len(source) > MOST_MARKS and sum(map(source.count, MARKS)) > MOST_MARKS)
        or DEEPEST * lines + nested_lines > MOST_NESTED_LINES
        or source.count("|") + lines + EMPTY_CELLS + cells > MOST_CELLS
    )
