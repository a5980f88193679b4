"""What CLDR says of a language, asked of Babel: the slow, complete answer.

Babel is imported inside the functions, because a build that has nothing to render never needs it,
and importing it would be a good part of that build's time. ``dates`` asks here only what a
``Spelling`` cannot answer.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel import Locale

DateStyle: TypeAlias = Literal["long", "medium", "month", "year"]

# CLDR skeletons. The medium style is not CLDR's own, which for de, ja and ar is digits only
# (05.01.2026): a date with the month in letters cannot be read in two ways.
_SKELETONS = {"medium": "yMMMd", "month": "yMMMM", "year": "y"}
_ISO_LENGTHS = {"long": 10, "medium": 10, "month": 7, "year": 4}


def format_date(iso: str, tag: str, style: DateStyle = "long") -> str:
    """Spell a day in a language; as ``dates.format_date``, by the data of CLDR itself."""
    if not iso:
        return ""
    day = date.fromisoformat(iso[:10])
    locale = _locale(tag)
    if locale is None:
        return iso[: _ISO_LENGTHS[style]]
    from babel import dates

    if style == "long":
        return dates.format_date(day, "long", locale=locale)
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    return dates.format_skeleton(_SKELETONS[style], noon, locale=locale)


def format_number(number: float, tag: str) -> str:
    """Spell a number with the separators of a language: ``1,234.5``, ``1.234,5``, ``1 234,5``."""
    locale = _locale(tag)
    if locale is None:
        return str(number)
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale)


def format_list(items: Sequence[str], tag: str) -> str:
    """Join words as a sentence would: ``a, b, and c`` in English, ``a、b和c`` in Chinese."""
    locale = _locale(tag)
    if locale is None:
        return ", ".join(items)
    from babel import lists

    return lists.format_list(items, locale=locale)


@lru_cache(maxsize=1_000)
def language_name(tag: str, in_tag: str) -> str:
    """Name the language ``tag`` for readers of ``in_tag``; the tag itself when CLDR has no name.

    Written as in the middle of a sentence: ``inglés``, ``Simplified Chinese``, ``العربية``.
    """
    reader = _locale(in_tag)
    if reader is None:
        return tag
    whole = reader.languages.get(tag.replace("-", "_"))
    named = _locale(tag)
    return whole or (named.get_display_name(reader) if named else None) or tag


@lru_cache(maxsize=1_000)
def language_code(name: str, in_tag: str) -> str:
    """Find the tag of the language that readers of ``in_tag`` call ``name``; empty when unsure.

    The names are those of CLDR: ``Inglés`` is ``en``, ``Cantonés`` is ``yue``.
    """
    reader = _locale(in_tag)
    wanted = name.casefold().strip()
    if reader is None or not wanted:
        return ""
    return next(
        (
            tag.replace("_", "-")
            for tag, one in reader.languages.items()
            if one.casefold() == wanted
        ),
        "",
    )


def plural_category(number: float, tag: str) -> str:
    """Give the CLDR plural category of a number: zero, one, two, few, many or other."""
    locale = _locale(tag)
    return "other" if locale is None else locale.plural_form(number)


def plural_categories(tag: str) -> frozenset[str]:
    """Give all plural categories that CLDR has for a language; ``other`` is always among them."""
    locale = _locale(tag)
    return frozenset({"other"}) | (frozenset() if locale is None else locale.plural_form.tags)


@lru_cache(maxsize=1_000)
def _locale(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    subtags = tag.split("-")
    while subtags:
        try:
            return Locale.parse("-".join(subtags), sep="-")
        except (UnknownLocaleError, ValueError):
            subtags.pop()  # RFC 4647, 3.4: a tag is looked up by dropping its last subtag
    return None
