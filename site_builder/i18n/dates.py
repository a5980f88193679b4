"""How a language spells what a page shows beside words: dates, numbers, lists, names of languages.

    format_date("2026-01-05", "es", "long")     5 de enero de 2026
    format_number(1234567, "hi")                12,34,567
    format_list(("A", "B", "C"), "fr")          A, B et C
    language_name("en", "es")                   inglés
    plural_category(3, "ar")                    few

All of it is CLDR's, by way of Babel. Every function takes a BCP 47 tag; what Babel does not know
about ``de-x-foo`` it may know about ``de``, and for a language it has never heard of the neutral
spelling is used: ISO 8601 for dates, the plural form ``other``, the bare tag as a name.

Digits are Latin in every language. CLDR gives ``latn`` as the default of plain ``ar``; the
Arabic-Indic digits belong to some of its countries, such as ``ar-EG``.

What a build spells again and again is remembered as a ``Spelling`` for each language, which
:func:`use` hands over; it says what CLDR says, without importing Babel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from site_builder.i18n import cldr
from site_builder.i18n.cldr import DateStyle, language_code, plural_categories
from site_builder.i18n.spelling import Spelling

__all__ = [
    "DateStyle",
    "format_date",
    "format_list",
    "format_number",
    "language_code",
    "language_name",
    "plural_categories",
    "plural_category",
    "use",
]

_spellings: dict[str, Spelling] = {}


def use(spellings: Mapping[str, Spelling]) -> None:
    """Answer from these what they know: a cache, which changes no answer."""
    _spellings.update(spellings)


@lru_cache(maxsize=50_000)
def format_date(iso: str, tag: str, style: DateStyle = "long") -> str:
    """Spell a day in a language; no day gives no text.

    ``iso`` is an ISO 8601 day or moment, of which only the day counts, in the zone it is written
    in. Styles: ``long`` (5 January 2026), ``medium`` (5 Jan 2026), ``month`` (January 2026) and
    ``year``, each in the order and with the words of the language. ValueError for anything that is
    not a date: dates are read where the front matter is, so that would be a bug.
    """
    if not iso:
        return ""
    spelling = _spellings.get(tag)
    known = spelling and spelling.date(date.fromisoformat(iso[:10]), style)
    return known or cldr.format_date(iso, tag, style)


def format_number(number: float, tag: str) -> str:
    """Spell a number with the separators of a language: ``1,234.5``, ``1.234,5``, ``1 234,5``."""
    spelling = _spellings.get(tag)
    return (spelling and spelling.number(number)) or cldr.format_number(number, tag)


def format_list(items: Sequence[str], tag: str) -> str:
    """Join words as a sentence would: ``a, b, and c`` in English, ``a、b和c`` in Chinese."""
    spelling = _spellings.get(tag)
    return (spelling and spelling.list_of(items)) or cldr.format_list(items, tag)


def language_name(tag: str, in_tag: str) -> str:
    """Name the language ``tag`` for readers of ``in_tag``; the tag itself when CLDR has no name.

    Written as in the middle of a sentence: ``inglés``, ``Simplified Chinese``, ``العربية``.
    """
    spelling = _spellings.get(in_tag)
    return (spelling and spelling.names.get(tag)) or cldr.language_name(tag, in_tag)


@lru_cache(maxsize=10_000)
def plural_category(number: float, tag: str) -> str:
    """Give the CLDR plural category of a number: zero, one, two, few, many or other."""
    spelling = _spellings.get(tag)
    return (spelling and spelling.plural(number)) or cldr.plural_category(number, tag)
