"""What one file's front matter says, each value with the rule and the place that decided it."""

from __future__ import annotations

from typing import Generic, TypeVar

from site_builder.frozen import dataclass
from site_builder.problems import Place

T = TypeVar("T")

FRONT_MATTER = "front matter"
"""The rule of every value that stands in the front matter of the file itself."""
FILE_NAME = "file name"
"""The rule of a value read from the name of the file."""
FOLDER = "folder"
"""The rule of a language read from a folder."""
PATTERN = "site.yml pattern"
"""The rule of a path made by a pattern of the site."""
DEFAULT = "default"
"""The rule of a value that nobody gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Generic[T]):
    """A value, and why it is what it is."""

    value: T
    rule: str
    """In a word or two: ``front matter``, ``file name``, ``folder``, ``default`` …"""
    place: Place
    """Where it was said; the file as a whole where a rule speaks of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time as the author's calendar has it."""

    iso: str
    """ISO 8601 with seconds and offset: ``2026-01-15T10:00:00+08:00``."""
    day: str
    """The day in the site's time zone, ``YYYY-MM-DD``: what addresses and archives show."""
    timestamp: float
    """Seconds since 1970-01-01 UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPicture:
    """The picture above a text, as its author asks for it."""

    path: bool | str | None = None
    """True asks for the file that the site's pattern names; None where only words are given."""
    alt: str = ""
    """What it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The keys of one file; None where the file says nothing about a key.

    The sentence for each key is in ``parse/keys.py``, from which the reference is made.
    """

    title: Decided[str] | None = None
    date: Decided[Moment] | None = None
    lang: Decided[str] | None = None
    """As typed: a code, tag or alias of a language of the site."""
    translation_key: Decided[str] | None = None
    layout: Decided[str] | None = None
    type: Decided[str] | None = None
    translated: Decided[bool] | None = None
    generated: Decided[bool] | None = None
    audio: Decided[bool | str] | None = None
    """True asks for the file that the site's pattern names; a text is its path."""
    image: Decided[AskedPicture] | None = None
    tags: Decided[tuple[str, ...]] | None = None
    categories: Decided[tuple[str, ...]] | None = None
    tag: Decided[tuple[str, ...]] | None = None
    """One word, whatever spaces it has; it goes before ``tags``."""
    category: Decided[tuple[str, ...]] | None = None
    """One word, whatever spaces it has; it goes before ``categories``."""
    permalink: Decided[str] | None = None
    slug: Decided[str] | None = None
    description: Decided[str] | None = None
    excerpt: Decided[str] | None = None
    draft: Decided[bool] | None = None
    published: Decided[bool] | None = None
    redirect_from: Decided[tuple[str, ...]] | None = None
    last_modified_at: Decided[Moment] | None = None
    author: Decided[str] | None = None
    math: Decided[bool] | None = None
    toc: Decided[bool] | None = None
    series: Decided[str] | None = None
    noindex: Decided[bool] | None = None
    extra: tuple[tuple[str, str], ...] = ()
    """Keys of the site's own with their text, in the order of the file."""
