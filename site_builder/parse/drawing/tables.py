"""The frame of a table as it is drawn: a box that scrolls and that a keyboard reaches."""

from __future__ import annotations

END = "</table>\n</div>\n"


def draw_start(tables_before: int, attrs: str = "") -> str:
    """Draw the beginning of a table, and of the box in which it scrolls."""
    # Two regions of one name cannot be told apart by ear (axe: landmark-unique).
    number = f" {tables_before + 1}" if tables_before else ""
    return (
        f'<div class="table-wrap" role="region" tabindex="0" aria-label="\0t:table\0{number}">\n'
        f"<table{attrs}>\n"
    )
