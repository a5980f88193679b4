"""The compiled reader's events, flattened: what begins is ``+Link``, what ends ``-Link``.

Source: pulldown-cmark 0.13, ``Event``, by way of pyromark. Positions are bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias

Event: TypeAlias = "tuple[str, Any, int, int]"
"""What, its value, where it begins and where it ends in the source."""
_Raw: TypeAlias = "Iterable[tuple[Any, Any]]"

_NAMES = (
    *("Paragraph", "Heading", "BlockQuote", "CodeBlock", "List", "Item", "HtmlBlock"),
    *("Table", "TableHead", "TableRow", "TableCell"),
    *("Emphasis", "Strong", "Link", "Image"),
)
_SIGNED = {
    "Start": {name: f"+{name}" for name in _NAMES},
    "End": {name: f"-{name}" for name in _NAMES},
}


def read(source: str) -> list[Event] | None:
    """Read a text; None where the compiled reader is not installed."""
    reader = _reader()
    if reader is None:
        return None
    events: list[Event] = []
    add, signed = events.append, _SIGNED.get
    for event, span in reader(source):
        start, end = span.values()
        if event.__class__ is str:
            add((event, None, start, end))
            continue
        # The reader made it for us, and asks nothing of it any more.
        kind, value = event.popitem()
        names = signed(kind)
        if names is None:
            add((kind, value, start, end))
        elif value.__class__ is str:
            add((names[value], None, start, end))
        else:
            name, inner = value.popitem()
            add((names[name], inner, start, end))
    return events


def references(source: str) -> list[tuple[int, int]]:
    """Where the definitions of references are, in bytes."""
    from pyromark import reference_definitions

    spans = (found["span"] for found in reference_definitions(source).values())
    return [(span["start"], span["end"]) for span in spans]


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
