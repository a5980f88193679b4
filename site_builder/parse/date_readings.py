"""Dates as people write them, in the form that is read here: for hints alone, never for a page.

24 de noviembre de 2026     2026-11-24
2026年11月24日               2026-11-24
24.11.2026                  2026-11-24
05/12/2026                  2026-12-05 or 2026-05-12, and nobody but the author knows which
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from site_builder.model.meta import Moment
from site_builder.parse.dates import read_moment
from site_builder.patterns import late

_MONTHS: Final = (
    "january enero janvier januar janeiro gennaio يناير जनवरी",
    "february febrero février fevrier februar fevereiro febbraio فبراير फ़रवरी फरवरी",
    "march marzo mars märz março مارس मार्च",
    "april abril avril aprile أبريل ابريل अप्रैल",
    "may mayo mai maio maggio مايو मई",
    "june junio juin juni junho giugno يونيو जून",
    "july julio juillet juli julho luglio يوليو जुलाई",
    "august agosto août aout أغسطس अगस्त",
    "september septiembre setiembre septembre setembro settembre سبتمبر सितंबर सितम्बर",
    "october octubre octobre oktober outubro ottobre أكتوبر अक्टूबर अक्तूबर",
    "november noviembre novembre novembro نوفمبر नवंबर नवम्बर",
    "december diciembre décembre decembre dezember dezembro dicembre ديسمبر दिसंबर दिसम्बर",
)
_SHORTEST = 3
"""Letters of a month that say which: ``nov``."""
_TIME = late(r"(?:[ \t,]+|t)(\d{1,2}:\d{2}(?::\d{2})?)", re.ASCII | re.IGNORECASE)
_BETWEEN_WORDS = late(r"[\s\d.,/\\年月日号號-]+")
_LONGEST = 100
"""Characters; nothing longer is a date."""
_DIGITS_OF_YEAR = 4


def date_readings(text: str) -> tuple[str, ...]:
    """Give what ``text`` may mean, day before month first; empty when it cannot be understood."""
    text = unicodedata.normalize("NFC", text.strip()).casefold()
    if len(text) > _LONGEST:
        return ()
    time = _TIME.search(text)
    day = text[: time.start()] + text[time.end() :] if time else text
    tail = f" {time[1]}" if time else ""
    dated = (f"{reading}{tail}" for reading in _days(day))
    return tuple(dict.fromkeys(one for one in dated if isinstance(read_moment(one, "UTC"), Moment)))


def _days(text: str) -> Iterator[str]:
    """Every reading, of which some are not in the calendar."""
    numbers = re.findall(r"\d+", text)
    words = [word for word in _BETWEEN_WORDS.split(text) if word]
    years = [number for number in numbers if len(number) == _DIGITS_OF_YEAR]
    if len(years) != 1:
        return
    rest = [number for number in numbers if number != years[0]]
    months = {month for word in words for month in _months(word)}
    if len(months) == 1 and len(rest) == 1:
        yield _day(years[0], months.pop(), rest[0])
    if words or len(rest) != 2:  # noqa: PLR2004  because a day and a month are two numbers
        return
    first, second = rest
    if numbers[0] == years[0]:
        yield _day(years[0], first, second)
        return
    yield _day(years[0], second, first)
    # Where points part the numbers the day comes first in every language.
    if "." not in text:
        yield _day(years[0], first, second)


def _months(word: str) -> Iterator[int]:
    for number, names in enumerate(_MONTHS, 1):
        for name in unicodedata.normalize("NFC", names).split():
            if word == name or (len(word) >= _SHORTEST and name.startswith(word)):
                yield number


def _day(year: str, month: int | str, day: str) -> str:
    return f"{int(year):04}-{int(month):02}-{int(day):02}"
