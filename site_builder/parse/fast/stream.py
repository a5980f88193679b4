"""The compiled reader's events, flattened: what begins is ``+Link``, what ends ``-Link``.

Source: pulldown-cmark 0.13, ``Event``, by way of pyromark. Positions are bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

Event: TypeAlias = "tuple[str, Any, int, int]"
"""What, its value, where it begins and where it ends in the source."""
_Raw: TypeAlias = "Iterable[tuple[Any, Any]]"

_NAMES = (
    *("Paragraph", "Heading", "BlockQuote", "CodeBlock", "List", "Item", "HtmlBlock"),
    *("Table", "TableHead", "TableRow", "TableCell"),
    *("Emphasis", "Strong", "Link", "Image"),
)
_BEGINNINGS = {name: f"+{name}" for name in _NAMES}
_ENDS = {name: f"-{name}" for name in _NAMES}
_SIGNED = {"Start": _BEGINNINGS, "End": _ENDS}


class Stream(NamedTuple):
    """The events of a text."""

    events: list[Event]
    outermost: list[int]
    """The places of those events that begin an outermost block."""


def read(source: str) -> Stream | None:
    """Read a text; None where the compiled reader is not installed."""
    reader = _reader()
    if reader is None:
        return None
    events: list[Event] = []
    outermost: list[int] = []
    depth = 0
    add = events.append
    for event, span in reader(source):
        if event.__class__ is str:
            if not depth:
                outermost.append(len(events))
            add((event, None, span["start"], span["end"]))
            continue
        # The reader made it for us, and asks nothing of it any more.
        kind, value = event.popitem()
        names = _SIGNED.get(kind)
        if names is None:
            add((kind, value, span["start"], span["end"]))
            continue
        if names is _ENDS:
            depth -= 1
        else:
            if not depth:
                outermost.append(len(events))
            depth += 1
        if value.__class__ is str:
            add((names[value], None, span["start"], span["end"]))
        else:
            name, inner = value.popitem()
            add((names[name], inner, span["start"], span["end"]))
    return Stream(events, outermost)


class Definition(NamedTuple):
    """What a reference stands for, and where that is said, in bytes."""

    target: str
    title: str
    start: int
    end: int


def references(source: str) -> dict[str, Definition]:
    """The definitions of references, by their labels as typed; of two of one label, the first."""
    from pyromark import reference_definitions

    return {
        label: Definition(
            found["dest"], found["title"] or "", found["span"]["start"], found["span"]["end"]
        )
        for label, found in reference_definitions(source).items()
    }


@cache
def _reader() -> Callable[[str], _Raw] | None:
    try:
        from pyromark import Markdown, Options
    except ModuleNotFoundError:
        return None
    markdown = Markdown(options=Options.ENABLE_TABLES)

    def events(source: str) -> _Raw:
        return markdown.events_with_range(source, merge_text=True)

    return events
