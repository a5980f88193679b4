"""Mapping over many values, in one process or in several."""

import os

from site_builder.parallel import FEW, map_all


def test_few_values_stay_in_this_process() -> None:
    """Starting workers for a handful would cost more than it saves."""
    assert set(map_all(lambda _: os.getpid(), range(FEW - 1), jobs=4)) == {os.getpid()}


def test_workers_give_the_same_in_the_same_order() -> None:
    """Any number of processes, one result: and a function need not be picklable."""
    offset = 7
    values = list(range(FEW + 50))
    serial = list(map_all(lambda value: value * 2 + offset, values, jobs=1))
    assert list(map_all(lambda value: value * 2 + offset, values, jobs=3)) == serial


def test_an_exception_in_a_worker_reaches_the_caller() -> None:
    """A bug in a worker is a bug here, not silence."""
    try:
        list(map_all(lambda value: 1 // (value - 5), range(FEW + 1), jobs=2))
    except ZeroDivisionError:
        return
    raise AssertionError("the worker's exception was lost")
