"""Tables as they are drawn, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.parse.drawing.tables import END, draw_start
from site_builder.parse.fast.watch import RefusedError
from site_builder.parse.rules.bounds import EMPTY_CELLS

_ALIGNED = {
    "None": "",
    "Left": ' class="align-start"',
    "Center": ' class="align-center"',
    "Right": ' class="align-end"',
}


class Tables:
    """The tables of one text, one at a time."""

    def __init__(self) -> None:
        """Begin before the first one."""
        self.row = (0, 0)
        self._alignments: Sequence[str] = ()
        self._cell = "th"
        self._column = 0
        self._empty_cells = 0

    def begin(self, alignments: Sequence[str], tables_before: int) -> str:
        """Begin a table; there is one alignment a column."""
        self._alignments = alignments
        return draw_start(tables_before)

    def end(self) -> str:
        """End the table."""
        return END if self._cell == "th" else f"</tbody>\n{END}"

    def begin_head(self, start: int, end: int) -> str:
        """Begin the first row, which lies between these bytes of the source."""
        self._cell, self._column, self.row = "th", 0, (start, end)
        return "<thead>\n<tr>\n"

    def begin_row(self, start: int, end: int) -> str:
        """Begin one of the other rows."""
        html = "<tbody>\n<tr>\n" if self._cell == "th" else "<tr>\n"
        self._cell, self._column, self.row = "td", 0, (start, end)
        return html

    def cell(self, html: str) -> str:
        """The next cell of the row; too many empty ones are for the rules, which bound them."""
        alignment = self._alignments[self._column]
        self._column += 1
        if not html:
            self._empty_cells += 1
            if self._empty_cells > EMPTY_CELLS:
                raise RefusedError
        return f"<{self._cell}{_ALIGNED[alignment]}>{html}</{self._cell}>\n"
