"""Figures into a page of the documentation: tables between marks, known rows replaced."""

from __future__ import annotations

from pathlib import Path


def update(page: Path, name: str, heading: str, rows: list[str], note: str) -> None:
    """Put ``rows`` into the table ``name`` of ``page``, and ``note`` below it.

    A row that begins with the same two cells is replaced; others stay.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    if not found:
        raise SystemExit(f"{page} has no line {begin.strip()}")
    old, _, after = rest.partition(end)
    table = {_key(line): line for line in old.splitlines() if line.startswith("|")}
    titles, line = heading, "|---" * (heading.count("|") - 1) + "|"
    for known in (titles, line):
        table.pop(_key(known), None)
    table |= {_key(row): row for row in rows}
    text = "\n".join([titles, line, *table.values(), "", note, ""])
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def _key(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.split("|")[1:3])
