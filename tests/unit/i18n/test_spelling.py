"""The remembered spelling of a language says what CLDR says."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from site_builder.i18n import cldr
from site_builder.i18n.spelling import MOST, Spelling
from site_builder.i18n.spellings import spelling_of
from site_builder.model.language import KNOWN

STYLES: tuple[cldr.DateStyle, ...] = ("long", "medium", "month", "year")
EMPTY = Spelling(dates={}, numbers=(), plurals=(), lists=(), names={})


@pytest.mark.parametrize("tag", [language.tag for language in KNOWN])
def test_what_is_answered_is_what_cldr_says(tag: str) -> None:
    """For every well-known language: 60 days in all styles, 500 numbers, lists; None is allowed."""
    chance = random.Random(tag)  # noqa: S311 because these are samples, not secrets
    spelling = spelling_of(tag, ["es"])
    for _ in range(60):
        day = date(1000, 1, 1) + timedelta(days=chance.randrange(600_000))
        for style in STYLES:
            asked = cldr.format_date(day.isoformat(), tag, style)
            assert spelling.date(day, style) in {asked, None}
    numbers = [*range(130), *(chance.randrange(MOST) for _ in range(300))]
    for number in [*numbers, 1000, 10_000, 100_000, 111_111, MOST - 1]:
        assert spelling.plural(number) == cldr.plural_category(number, tag)
        assert spelling.number(number) in {cldr.format_number(number, tag), None}
    for count in range(2, 12):
        items = [f"x{one}" for one in range(count)]
        assert spelling.list_of(items) == cldr.format_list(items, tag)
    assert spelling.names["es"] == cldr.language_name("es", tag)


@pytest.mark.parametrize("language", KNOWN[:9])
def test_the_nine_languages_need_not_ask_cldr(language) -> None:
    """Every style of date, every number below a million, lists of up to eleven."""
    spelling = spelling_of(language.tag)
    assert all(spelling.date(date(2026, 1, 5), style) for style in STYLES)
    assert all(spelling.number(number) for number in (0, 7, 1234, 999_999))
    assert spelling.list_of(["a", "b"])


def test_what_is_not_known_is_left_to_cldr() -> None:
    """Years before 1000, large and broken numbers, no list at all, and whatever was not made."""
    spelling = spelling_of("es")
    assert spelling.date(date(999, 1, 1), "long") is None
    assert spelling.number(MOST) is spelling.number(-1) is spelling.number(1.5) is None
    assert spelling.plural(MOST) is spelling.plural(1.5) is None
    assert spelling.list_of([]) is spelling.list_of(["a"]) is spelling.list_of(["a"] * 99) is None
    assert EMPTY.date(date(2026, 1, 1), "long") is EMPTY.number(1) is EMPTY.list_of("ab") is None
