"""The whole site made in a process of its own, which then keeps the workbench.

To make a large site is seconds of work on millions of values, and Python lets one thread work at a
time: a save would wait for whatever a rebuild does in one go, as when memory is looked through or
given back. So each rebuild has a process. When its site is shown, the process stays, makes the
pages of texts that are saved from what it stands on, and ends when the next one has taken its
place. Its memory ends with it, so a preview of many hours is as large as after its first rebuild.

Where a system cannot fork, rebuilds run in a thread of the preview.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from site_builder.apart import Line, Nursery, can_fork
from site_builder.events import Event
from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.problems import Problem, SiteError
from site_builder.serve.session import QuickPage, Rebuild, Workbench
from site_builder.serve.store import Held

BATCH = 1000
"""Values that are sent at a time: to take them in holds other threads back no longer than that."""

Tell = Callable[[Event], None]
Make = Callable[[Held, Tell], "Made"]
"""Makes the site or raises SiteError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a rebuild hands over."""

    copies: tuple[Copy, ...]
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    workbench: Workbench | None = None


@contextmanager
def workshop(make: Make, tell: Tell, settle: Callable[[], None]) -> Iterator[Rebuild]:
    """What calls ``make`` in a process each time, for as long as this lasts.

    Only for a process without threads. ``settle`` lets go of what another process should not hold.
    """
    if not can_fork():
        yield lambda held: make(held, tell)
        return
    nursery = Nursery(lambda line: _work(line, make), settle, _learn)
    try:
        yield lambda held: _rebuilt(nursery, held, tell)
    finally:
        nursery.close()


class _Bench:
    """The workbench of another process."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def page(self, path: str) -> QuickPage | None:
        """Ask for the page; None where the other process is gone too."""
        try:
            self._line.send(path)
            page: QuickPage | None = self._line.receive()
        except ChildProcessError:
            return None
        return page

    def warm_up(self) -> None:
        """Wait for it; nobody need ask."""
        with suppress(ChildProcessError):
            self._line.receive()


def _rebuilt(nursery: Nursery, held: Held, tell: Tell) -> Made:
    """The part of this process: ask, and listen."""
    try:
        line = nursery.start()
        line.send(held)
        for event in _batches(line):
            tell(event)
        facts: Made = line.receive()
        artifacts = tuple(_batches(line))
    except ChildProcessError as error:
        if nursery.is_closed:
            # The preview ends, and so does the thread that waited; there is nothing to tell.
            raise SystemExit from None
        raise SiteError([Problem(code="machine", message=str(error.strerror))]) from None
    return replace(facts, artifacts=artifacts, workbench=_Bench(line))


def _work(line: Line, make: Make) -> None:
    """The whole life of the other process."""
    # Frozen values hold no circles, and until the site is made there is little else.
    gc.disable()
    events: list[Event] = []
    try:
        made = make(line.receive(), events.append)
    finally:
        _send_in_batches(line, events)
    line.send(replace(made, artifacts=(), workbench=None))
    _send_in_batches(line, made.artifacts)
    workbench = made.workbench
    del made, events
    if workbench is None:
        return
    workbench.warm_up()
    line.send("warm")
    # What the site consists of is not looked through again.
    gc.freeze()
    gc.enable()
    while True:
        line.answer(workbench.page)


def _learn() -> None:
    from site_builder.build.workbench import learn

    learn()


def _send_in_batches(line: Line, values: Sequence[object]) -> None:
    for start in range(0, len(values), BATCH):
        line.send(values[start : start + BATCH])
    line.send(())


def _batches(line: Line) -> Iterator[Any]:
    while batch := line.receive():
        yield from batch
