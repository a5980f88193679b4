"""Why a page is as it is, as values: made by ``inspect``, drawn by ``report``."""

from __future__ import annotations

from site_builder.frozen import dataclass
from site_builder.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of a page, and why it is what it is."""

    name: str
    """In a word or two: ``address``, ``language``."""
    value: str
    rule: str
    """In a few words: ``front matter``, ``the permalink pattern /:slug/``."""
    place: Place | None = None
    """Where the rule found it; None where no file says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that there is to say about one address."""

    subject: str
    """The absolute URL; the path of a text that has no page."""
    path: str
    """The text behind it; empty where there is none."""
    facts: tuple[Fact, ...]
