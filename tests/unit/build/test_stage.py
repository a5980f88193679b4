"""A stage tells once that it has finished, with its numbers and how long it took."""

import time

import pytest

from site_builder.build.stage import Stage
from site_builder.events import Event, StageFinished


def test_it_tells_how_many_it_handed_on_and_how_many_of_them_it_made() -> None:
    """In seconds, and not before it has ended."""
    told: list[Event] = []
    with Stage("parse", told.append) as stage:
        time.sleep(0.01)
        stage.done(7, fresh=2)
        assert told == []
    (event,) = told
    assert isinstance(event, StageFinished)
    assert (event.stage, event.count, event.fresh) == ("parse", 7, 2)
    assert 0.01 <= event.seconds < 5


def test_what_is_not_remembered_was_all_made() -> None:
    """A stage without a memory need not count twice."""
    told: list[Event] = []
    with Stage("plan", told.append) as stage:
        stage.done(3)
    assert [(one.count, one.fresh) for one in told if isinstance(one, StageFinished)] == [(3, 3)]


def test_a_stage_that_breaks_off_is_told_and_its_error_goes_on() -> None:
    """Nothing is swallowed, and a run that failed still says where its time went."""
    told: list[Event] = []
    with pytest.raises(ValueError, match="broken"), Stage("render", told.append):
        raise ValueError("broken")
    assert [one.stage for one in told if isinstance(one, StageFinished)] == ["render"]
