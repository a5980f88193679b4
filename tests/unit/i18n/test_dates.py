"""Dates, numbers, lists and names, as nine languages and some harder ones spell them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale

import site_builder
from site_builder.i18n.dates import (
    DateStyle,
    format_date,
    format_list,
    format_number,
    language_name,
    plural_categories,
    plural_category,
)

ROOT = Path(site_builder.__file__).parents[1]


@pytest.mark.parametrize(
    ("tag", "long", "medium", "month"),
    [
        ("en", "January 5, 2026", "Jan 5, 2026", "January 2026"),
        ("zh-Hans", "2026年1月5日", "2026年1月5日", "2026年1月"),
        ("zh-Hant", "2026年1月5日", "2026年1月5日", "2026年1月"),
        ("ja", "2026年1月5日", "2026年1月5日", "2026年1月"),
        ("es", "5 de enero de 2026", "5 ene 2026", "enero de 2026"),
        ("hi", "5 जनवरी 2026", "5 जन॰ 2026", "जनवरी 2026"),
        ("fr", "5 janvier 2026", "5 janv. 2026", "janvier 2026"),
        ("de", "5. Januar 2026", "5. Jan. 2026", "Januar 2026"),
        ("ar", "5 يناير 2026", "5 يناير 2026", "يناير 2026"),
    ],
)
def test_a_day_in_nine_languages(tag: str, long: str, medium: str, month: str) -> None:
    """The fifth of January reads as a newspaper of each language would print it."""
    assert format_date("2026-01-05", tag, "long") == long
    assert format_date("2026-01-05", tag, "medium") == medium
    assert format_date("2026-01-05", tag, "month") == month


def test_a_year_has_its_character_in_chinese_and_none_in_spanish() -> None:
    """The year alone follows CLDR too."""
    assert format_date("2026-01-05", "zh-Hans", "year") == "2026年"
    assert format_date("2026-01-05", "es", "year") == "2026"


@pytest.mark.parametrize("moment", ["2026-01-05T00:30:00+08:00", "2026-01-05T23:30:00-08:00"])
def test_a_moment_shows_the_day_it_was_written_with(moment: str) -> None:
    """A post of half past midnight in Guangzhou is not moved to the day before."""
    assert format_date(moment, "es", "long") == "5 de enero de 2026"
    assert format_date(moment, "es", "medium") == "5 ene 2026"


def test_no_date_gives_no_text() -> None:
    """A page without a date shows nothing in its place."""
    assert format_date("", "es", "long") == ""


def test_what_is_not_a_date_is_a_bug() -> None:
    """Dates were read and checked long before; anything else is refused loudly."""
    with pytest.raises(ValueError, match="isoformat"):
        format_date("soon", "es", "long")


@pytest.mark.parametrize(
    ("style", "text"),
    [("long", "2026-01-05"), ("medium", "2026-01-05"), ("month", "2026-01"), ("year", "2026")],
)
def test_a_language_without_data_gets_the_neutral_spelling(style: DateStyle, text: str) -> None:
    """Klingon has no data in CLDR: its pages show ISO dates and plain numbers, not English."""
    assert format_date("2026-01-05", "tlh", style) == text
    assert format_number(1234.5, "tlh") == "1234.5"
    assert format_list(["a", "b", "c"], "tlh") == "a, b, c"
    assert language_name("es", "tlh") == "es"
    assert plural_category(1, "tlh") == "other"
    assert plural_categories("tlh") == {"other"}


@pytest.mark.parametrize(
    ("tag", "text"),
    [("de-x-saxon", "5. Januar 2026"), ("es-Latn-XX", "5 de enero de 2026")],
)
def test_an_unusual_tag_is_read_as_far_as_it_is_known(tag: str, text: str) -> None:
    """Private and unknown subtags are dropped from the end (RFC 4647, lookup)."""
    assert format_date("2026-01-05", tag, "long") == text


def test_hong_kong_is_given_traditional_characters() -> None:
    """zh-HK means zh-Hant-HK, as CLDR's likely subtags say."""
    assert language_name("zh-Hant", "zh-HK") == "繁體中文"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "1,234,567.5"),
        ("es", "1.234.567,5"),
        ("fr", "1\u202f234\u202f567,5"),
        ("hi", "12,34,567.5"),
        ("ar", "1,234,567.5"),
    ],
)
def test_numbers_are_grouped_as_the_language_does(tag: str, text: str) -> None:
    """Separators, and in Hindi the size of the groups, are those of the language."""
    assert format_number(1_234_567.5, tag) == text


def test_arabic_is_written_with_the_digits_that_cldr_gives_plain_arabic() -> None:
    """Latin digits are CLDR's default for ``ar``; Arabic-Indic ones belong to ``ar-EG``."""
    assert Locale.parse("ar").default_numbering_system == "latn"
    assert format_date("2026-01-05", "ar", "year") == "2026"


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "A, B, and C"), ("es", "A, B y C"), ("zh-Hans", "A、B和C"), ("ar", "A وB وC")],
)
def test_lists_are_joined_as_in_a_sentence(tag: str, text: str) -> None:
    """The last two items are joined by the language's own "and"."""
    assert format_list(("A", "B", "C"), tag) == text


@pytest.mark.parametrize(
    ("tag", "in_tag", "name"),
    [
        ("en", "es", "inglés"),
        ("zh-Hans", "en", "Simplified Chinese"),
        ("zh-Hant", "ja", "繁体中国語"),
        ("pt-BR", "fr", "portugais brésilien"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("ar", "ar", "العربية"),
        ("xx", "en", "xx"),
    ],
)
def test_a_language_is_named_for_its_reader(tag: str, in_tag: str, name: str) -> None:
    """Names are CLDR's; a language it does not know is shown by its tag."""
    assert language_name(tag, in_tag) == name


@pytest.mark.parametrize(
    ("number", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (11, "many"), (100, "other")],
)
def test_arabic_has_six_ways_to_count(number: int, category: str) -> None:
    """Each of the six categories of CLDR is reached."""
    assert plural_category(number, "ar") == category


def test_none_is_singular_in_french_and_plural_in_english() -> None:
    """Zero takes the form that the language's rule gives it."""
    assert plural_category(0, "fr") == "one"
    assert plural_category(0, "en") == "other"


def test_babel_is_not_imported_before_it_is_needed() -> None:
    """A build with nothing to render does not pay for Babel: importing the room leaves it out."""
    script = (
        "import sys; from site_builder.i18n import catalog, dates;"
        "from site_builder.model.language import KNOWN;"
        "phrases = catalog.load_catalog(KNOWN[:9], ()).value['es'];"
        "print(phrases.text('home'), 'babel' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout == "Inicio False\n"
