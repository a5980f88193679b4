"""How one language spells dates, whole numbers, lists and names of languages, as plain data.

Made from CLDR once (``spellings``) and then filled in without it: ``{d} de enero de {y}`` is all
that January needs in Spanish. What the data cannot answer is None, for CLDR to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from site_builder.frozen import dataclass

MOST: Final = 1_000_000
"""Numbers below this are known."""
PERIOD: Final = 100
"""Plural forms of whole numbers repeat with this period from 100 on (CLDR has none that does not,
below a million)."""
_FIRST_YEAR: Final = 1000
"""Years with four digits are spelled alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """The spelling of one language."""

    dates: Mapping[str, Sequence[str]]
    """Style → the pattern of each month, with ``{y}`` and ``{d}``; styles that vary are absent."""
    numbers: Sequence[str]
    """Patterns of numbers of one to six digits, each digit a ``#``."""
    plurals: Sequence[str]
    """The plural category of 0 to 199."""
    lists: Sequence[str]
    """Patterns of lists of two, three … items, each item a NUL."""
    names: Mapping[str, str]
    """Tag → name of a language."""

    def date(self, day: date, style: str) -> str | None:
        """Spell a day."""
        months = self.dates.get(style)
        if months is None or day.year < _FIRST_YEAR:
            return None
        return months[day.month - 1].replace("{y}", str(day.year)).replace("{d}", str(day.day))

    def number(self, number: float) -> str | None:
        """Spell a whole number."""
        if not isinstance(number, int) or not 0 <= number < MOST or not self.numbers:
            return None
        digits = str(number)
        rest = iter(digits)
        pattern = self.numbers[len(digits) - 1]
        return "".join(next(rest) if mark == "#" else mark for mark in pattern)

    def plural(self, number: float) -> str | None:
        """The plural category of a whole number."""
        if not isinstance(number, int) or not 0 <= number < MOST:
            return None
        return self.plurals[number if number < PERIOD else PERIOD + number % PERIOD]

    def list_of(self, items: Sequence[str]) -> str | None:
        """Join words as a sentence would."""
        at = len(items) - 2
        if not 0 <= at < len(self.lists):
            return None
        between = self.lists[at].split("\0")
        return "".join(part + item for part, item in zip(between, (*items, ""), strict=True))
