"""Map a pure function over many values: in this process when few, in several when many.

Workers are forked, so they inherit the function, the values and all that these hold. Their work is
a pipe full of positions: whoever is free reads the next one, and sends what it made through a pipe
of its own. Nothing is shared that a worker could hold as it ends, so neither a worker that the
system ends nor one that is killed here, in the middle of a word, leaves anybody waiting. Never
called after a thread was started: the preview, which has some, makes a site apart (``apart.py``).
"""

from __future__ import annotations

import errno
import gc
import os
import pickle
import select
import signal
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any, Final, NoReturn, TypeVar

A = TypeVar("A")
B = TypeVar("B")

FEW = 200
"""Fewer values than this are mapped here: starting workers would cost more than it saves."""
CHUNK = 32
"""Values that one worker takes at a time. Neighbours stay together, so what it remembers of a text
(its coloured code) serves the next one (its translation)."""
ENDED: Final = "a worker process was ended by the system, perhaps for want of memory"
"""The only reason we know of why a worker is gone amid its work."""

_SHARES: Final = 2
"""Portions for each worker that what is left has to be enough for."""
_POSITION: Final = struct.Struct("<I")
_MOST_POSITIONS: Final = 1_000
"""As many surely fit into a pipe, which is filled before anybody reads: Linux gives who has many
pipes no more than a page for each."""
_HEAD: Final = struct.Struct("<QQ")
"""Before each answer: the position it is for, and its bytes."""
_ROOM: Final = 1 << 20
"""Bytes of answers that may wait to be read, where the system has it so: several answers."""
# Ctrl-C and a closing terminal reach every process; it is the parent that decides.
_HANDLERS: Final = {
    getattr(signal, name): handler
    for name, handler in (
        ("SIGINT", signal.SIG_IGN),
        ("SIGHUP", signal.SIG_IGN),
        ("SIGTERM", signal.SIG_DFL),
    )
    if hasattr(signal, name)
}


def map_all(
    function: Callable[[A], B],
    values: Sequence[A],
    jobs: int = 0,
    *,
    few: int = FEW,
    chunk: int = CHUNK,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[B]:
    """Apply ``function`` to every value, in order; ``jobs`` processes, 0 for one a core.

    Fewer than ``few`` are mapped here; a worker takes ``chunk`` at a time: both are small for work
    that is slow.

    Results come one by one while the rest is being made: who takes them need not hold them all.
    Where there are workers, ``meanwhile`` is called here once they are at work.
    """
    jobs = jobs or _cores()
    if jobs == 1 or len(values) < few or not hasattr(os, "fork"):
        return map(function, values)
    return _in_workers(function, values, jobs, chunk, meanwhile)


def _in_workers(
    function: Callable[[A], B],
    values: Sequence[A],
    jobs: int,
    chunk: int,
    meanwhile: Callable[[], None] | None,
) -> Iterator[B]:
    starts = portions(len(values), jobs, chunk)
    ends = dict(zip(starts, [*starts[1:], len(values)], strict=True))

    def make(start: int) -> list[B]:
        return [function(value) for value in values[start : ends[start]]]

    gc.freeze()  # keeps the collector from touching, and so copying, the inherited pages
    workers = _Workers()
    try:
        workers.start(make, starts, jobs)
        if meanwhile is not None:
            meanwhile()
        made: dict[int, list[B]] = {}
        for start in starts:
            while start not in made:
                made.update(workers.answers())
            yield from made.pop(start)
    finally:
        # Whoever stops listening, or is interrupted, waits for nothing that is still being made.
        workers.end()
        gc.unfreeze()


def portions(count: int, jobs: int, chunk: int) -> list[int]:
    """Where each portion begins: ever smaller ones at the end, so that no worker is alone there."""
    starts, start = [], 0
    while start < count:
        starts.append(start)
        start += max(1, min(chunk, (count - start) // (_SHARES * jobs)))
    if len(starts) > _MOST_POSITIONS:
        return [*range(0, count, -(-count // _MOST_POSITIONS))]
    return starts


@dataclass(slots=True)
class _Failed:
    """An answer: it cannot be made, and why."""

    error: Exception


class _Workers:
    """Forked processes, each with the pipe that its answers come through."""

    def __init__(self) -> None:
        self._pipes: dict[int, int] = {}
        """By process, where its answers are read."""
        self._lifeline = os.pipe()
        """Nothing is written to it. This process alone holds its second end, however it ends."""
        self._poll = select.poll()

    def start(self, make: Callable[[int], Any], starts: Sequence[int], count: int) -> None:
        """Let ``count`` processes call ``make`` with all of ``starts``."""
        work, filling = os.pipe()
        os.write(filling, b"".join(map(_POSITION.pack, starts)))
        os.close(filling)
        for _ in range(min(count, len(starts))):
            reading, writing = os.pipe()
            _make_room(writing)
            # Ctrl-C waits: amid a fork it would find two processes that take themselves for one.
            waiting = signal.pthread_sigmask(signal.SIG_BLOCK, _HANDLERS)
            try:
                process = os.fork()
                if not process:
                    self._work(make, work, writing, waiting)
                self._pipes[process] = reading
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
            os.close(writing)
            self._poll.register(reading, select.POLLIN)
        os.close(work)

    def answers(self) -> Iterator[tuple[int, Any]]:
        """Wait for the next answers: positions, and what was made of them.

        Raises what ``make`` raised, and ChildProcessError when the system ended a worker.
        """
        owners = {pipe: process for process, pipe in self._pipes.items()}
        for pipe, _ in self._poll.poll():
            if not (said := _read_answer(pipe)):
                self._finished(owners[pipe])
                continue
            start, data = said
            answer = pickle.loads(data)  # noqa: S301 because our own worker made it
            if isinstance(answer, _Failed):
                raise answer.error
            yield start, answer

    def end(self) -> None:
        """End those that still work; nothing of them is needed any more."""
        for process in self._pipes:
            os.kill(process, signal.SIGKILL)
        # To be gone takes a large process a moment: they take it together.
        for process, pipe in self._pipes.items():
            os.waitpid(process, 0)
            os.close(pipe)
        for end in self._lifeline:
            os.close(end)

    def _finished(self, process: int) -> None:
        pipe = self._pipes.pop(process)
        self._poll.unregister(pipe)
        os.close(pipe)
        if os.waitpid(process, 0)[1]:
            raise ChildProcessError(errno.ECHILD, ENDED)

    def _work(
        self, make: Callable[[int], Any], work: int, answers: int, mask: Iterable[int]
    ) -> NoReturn:
        """The whole life of a worker."""
        # Left by an exception too: what this process inherited is not its own to clean up.
        try:
            self._belong_to_parent(mask)
            while position := os.read(work, _POSITION.size):
                (start,) = _POSITION.unpack(position)
                answer = _answer(make, start)
                _write(answers, _HEAD.pack(start, len(answer)))
                _write(answers, answer)
            os._exit(0)
        finally:
            os._exit(1)

    def _belong_to_parent(self, mask: Iterable[int]) -> None:
        for sign, handler in _HANDLERS.items():
            signal.signal(sign, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for pipe in self._pipes.values():
            os.close(pipe)
        watched, held = self._lifeline
        os.close(held)
        Thread(target=_leave_at_end_of, args=(watched,), daemon=True).start()


def _leave_at_end_of(lifeline: int) -> None:
    """A parent that is killed tells nobody, but its end of the pipe is gone."""
    os.read(lifeline, 1)
    os._exit(1)


def _make_room(pipe: int) -> None:
    """A worker begins its next portion while the answer to the last one waits to be read."""
    import fcntl

    # Only Linux lets us; and not without end, where many processes have asked for it.
    if size := getattr(fcntl, "F_SETPIPE_SZ", 0):
        with suppress(OSError):
            fcntl.fcntl(pipe, size, _ROOM)


def _answer(make: Callable[[int], Any], start: int) -> bytes:
    try:
        return pickle.dumps(make(start), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 because the parent raises it again
        return pickle.dumps(_Failed(portable(error)))


def portable(error: Exception) -> Exception:
    """What another process can raise in the place of ``error``, with the trace of this one."""
    import traceback

    told = "".join(traceback.format_exception(error))
    error.add_note(f"in a worker:\n{told}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 because it is made in this line
    except Exception:  # noqa: BLE001 because an exception may hold anything
        return RuntimeError(f"in a worker:\n{told}")
    return error


def _read_answer(pipe: int) -> tuple[int, bytes] | None:
    """A position and what was made there; None when the worker ended, even amid a word."""
    if not (head := _read(pipe, _HEAD.size)):
        return None
    start, size = _HEAD.unpack(head)
    data = _read(pipe, size)
    return (start, data) if data else None


def _read(pipe: int, size: int) -> bytes:
    """So many bytes, or none where the pipe ends before."""
    parts = []
    while size and (part := os.read(pipe, size)):
        parts.append(part)
        size -= len(part)
    return b"" if size else b"".join(parts)


def _write(pipe: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(pipe, left) :]


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
