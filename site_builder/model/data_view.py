"""What files without a template are made of: feeds, the sitemap, data, pictures, plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from site_builder.frozen import dataclass
from site_builder.model.hiring import Profile
from site_builder.model.language import Language
from site_builder.model.view import Alternate, BodyView, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureView:
    """A recording that feed readers can fetch and play."""

    url: str
    media_type: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntryView:
    """A post as feeds show it."""

    id: str
    """A ``tag:`` URI (RFC 4151) of the post's name: it stays when the address changes."""
    title: str
    url: str
    date: str
    modified: str
    language: Language
    author: str
    """Empty where it is the feed's."""
    summary: str
    tags: tuple[str, ...]
    image_url: str
    """The hero, which stands before the text; empty when there is none."""
    audio: EnclosureView | None
    body: BodyView
    """Its targets are absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed of posts."""

    title: str
    subtitle: str
    author: str
    language: Language | None
    """None for the combined feed."""
    url: str
    home_url: str
    updated: str
    """ISO 8601 moment of the newest entry, so that the same posts give the same bytes."""
    alternates: tuple[Alternate, ...]
    """The feeds of the other languages, in the same form."""
    entries: tuple[FeedEntryView, ...]
    notice: str
    """What to do with a feed, for those who open it in a browser."""
    style_href: str
    """The style sheet that makes it readable there; empty where the theme has none."""
    phrase_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """One address of the sitemap."""

    url: str
    modified: str
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """Every page that search engines should know."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainView:
    """A small text file, complete: robots.txt, CNAME, .nojekyll."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardView:
    """A shard of a search index."""

    digest: str
    """Names its text in the memory's content store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """The data of a hiring page for machines."""

    profile: Profile
    language: Language
    url: str
    """Absolute address of the page."""
    address: str
    """Absolute address of the file itself."""
    modified: str
    """ISO 8601, as the page says it; empty when nothing honest can be said."""
    evidence: Mapping[str, tuple[str, ...]]
    """A keyword → the absolute addresses of what shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """A smaller version of a picture, to be encoded."""

    source: str
    """The Source's path."""
    digest: str
    """SHA-256 of its bytes: a picture that has changed since is not encoded in its place."""
    format: str
    """``avif``, ``webp`` or ``jpeg``."""
    width: int
    """Pixels."""
    height: int
    """Pixels; where the proportions are others than those of the source, the middle is kept."""
    quality: int
    """1 to 100, in the scale of JPEG and WebP."""
    encoder: str
    """Name and version of what encodes it."""


View: TypeAlias = (
    PageView | FeedView | SitemapView | PlainView | ShardView | ProfileView | VariantView
)
"""All that a Route may carry."""
