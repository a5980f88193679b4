"""Mapping over many values, in one process or in several."""

import os
import subprocess
import sys
import time

import pytest

from site_builder.parallel import FEW, map_all, portions
from tests.processes import NEEDS_PROC, is_gone


def test_few_values_stay_in_this_process() -> None:
    """Starting workers for a handful would cost more than it saves."""
    assert set(map_all(lambda _: os.getpid(), range(FEW - 1), jobs=4)) == {os.getpid()}


def test_workers_give_the_same_in_the_same_order() -> None:
    """Any number of processes, one result: and a function need not be picklable."""
    offset = 7
    values = list(range(FEW + 50))
    serial = list(map_all(lambda value: value * 2 + offset, values, jobs=1))
    assert list(map_all(lambda value: value * 2 + offset, values, jobs=3)) == serial


def test_what_is_done_meanwhile() -> None:
    """It is done once, in this process and before the first result; without workers not at all."""
    done: list[int] = []
    values = range(FEW)
    results = map_all(lambda value: value, values, jobs=2, meanwhile=lambda: done.append(1))
    assert (next(results), done) == (0, [1])
    assert (list(results), done) == (list(values[1:]), [1])
    assert list(map_all(abs, values, jobs=1, meanwhile=lambda: done.append(2))) == list(values)
    assert done == [1]


def test_an_exception_in_a_worker_reaches_the_caller() -> None:
    """A bug in a worker is a bug here, not silence."""
    try:
        list(map_all(lambda value: 1 // (value - 5), range(FEW + 1), jobs=2))
    except ZeroDivisionError:
        return
    raise AssertionError("the worker's exception was lost")


def test_a_worker_that_the_system_ends_is_told() -> None:
    """As when memory runs out: the machine's trouble, not a bug and not a wait for ever."""
    with pytest.raises(ChildProcessError, match="memory"):
        list(map_all(lambda _: os.kill(os.getpid(), 9), range(FEW + 1), jobs=2))


def test_who_stops_listening_waits_for_nothing() -> None:
    """The rest is not made when the first result was enough."""
    begun = time.monotonic()
    results = map_all(lambda value: time.sleep(value and 60), range(FEW), jobs=2, chunk=1)
    assert next(results) is None
    results.close()
    assert time.monotonic() - begun < 15


def test_who_stops_listening_amid_a_word_waits_for_nothing() -> None:
    """Workers that are ended while they say more than a pipe holds leave nobody waiting for it."""
    begun = time.monotonic()
    results = map_all(lambda _: "long" * 10_000_000, range(FEW), jobs=2, chunk=1)
    assert next(results).startswith("long")
    time.sleep(0.1)
    results.close()
    assert time.monotonic() - begun < 15


def test_an_exception_that_cannot_travel_is_told() -> None:
    """Its words arrive, though it does not."""
    with pytest.raises(RuntimeError, match="Homebound: no way out"):
        list(map_all(_fail_homebound, range(FEW), jobs=2))


def test_more_values_than_a_pipe_has_room_for() -> None:
    """However many there are, and however few a worker is to take at a time."""
    count = 100_000
    assert sum(map_all(lambda value: value, range(count), jobs=2, chunk=1)) == sum(range(count))


def test_the_work_fits_into_the_smallest_pipe() -> None:
    """Who has many pipes gets them of a page, and nobody reads before all positions are written."""
    for count, jobs, chunk in ((100_000, 2, 1), (40_000, 64, 32), (3_000, 32, 1), (999, 512, 1)):
        starts = portions(count, jobs, chunk)
        assert len(starts) * 4 <= 4_096
        assert starts[0] == 0
        assert starts == sorted(set(starts))


@pytest.mark.skipif(sys.platform != "linux", reason="because others have no word for it")
def test_workers_go_on_while_nobody_listens() -> None:
    """Several answers can wait, each larger than a pipe usually has room for."""
    ended: list[float] = []

    def meanwhile() -> None:
        time.sleep(0.5)
        ended.append(time.monotonic())

    def work(_: int) -> tuple[float, bytes]:
        return time.monotonic(), bytes(100_000)

    made = map_all(work, range(FEW), jobs=2, chunk=1, meanwhile=meanwhile)
    moments = [moment for moment, _ in made]
    assert sum(moment < ended[0] for moment in moments) > 10


def test_no_worker_is_alone_for_long() -> None:
    """The last portions are so small that whoever has one is not waited for."""

    def work(value: int) -> int:
        time.sleep(0.02 if value >= FEW - 8 else 0)
        return os.getpid()

    last = list(map_all(work, range(FEW), jobs=2))[-8:]
    assert min(last.count(process) for process in set(last)) >= 2
    assert len(set(last)) == 2


@NEEDS_PROC
def test_workers_end_with_their_parent() -> None:
    """A parent that is killed leaves no worker behind."""
    text = (
        "import os, time\n"
        "from site_builder.parallel import FEW, map_all\n"
        "def work(value): time.sleep(value and 0.5); return os.getpid()\n"
        "for pid in map_all(work, range(FEW), jobs=2, chunk=1):\n"
        "    print(pid, flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True)
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert is_gone(worker)


class _HomeboundError(Exception):
    def __init__(self, *, why: str) -> None:
        super().__init__(f"Homebound: {why}")


def _fail_homebound(_: int) -> None:
    raise _HomeboundError(why="no way out")
