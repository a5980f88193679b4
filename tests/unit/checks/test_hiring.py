"""Is the hiring page still true, and does it tell everyone more than it should?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from site_builder.checks.hiring import STALE_AFTER, check_availability, check_privacy
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


def told(*facts: str) -> list[Problem]:
    """What is said of the privacy of a hiring page."""
    drawing = f"pages\n  hire-en layout=hiring {' '.join(facts)}"
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    return list(check_privacy(site, plan))


def test_what_is_private_is_noted_once_a_kind_with_every_line() -> None:
    """Pay, e-mail and phone: a note each, at the first place, naming the others."""
    problems = told(
        '"basics={email: a@example.org, phone: +34 600 000 000}"',
        '"facts=[{label: Pay, value: 30k CNY}]"',
        '"requirements=[From 30k CNY, Write to b@example.org]"',
    )
    assert {one.severity for one in problems} == {Severity.NOTE}
    told_of = {one.message.partition(" is ")[0]: one for one in problems}
    assert [str(one.place) for one in problems] == [
        "content/pages/hire-en.md:5:29",
        "content/pages/hire-en.md:4:17",
        "content/pages/hire-en.md:4:39",
    ]
    assert told_of["pay"].message == "pay is public: 30k CNY, and again in line 6"
    email = told_of["the e-mail address"].message
    assert email == "the e-mail address is public: a@example.org, and again in line 6"
    assert told_of["the phone number"].message == "the phone number is public: +34 600 000 000"


def test_an_address_kept_from_collectors_needs_no_note() -> None:
    """Unless the text spells another one."""
    basics = '"basics={email: a@example.org, obfuscate: true}"'
    assert told(basics) == []
    (problem,) = told(basics, "'body=Or b@example.org.'")
    assert "b@example.org" in problem.message


def test_a_page_without_such_words_is_silent() -> None:
    """Nothing private, nothing said."""
    assert told("'requirements=[Madrid]'") == []
