"""The table of ``status`` as lines for people and as JSON objects.

Translations of Zhiwei
fresh  unrecorded  stale  missing
es  Español  ███████████████▒░░     15           0      1        2
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from site_builder.model.ledger import State
from site_builder.model.status import StatusTable, WorkStatus
from site_builder.report.width import columns, padded

Paint = Callable[[str, str], str]
"""A text and the number of a colour (ECMA-48 SGR) → the text in that colour, if there are any."""

_BLOCKS: Final = {
    State.FRESH: "█",
    State.UNRECORDED: "▓",
    State.STALE: "▒",
    State.MISSING: "░",
}
"""What fills a bar: not the orphans, which nobody can bring up to date."""
_COLOURS: Final = {
    State.FRESH: "32",
    State.UNRECORDED: "36",
    State.STALE: "33",
    State.MISSING: "90",
    State.ORPHAN: "35",
}
_ALWAYS: Final = {State.FRESH, State.STALE, State.MISSING}
"""Shown even when there are none: they are what one looks for."""
_BAR: Final = 24
"""Columns."""
_ADVICE: Final = {
    State.UNRECORDED: "unrecorded: nobody has vouched for it yet; `status --accept` does",
    State.STALE: "stale: its original has changed since; look at it, then `status --accept FILE`",
    State.MISSING: "missing: `new translation FILE --lang CODE` begins one; drafts do not count",
    State.ORPHAN: "orphan: its original is not public here, so there is nothing to compare; "
    "if the text is the original, take `translated: true` out",
}


def status_lines(table: StatusTable, limit: int | None, paint: Paint) -> Iterator[str]:
    """Draw the table, then the works that need work, at most ``limit`` of them."""
    total = table.total
    shown = [state for state in State if state in _ALWAYS or total[state]]
    heads = "".join(f"  {state.value:>{_wide(state)}}" for state in shown)
    # The language in which everything is original has no translations to show.
    rows = [row for row in table.languages if any(row.counts.values())]
    names = [f"{row.language.code}  {row.language.name}" for row in rows]
    widest = max(map(columns, (*names, "all")), default=0)
    yield f" Translations of {table.title}"
    yield f"   {' ' * widest}  {' ' * _BAR}{heads}"
    for name, row in zip(names, rows, strict=True):
        yield _row(padded(name, widest), row.counts, shown, paint)
    if len(rows) > 1:
        yield _row(padded("all", widest), total, shown, paint)
    waiting = [work for work in table.works if work.needs_work]
    yield ""
    if waiting:
        yield from _waiting(waiting, limit, paint)
    else:
        if not total[State.ORPHAN]:
            yield " ✓ every work is fresh in every language"
            return
        yield " ✓ nothing to do: no translation is stale, missing or unrecorded"
    yield from _without_original(table.works, limit)
    yield ""
    yield from (f"   {_ADVICE[state]}" for state in State if state in _ADVICE and total[state])


def status_objects(table: StatusTable) -> Iterator[Mapping[str, object]]:
    """One object for each language, then one for each work in each language."""
    for row in table.languages:
        counts = {state.value: row.counts[state] for state in State}
        yield {"event": "language-status", "language": row.language.code, **counts}
    for work in table.works:
        for one in work.standings:
            yield {
                "event": "translation-status",
                "state": one.state.value,
                "language": one.language,
                "file": one.document.path if one.document else None,
                "original": work.path if work.has_original else None,
                "title": work.title,
                "date": work.day or None,
            }


def _row(name: str, counts: Mapping[State, int], shown: Sequence[State], paint: Paint) -> str:
    figures = "".join(f"  {counts[state]:>{_wide(state)}}" for state in shown)
    return f"   {name}  {_bar(counts, paint)}{figures}"


def _wide(state: State) -> int:
    return max(6, len(state.value))


def _bar(counts: Mapping[State, int], paint: Paint) -> str:
    cells = shares([counts[state] for state in _BLOCKS], _BAR)
    parts = zip(_BLOCKS, cells, strict=True)
    bar = "".join(paint(_BLOCKS[state] * count, _COLOURS[state]) for state, count in parts if count)
    return bar + " " * (_BAR - sum(cells))


def shares(counts: Sequence[int], cells: int) -> list[int]:
    """Divide ``cells`` in proportion; who has anything has a cell at least.

    The cells that rounding leaves over go to whoever lacks most; so do those that are too many.
    """
    whole = sum(counts)
    if not whole:
        return [0] * len(counts)
    exact = [count * cells / whole for count in counts]
    given = [max(1, int(share)) if share else 0 for share in exact]
    while sum(given) != cells:
        step = 1 if sum(given) < cells else -1
        lacking = [(share - cell) * step for share, cell in zip(exact, given, strict=True)]
        able = [at for at, cell in enumerate(given) if counts[at] and cell + step > 0]
        given[max(able, key=lacking.__getitem__)] += step
    return given


def _waiting(works: Sequence[WorkStatus], limit: int | None, paint: Paint) -> Iterator[str]:
    shown = works[:limit]
    yield f" {len(works)} work{'s need' if len(works) > 1 else ' needs'} work, newest first"
    widest = max(columns(work.path) for work in shown)
    for work in shown:
        yield f"   {padded(work.path, widest)}  {_states(work, paint)}"
    if len(works) > len(shown):
        yield f"   and {len(works) - len(shown)} more (--all shows them)"


def _without_original(works: Sequence[WorkStatus], limit: int | None) -> Iterator[str]:
    found = [work for work in works if not work.has_original]
    if not found:
        return
    yield ""
    whose = (
        "s have no original here: their texts are"
        if len(found) > 1
        else (" has no original here: its texts are")
    )
    yield f" {len(found)} work{whose} compared with nothing"
    yield from (f"   {work.path}" for work in found[:limit])
    if limit is not None and len(found) > limit:
        yield f"   and {len(found) - limit} more (--all shows them)"


def _states(work: WorkStatus, paint: Paint) -> str:
    found = {
        state: " ".join(one.language for one in work.standings if one.state is state)
        for state in State
    }
    return " · ".join(
        f"{paint(state.value, _COLOURS[state])} {codes}"
        for state, codes in found.items()
        if codes and state is not State.FRESH
    )
