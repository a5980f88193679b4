"""All public works and the ways to look them up. Whatever is not public is not in here."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.ledger import Ledger
from site_builder.model.source import Source
from site_builder.model.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A tag or a category in one language."""

    slug: str
    """What its address is made of."""
    name: str
    """As first typed by the newest post that has it."""
    documents: tuple[Document, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The posts before and after one, within its language."""

    older: Document | None
    newer: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """All that the public side may know of a document that is not public: that it exists."""

    path: str
    appears: str
    """ISO 8601 moment at which a post held back by its date will appear; empty otherwise."""
    is_unread: bool = False
    """Whether that is so because it could not be understood, which is told of the text itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site, known at once: the barrier between reading and planning."""

    works: tuple[Work, ...]
    """Ordered by key."""
    posts: Mapping[str, tuple[Document, ...]]
    """Language code → posts, newest first, ties by path."""
    listed: Mapping[str, tuple[Document, ...]]
    """Language code → the posts its lists show: its own, and those that stand in."""
    stand_ins: Mapping[str, tuple[Document, ...]]
    """Language code → the texts of other languages in place of missing ones; none under hide."""
    pages: Mapping[str, tuple[Document, ...]]
    """Language code → pages, by path; without home texts."""
    home_texts: Mapping[str, Document]
    """Language code → the page named ``index``, shown on that language's home."""
    by_path: Mapping[str, Document]
    work_of: Mapping[str, Work]
    """Document path → its Work."""
    tags: Mapping[str, tuple[Topic, ...]]
    """Language code → its tags, by slug."""
    categories: Mapping[str, tuple[Topic, ...]]
    tag_counterparts: Mapping[tuple[str, str], Mapping[str, str]]
    """Language code and slug of a tag → code → slug, where other languages have that tag too."""
    category_counterparts: Mapping[tuple[str, str], Mapping[str, str]]
    neighbours: Mapping[str, Neighbours]
    """Post path → its neighbours."""
    related: Mapping[str, tuple[Document, ...]]
    """Post path → what to read next, the best first; posts that share no tag are left out."""
    drafts: frozenset[str]
    """The paths of texts that are here for a preview only: drafts, and those of a later date."""
    hidden: Mapping[str, Hidden]
    """Path → what may be known of a document that is not public."""
    files: Mapping[str, Source]
    """Path → a file beside the Markdown that documents may refer to."""
    static: Mapping[str, Source]
    """Path below ``static/`` → the file there."""
    ledger: Ledger
    """Who has vouched for which translation."""
