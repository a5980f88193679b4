"""Tables: in a box that scrolls and that a keyboard reaches, aligned by class."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as read_table
from markdown_it.token import Token

from site_builder.parse.drawing.tables import END, draw_start
from site_builder.parse.rules.bounds import MOST_CELLS
from site_builder.parse.rules.notebook import Notebook, notebook_of
from site_builder.parse.rules.parser import SiteParser, attributes

_CLASSES = {
    "text-align:left": "align-start",
    "text-align:center": "align-center",
    "text-align:right": "align-end",
}


def tables(parser: SiteParser) -> None:
    """Teach GFM tables."""
    parser.enable("table")
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.draw("table_open", _open)
    parser.draw("table_close", _close)
    parser.draw("th_open", _open_cell)
    parser.draw("td_open", _open_cell)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    notebook = notebook_of(state.env)
    if notebook.cells > MOST_CELLS or not read_table(state, start, end, True):
        return False
    if silent:
        return True
    begins = state.bMarks[start]
    # Counted before they are read too: each of a million cells would be a token.
    cells = state.src.count("|", begins, state.src.find("\n\n", begins))
    if notebook.cells + cells <= MOST_CELLS:
        before = len(state.tokens)
        read_table(state, start, end, False)
        cells = sum(token.type == "inline" for token in state.tokens[before:])
    notebook.cells += cells
    if notebook.cells <= MOST_CELLS:
        return True
    notebook.enter([start, start + 1])
    notebook.report(
        "size-limit",
        f"more than {MOST_CELLS:,} cells in the tables of one text",
        hint="split the text, or link to the table as a file",
    )
    return state.line > start


def _open(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    notebook.tables += 1
    return draw_start(notebook.tables - 1, attributes(tokens[index]))


def _close(_tokens: Sequence[Token], _index: int, _notebook: Notebook) -> str:
    return END


def _open_cell(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    token = tokens[index]
    alignment = _CLASSES.get(str(token.attrs.get("style", "")), "")
    return f'<{token.tag} class="{alignment}">' if alignment else f"<{token.tag}>"
