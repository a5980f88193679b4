"""Does the hiring page still say what is true?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from site_builder.checks.hiring import STALE_AFTER, check_availability
from site_builder.problems import Place, Problem, Severity
from tests.drawing import plan_of, site_of


def asked(availability: str, day: str) -> list[Problem]:
    """What is said on ``day`` of a hiring page with this availability."""
    drawing = f'pages\n  hire-en layout=hiring "availability={availability}"'
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    now = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    return list(check_availability(site, plan, now))


def test_availability_is_stale_after_a_quarter() -> None:
    """On day 90 nothing is said, on day 91 a note that names the line and the days."""
    given = "{status: open, updated: 2026-01-01}"
    assert STALE_AFTER == 90
    assert asked(given, "2026-04-01") == []
    (problem,) = asked(given, "2026-04-02")
    assert problem.severity is Severity.NOTE
    assert "91 days" in problem.message
    assert problem.place == Place(path="content/pages/hire-en.md", line=4, column=39)


@pytest.mark.parametrize("given", ["{status: closed, updated: 2020-01-01}", "{status: open}"])
def test_nothing_to_confirm_is_silent(given: str) -> None:
    """Who looks for nothing, or gave no day, is not reminded."""
    assert asked(given, "2026-04-02") == []
