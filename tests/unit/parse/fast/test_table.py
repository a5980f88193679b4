"""Tables, row by row; tests/commonmark/test_readers_agree.py compares them with the rules."""

import pytest

from site_builder.parse.fast.table import Tables
from site_builder.parse.fast.watch import RefusedError
from site_builder.parse.rules.bounds import EMPTY_CELLS


def test_rows():
    """The head, then a body only where there are other rows; alignment is a class."""
    tables = Tables()
    assert "<table>" in tables.begin(("Left", "None"), 0)
    assert tables.begin_head(0, 9) == "<thead>\n<tr>\n"
    assert tables.cell("a") == '<th class="align-start">a</th>\n'
    assert tables.begin_row(10, 19) == "<tbody>\n<tr>\n"
    assert tables.cell("b") == '<td class="align-start">b</td>\n'
    assert tables.cell("c") == "<td>c</td>\n"
    assert tables.begin_row(20, 29) == "<tr>\n"
    assert tables.end().startswith("</tbody>")
    assert "table\x00 2" in tables.begin(("None",), 1)


def test_empty_cells():
    """A table that is mostly empty is for the rules."""
    tables = Tables()
    tables.begin(["None"] * (EMPTY_CELLS + 1), 0)
    for _ in range(EMPTY_CELLS):
        tables.cell("")
    with pytest.raises(RefusedError):
        tables.cell("")
