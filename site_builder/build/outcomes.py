"""What a stage gave: its value, with its Problems collected, or the end of the build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from site_builder.discover.quote import quote_lines
from site_builder.problems import Outcome, Problem, SiteError, has_errors

_T = TypeVar("_T")


def take(outcome: Outcome[_T], problems: list[Problem]) -> _T:
    """The value of a stage that always gives one; its problems are collected."""
    problems += outcome.problems
    if outcome.value is None:
        raise SiteError(problems)
    return outcome.value


def known(outcome: Outcome[_T], before: Iterable[Problem], root: Path) -> _T:
    """The value of something the build cannot go on without."""
    if outcome.value is None or has_errors(outcome.problems):
        raise SiteError(quote_lines([*before, *outcome.problems], root))
    return outcome.value
