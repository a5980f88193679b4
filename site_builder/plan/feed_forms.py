"""The forms of a feed, and the file each of them is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from site_builder.frozen import dataclass
from site_builder.model.config import FeedForm
from site_builder.model.route import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFile:
    """How one form of feed is published."""

    form: Form
    name: str
    """Below a language's home."""
    combined: str
    """The feed of all languages, below the site's root."""
    media_type: str
    label: str
    """What readers call it, where a site has several forms; the same in every language."""


FEED_FORMS: Final[Mapping[FeedForm, FeedFile]] = {
    "atom": FeedFile(
        form=Form.ATOM,
        name="feed.xml",
        combined="all.xml",
        media_type="application/atom+xml",
        label="Atom",
    ),
    "rss": FeedFile(
        form=Form.RSS,
        name="rss.xml",
        combined="all-rss.xml",
        media_type="application/rss+xml",
        label="RSS",
    ),
    "json": FeedFile(
        form=Form.JSON_FEED,
        name="feed.json",
        combined="all.json",
        media_type="application/feed+json",
        label="JSON",
    ),
}
