"""Work in a process of its own, and a conversation with it while it lasts.

    nursery = Nursery(work)         # while this process has no threads yet
    line = nursery.start()          # another process begins work(its end of the line)
    line.send("question")
    line.receive()                  # what it sent, or what it raised

A process with threads must not fork. So a small one is forked ahead of the first thread, does
nothing else than fork a process for each work, and ends them when its parent ends, however that
may be. A process ends with its work, or with its line: its memory goes back to the system at once,
and nothing it does, however long and in one go, holds a thread of this process back.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any, Final, NoReturn

from site_builder.parallel import ENDED, portable

# Ctrl-C and a closing terminal reach every process; it is the parent that decides.
_PARENTS_OWN: Final = [
    getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGTERM") if hasattr(signal, name)
]


def can_fork() -> bool:
    """Whether this system has what a Nursery needs."""
    return hasattr(os, "fork")


class Line:
    """One end of a conversation of two processes, for one thread at a time.

    Closed when nobody holds it any more; then the other end hears that it is over.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def send(self, value: object) -> None:
        """Say ``value``; raises ChildProcessError when nobody is there."""
        try:
            self._connection.send(value)
        except (BrokenPipeError, ConnectionResetError):
            raise _over() from None

    def receive(self) -> Any:  # noqa: ANN401 because any value can be said
        """What the other side says next; raises what it raised.

        Raises ChildProcessError when nobody is there.
        """
        try:
            value = self._connection.recv()
        except (EOFError, ConnectionResetError):
            raise _over() from None
        if isinstance(value, _Raised):
            raise value.error
        return value

    def answer(self, function: Callable[[Any], object]) -> None:
        """Wait for a question; send what ``function`` makes of it, or let it raise there."""
        question = self.receive()
        try:
            answer = function(question)
        except Exception as error:  # noqa: BLE001 because the other side raises it again
            self.fail(error)
        else:
            self.send(answer)

    def fail(self, error: Exception) -> None:
        """Let the other side raise ``error``."""
        self.send(_Raised(portable(error)))


class Nursery:
    """A small process without threads that forks others."""

    def __init__(
        self,
        work: Callable[[Line], None],
        settle: Callable[[], None] = lambda: None,
        learn: Callable[[], None] = lambda: None,
    ) -> None:
        """Fork it; only for a process without threads.

        It calls ``settle`` at once, to let go of what it should not have inherited; and, when the
        first work has been begun, ``learn``: all later ones know what was imported there.
        """
        ours, theirs = Pipe()
        # Ctrl-C waits: amid a fork it would find two processes that take themselves for one.
        waiting = signal.pthread_sigmask(signal.SIG_BLOCK, _PARENTS_OWN)
        try:
            process = os.fork()
            if not process:
                ours.close()
                _live(lambda: _tend(theirs, work, settle, learn), waiting)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
        theirs.close()
        self._process = process
        self._asked = ours

    def start(self) -> Line:
        """Begin another work; raises ChildProcessError when the nursery is gone."""
        try:
            self._asked.send_bytes(b"one more")
            return Line(Connection(recv_handle(self._asked)))
        except (EOFError, OSError, RuntimeError):
            raise _over() from None

    @property
    def is_closed(self) -> bool:
        """Whether its works ended because nobody wants them any more."""
        return self._asked.closed

    def close(self) -> None:
        """End it, and all that it has begun."""
        self._asked.close()
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _tend(
    asked: Connection,
    work: Callable[[Line], None],
    settle: Callable[[], None],
    learn: Callable[[], None],
) -> None:
    """The whole life of a nursery."""
    settle()
    running: set[int] = set()
    try:
        while _is_asked(asked):
            running -= _ended(running)
            running.add(_begun(asked, work))
            learn()
    finally:
        for process in running - _ended(running):
            os.kill(process, signal.SIGKILL)


def _begun(asked: Connection, work: Callable[[Line], None]) -> int:
    """The process of another work; the line to it is handed to who asked."""
    ours, theirs = Pipe()
    process = os.fork()
    if not process:
        asked.close()
        ours.close()
        _live(lambda: _work(Line(theirs), work))
    theirs.close()
    send_handle(asked, ours.fileno(), None)
    ours.close()
    return process


def _is_asked(asked: Connection) -> bool:
    try:
        return bool(asked.recv_bytes())
    except (EOFError, OSError):
        return False


def _ended(running: set[int]) -> set[int]:
    """Those that have ended. A process keeps its number until it is asked for here."""
    return {process for process in running if os.waitpid(process, os.WNOHANG)[0]}


def _work(line: Line, work: Callable[[Line], None]) -> None:
    try:
        work(line)
    except Exception as error:  # noqa: BLE001 because the other side raises it again
        line.fail(error)


def _live(life: Callable[[], None], mask: Iterable[int] = ()) -> NoReturn:
    """Live and end, and clean up nothing of what was inherited."""
    try:
        for number in _PARENTS_OWN:
            signal.signal(number, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        with suppress(ChildProcessError):
            life()
    finally:
        os._exit(0)


class _Raised:
    """What was raised instead of an answer."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def _over() -> ChildProcessError:
    return ChildProcessError(errno.ECHILD, ENDED)
