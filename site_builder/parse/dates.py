"""Dates as authors type them.

    2026-01-15                       midnight in the site's time zone
    2026-01-15 10:00                 in the site's time zone
    2026-01-15 10:00:00 +0800        Jekyll's form
    2026-01-15T02:00:00Z             ISO 8601; fractions of a second are dropped

Jekyll takes 30 February for 1 March (tried on 4.3.1); here it is an error.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from site_builder.model.meta import Moment
from site_builder.patterns import late

_DAY = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_OFFSET = r"(?P<offset>Z|UTC|[+-]\d{2}(?::?\d{2})?)"
_MOMENT = late(rf"{_DAY}(?:(?:T|[ \t]+){_TIME}(?:[ \t]*{_OFFSET})?)?", re.ASCII | re.IGNORECASE)
_ONLY_DAY = late(_DAY, re.ASCII)
_LARGEST_OFFSET = 14 * 60
_MINUTES_OF_HOUR = 60


@lru_cache(maxsize=256)  # a text and its translations have one
def read_moment(text: str, timezone: str) -> Moment | str:
    """Read a date, with or without a time, or say in a line why it cannot be read.

    ``timezone`` is the site's IANA name: a date that names no offset is in it, and the result is
    told in it.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return f'"{text.strip()}" cannot be read as a date'
    fault = _fault_of_day(match) or _fault_of_time(match)
    if fault:
        return fault
    zone = _zone(timezone)
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    stated = _offset(match["offset"]) if match["offset"] else zone
    moment = datetime(year, month, day, hour, minute, second, tzinfo=stated)
    try:
        local = moment.astimezone(zone) if match["offset"] else moment
        return Moment(
            iso=local.isoformat(), day=local.date().isoformat(), timestamp=local.timestamp()
        )
    # On the first and the last day of the calendar another zone can be a day beyond it.
    except OverflowError:
        return f"{text.strip()} is outside the calendar in {timezone}"


def read_day(text: str) -> str | None:
    """Read a day without a time into ``YYYY-MM-DD``; None when it is not one."""
    match = _ONLY_DAY.fullmatch(text.strip())
    if match is None or _fault_of_day(match):
        return None
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def _fault_of_day(match: re.Match[str]) -> str:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    typed = f"{match['year']}-{match['month']}-{match['day']}"
    if year == 0:
        return f"{typed} is not a day of the calendar: year 0"
    if not 1 <= month <= 12:  # noqa: PLR2004  because the year has twelve months
        return f"{typed} is not a day of the calendar: month {month}"
    try:
        date(year, month, day)
    except ValueError:
        from calendar import month_name, monthrange

        last = monthrange(year, month)[1]
        return f"{typed} is not a day of the calendar: {month_name[month]} {year} has {last} days"
    return ""


def _fault_of_time(match: re.Match[str]) -> str:
    if match["hour"] is None:
        return ""
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004  because a day has 24 hours of 60 minutes
        typed = ":".join(match[part] for part in ("hour", "minute", "second") if match[part])
        return f"{typed} is not a time of day"
    offset = match["offset"]
    if offset and _minutes(offset) is None:
        return f"{offset} is not an offset from UTC"
    return ""


def _minutes(offset: str) -> int | None:
    """Minutes east of UTC; None for what no clock shows (more than 14 hours)."""
    if offset[0] not in "+-":
        return 0
    digits = offset[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    total = hours * _MINUTES_OF_HOUR + minutes
    if minutes >= _MINUTES_OF_HOUR or total > _LARGEST_OFFSET:
        return None
    return -total if offset[0] == "-" else total


def _offset(typed: str) -> tzinfo:
    minutes = _minutes(typed) or 0
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


def _zone(name: str) -> tzinfo:
    # UTC needs no time zone data, which some systems lack.
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
