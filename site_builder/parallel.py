"""Map a pure function over many values: in this process when few, in several when many.

Workers are forked, so they inherit the function, the values and all that these hold; only positions
go to them, and only what the function returns comes back. Never called after a thread was started:
the preview works in-process.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

FEW = 200
"""Fewer values than this are mapped here: starting workers would cost more than it saves."""
CHUNK = 32
"""Values that one worker takes at a time. Neighbours stay together, so what it remembers of a text
(its coloured code) serves the next one (its translation)."""

_inherited: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the running map is about; set before the fork so that workers find it."""


def map_all(
    function: Callable[[A], B],
    values: Sequence[A],
    jobs: int = 0,
    *,
    few: int = FEW,
    chunk: int = CHUNK,
) -> Iterator[B]:
    """Apply ``function`` to every value, in order; ``jobs`` processes, 0 for one a core.

    Fewer than ``few`` are mapped here; a worker takes ``chunk`` at a time: both are small for work
    that is slow.

    Results come one by one while the rest is being made: who takes them need not hold them all.
    """
    jobs = jobs or _cores()
    if jobs == 1 or len(values) < few or not hasattr(os, "fork"):
        return map(function, values)
    return _in_workers(function, values, jobs, chunk)


def _in_workers(
    function: Callable[[A], B], values: Sequence[A], jobs: int, chunk: int
) -> Iterator[B]:
    # Imported here, because most runs map few values and need neither.
    import multiprocessing
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    global _inherited  # noqa: PLW0603 because a forked worker inherits module state and nothing else
    _inherited = (function, values)
    lifeline = os.pipe()
    gc.freeze()  # keeps the collector from touching, and so copying, the inherited pages
    pool = ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_live_with_parent,
        initargs=lifeline,
    )
    try:
        starts = range(0, len(values), chunk)
        for made in pool.map(_call, starts, (chunk for _ in starts)):
            yield from made
    except BrokenExecutor as error:
        why = "a worker process was ended by the system, perhaps for want of memory"
        raise ChildProcessError(errno.ECHILD, why) from error
    finally:
        # Whoever stops listening, or is interrupted, waits for nothing that is still being made.
        os.close(lifeline[1])
        pool.shutdown(cancel_futures=True)
        os.close(lifeline[0])
        gc.unfreeze()
        _inherited = None


def _live_with_parent(lifeline: int, held_by_parent: int) -> None:
    """End this worker when its parent ends, however that ends: a killed parent tells nobody.

    The parent alone holds the other end of the pipe, so that reading ends when it is gone.
    """
    # Ctrl-C reaches every process of a terminal; it is the parent that decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.close(held_by_parent)
    Thread(target=_leave_at_end_of, args=(lifeline,), daemon=True).start()


def _leave_at_end_of(lifeline: int) -> None:
    os.read(lifeline, 1)
    os._exit(1)


def _call(start: int, count: int) -> list[Any]:
    if _inherited is None:
        raise RuntimeError("a worker was started without its function")
    function, values = _inherited
    return [function(value) for value in values[start : start + count]]


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
