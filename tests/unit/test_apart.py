"""Work in a process of its own, and the conversation with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from site_builder.apart import Line, Nursery
from tests.processes import NEEDS_PROC, is_gone, runs


@contextmanager
def nursery(work: Callable[[Line], None], **more: Callable[[], None]) -> Iterator[Nursery]:
    one = Nursery(work, **more)
    try:
        yield one
    finally:
        one.close()


def _say_who(line: Line) -> None:
    line.send(os.getpid())
    while True:
        line.answer(lambda question: question * 2)


def test_each_work_has_a_process() -> None:
    """Neither this one nor that of another work; both can be asked, in any order."""
    with nursery(_say_who) as one:
        first, second = one.start(), one.start()
        processes = {os.getpid(), first.receive(), second.receive()}
        assert len(processes) == 3
        second.send("b")
        first.send("a")
        assert (first.receive(), second.receive()) == ("aa", "bb")


def test_what_the_work_knows_need_not_travel() -> None:
    """It is inherited, as it was when the nursery began."""
    known = {"offset": 7}
    with nursery(lambda line: line.send(known["offset"] + line.receive())) as one:
        known["offset"] = 8
        line = one.start()
        line.send(1)
        assert line.receive() == 8


@NEEDS_PROC
def test_a_process_ends_with_its_line() -> None:
    """When nobody can ask any more; the others stay."""
    with nursery(_say_who) as one:
        first, second = one.start(), one.start()
        gone, stays = first.receive(), second.receive()
        del first
        assert is_gone(gone)
        assert runs(stays)


@NEEDS_PROC
def test_a_process_ends_with_the_nursery_in_the_middle_of_its_work() -> None:
    """It is not waited for."""

    def sleep(line: Line) -> None:
        line.send(os.getpid())
        time.sleep(60)

    with nursery(sleep) as one:
        process = one.start().receive()
    assert is_gone(process)


@NEEDS_PROC
def test_nothing_outlives_a_parent_that_is_killed() -> None:
    """Neither the nursery nor work that is under way."""
    text = (
        "import os, time\n"
        "from site_builder.apart import Nursery\n"
        "def work(line): line.send((os.getppid(), os.getpid())); time.sleep(60)\n"
        "nursery = Nursery(work)\n"
        "print(*nursery.start().receive(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True) as one:
        assert one.stdout
        processes = list(map(int, one.stdout.readline().split()))
        one.kill()
    assert len(processes) == 2
    assert all(map(is_gone, processes))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_are_the_parents_own(number: int) -> None:
    """Ctrl-C reaches all processes of a terminal; the work ends when the parent says so."""
    with nursery(_say_who) as one:
        line = one.start()
        os.kill(line.receive(), number)
        line.send(21)
        assert line.receive() == 42


def test_an_exception_is_raised_where_it_was_asked_for() -> None:
    """With the trace of the other process, and the conversation goes on."""

    def divide(line: Line) -> None:
        while True:
            line.answer(lambda number: 1 / number)

    with nursery(divide) as one:
        line = one.start()
        line.send(0)
        with pytest.raises(ZeroDivisionError) as raised:
            line.receive()
        assert "in divide" not in str(raised.value)
        assert any("lambda" in note for note in raised.value.__notes__)
        line.send(4)
        assert line.receive() == 0.25


def test_work_that_fails_is_told() -> None:
    """A bug there is a bug here, not silence."""

    def fail(_line: Line) -> None:
        raise LookupError("nowhere")

    with nursery(fail) as one, pytest.raises(LookupError, match="nowhere"):
        one.start().receive()


def test_a_process_that_the_system_ends_is_told() -> None:
    """As when memory runs out: the machine's trouble; the next work has another process."""

    def end(line: Line) -> None:
        if line.receive():
            os.kill(os.getpid(), signal.SIGKILL)
        line.send("well")

    with nursery(end) as one:
        line = one.start()
        line.send(True)
        with pytest.raises(ChildProcessError, match="memory"):
            line.receive()
        other = one.start()
        other.send(False)
        assert other.receive() == "well"


def test_a_nursery_thatis_gone_is_told() -> None:
    """Nobody waits for it."""
    one = Nursery(_say_who)
    one.close()
    with pytest.raises(ChildProcessError):
        one.start()


def test_what_is_learned_is_known_to_all_that_come_later() -> None:
    """The first work does not wait for it, and the nursery lets go of what it need not hold."""
    steps: list[str] = []
    with nursery(
        lambda line: line.send(steps),
        settle=lambda: steps.append("settled"),
        learn=lambda: steps.append("learned"),
    ) as one:
        assert one.start().receive() == ["settled"]
        assert one.start().receive() == ["settled", "learned"]
    assert steps == []


def test_threads_of_this_process_are_nothing_to_the_others() -> None:
    """The nursery was there before them, and so forks without any."""
    with nursery(lambda line: line.send(threading.active_count())) as one:
        over = threading.Event()
        threads = [threading.Thread(target=over.wait) for _ in range(3)]
        for thread in threads:
            thread.start()
        assert one.start().receive() == 1
        over.set()
        for thread in threads:
            thread.join()
