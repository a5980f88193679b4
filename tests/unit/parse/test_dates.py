"""Dates as authors type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.meta import Moment
from site_builder.parse.dates import read_day, read_moment

SHANGHAI = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-01-15", "2026-01-15T00:00:00+08:00"),
        ("2026-1-5", "2026-01-05T00:00:00+08:00"),
        ("2026-01-15 10:00", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15T10:00", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15 10:00:30", "2026-01-15T10:00:30+08:00"),
        ("2026-01-15 10:00:30.999", "2026-01-15T10:00:30+08:00"),
        ("2026-01-15 10:00:00 +0800", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15 10:00:00 +08:00", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15T10:00:00+08", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15T02:00:00Z", "2026-01-15T10:00:00+08:00"),
        ("2026-01-15 02:00:00 UTC", "2026-01-15T10:00:00+08:00"),
        ("2026-01-14 21:00:00 -0500", "2026-01-15T10:00:00+08:00"),
        ("  2026-01-15  ", "2026-01-15T00:00:00+08:00"),
        ("2024-02-29", "2024-02-29T00:00:00+08:00"),
    ],
)
def test_every_form_is_told_in_the_zone_of_the_site(typed: str, iso: str) -> None:
    """The day of the address is the day of the site's calendar."""
    moment = read_moment(typed, SHANGHAI)
    assert isinstance(moment, Moment)
    assert moment.iso == iso
    assert moment.day == iso[:10]


def test_a_moment_is_the_same_in_every_zone() -> None:
    """Only the day it is told as may differ."""
    here, there = (
        read_moment("2026-01-15T20:00:00Z", SHANGHAI),
        read_moment("2026-01-15T20:00:00Z", "UTC"),
    )
    assert isinstance(here, Moment)
    assert isinstance(there, Moment)
    assert here.timestamp == there.timestamp == 1768507200
    assert (here.day, there.day) == ("2026-01-16", "2026-01-15")


def test_summer_time_is_known() -> None:
    """Madrid is two hours east of UTC in July and one in January."""
    summer, winter = (
        read_moment("2026-07-15", "Europe/Madrid"),
        read_moment("2026-01-15", "Europe/Madrid"),
    )
    assert isinstance(summer, Moment)
    assert isinstance(winter, Moment)
    assert (summer.iso[-6:], winter.iso[-6:]) == ("+02:00", "+01:00")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2026-13-45", "2026-13-45 is not a day of the calendar: month 13"),
        ("2026-02-30", "2026-02-30 is not a day of the calendar: February 2026 has 28 days"),
        ("2026-02-00", "2026-02-00 is not a day of the calendar: February 2026 has 28 days"),
        ("0000-01-01", "0000-01-01 is not a day of the calendar: year 0"),
        ("next tuesday", '"next tuesday" cannot be read as a date'),
        ("26-01-15", '"26-01-15" cannot be read as a date'),
        ("12026-01-15", '"12026-01-15" cannot be read as a date'),
        ("2026/01/15", '"2026/01/15" cannot be read as a date'),
        ("٢٠٢٦-٠١-١٥", '"٢٠٢٦-٠١-١٥" cannot be read as a date'),
        ("2026-01-15 25:00", "25:00 is not a time of day"),
        ("2026-01-15 10:61", "10:61 is not a time of day"),
        ("2026-01-15 10:00:60", "10:00:60 is not a time of day"),
        ("2026-01-15 10:00 +9999", "+9999 is not an offset from UTC"),
        ("2026-01-15 10:00 +15:00", "+15:00 is not an offset from UTC"),
        ("", '"" cannot be read as a date'),
    ],
)
def test_what_is_no_date_is_answered_with_the_reason(typed: str, reason: str) -> None:
    """Nothing rolls over to the next month, nothing is guessed."""
    assert read_moment(typed, SHANGHAI) == reason


def test_the_ends_of_the_calendar_do_not_crash() -> None:
    """Year 1 and year 9999 are read, or refused where another zone leaves the calendar."""
    assert isinstance(read_moment("0001-01-01", "UTC"), Moment)
    assert isinstance(read_moment("9999-12-31", SHANGHAI), Moment)
    reason = "9999-12-31T23:00Z is outside the calendar in Asia/Shanghai"
    assert read_moment("9999-12-31T23:00Z", SHANGHAI) == reason


@given(st.datetimes())
def test_every_moment_of_the_calendar_is_read(moment: object) -> None:
    """ISO 8601 as Python writes it is one of the forms."""
    read = read_moment(str(moment), "UTC")
    assert isinstance(read, Moment)
    assert str(moment).startswith(read.day)


@given(st.text(alphabet="0123456789-:TZ+ .", max_size=30))
def test_any_text_is_a_moment_or_a_reason(text: str) -> None:
    """Nothing raises."""
    assert isinstance(read_moment(text, SHANGHAI), (Moment, str))


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2023-07-20", "2023-07-20"), ("2023-7-2", "2023-07-02"), ("2023-02-30", None), ("x", None),
     ("2023-07-20 10:00", None)],
)  # fmt: skip
def test_a_day_alone_has_no_time(typed: str, day: str | None) -> None:
    """It is a day of the calendar, or nothing."""
    assert read_day(typed) == day
