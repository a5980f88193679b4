"""What a stage gave is its value with its Problems, or the end of the run."""

from pathlib import Path

import pytest

from site_builder.build.outcomes import known, take
from site_builder.problems import Outcome, Problem, SiteError
from tests.drawing import codes

WARNING = Problem(code="unknown-key", message="w")
ERROR = Problem(code="bad-value", message="e")


def test_a_stage_gives_its_value_and_its_problems() -> None:
    """Errors of single texts do not end the run here: all are collected first."""
    problems = [WARNING]
    assert take(Outcome(value=1, problems=(ERROR,)), problems) == 1
    assert problems == [WARNING, ERROR]


def test_what_the_build_cannot_go_on_without_ends_it(tmp_path: Path) -> None:
    """With all that was found before; a warning alone ends nothing."""
    assert known(Outcome(value=1, problems=(WARNING,)), [], tmp_path) == 1
    with pytest.raises(SiteError) as raised:
        known(Outcome(value=1, problems=(ERROR,)), [WARNING], tmp_path)
    assert codes(raised.value.problems) == ["unknown-key", "bad-value"]
    with pytest.raises(SiteError):
        known(Outcome(value=None), [], tmp_path)
