"""What will be published where: the Plan and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from site_builder.frozen import dataclass
from site_builder.model.asset import Asset
from site_builder.model.data_view import View
from site_builder.model.view import Alternate
from site_builder.problems import Place


class Form(StrEnum):
    """The form of the bytes a Route becomes."""

    HTML = "html"
    ATOM = "atom"
    RSS = "rss"
    JSON_FEED = "json-feed"
    SITEMAP = "sitemap"
    RESUME = "resume"
    HIRE = "hire"
    SEARCH = "search"
    TEXT = "text"
    IMAGE = "image"


FEEDS = frozenset({Form.ATOM, Form.RSS, Form.JSON_FEED})
"""The forms in which a feed is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One address, and everything needed to make its bytes."""

    address: str
    """Below the base path, decoded, NFC: ``/es/título/``."""
    output: str
    """The file it becomes, relative to the output folder."""
    language: str
    """Language code; empty for what belongs to no language."""
    form: Form
    template: str
    """Name of the theme's template; empty for forms without one."""
    view: View
    owner: str
    """Who claims the address, in words for a message: a source path or ``the archive of es``."""
    place: Place | None = None
    """Where the author can change the address."""
    in_sitemap: bool = False
    modified: str = ""
    """ISO 8601 moment for the sitemap; empty when nothing honest can be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A file published as it is."""

    source: str
    """Relative to the site's root, or absolute for a file of an installed theme."""
    output: str
    digest: str
    """SHA-256 of the content where known (theme files); empty where ``write`` has to compare."""
    owner: str


class Verdict(StrEnum):
    """What became of a link."""

    FOUND = "found"
    EXTERNAL = "external"
    MISSING_PAGE = "missing-page"
    MISSING_FILE = "missing-file"
    HIDDEN = "hidden"
    UNREAD = "unread"
    """To a text that could not be understood: whether there is a page, nobody knows yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLink:
    """A reference of a document, and where it leads."""

    place: Place
    target: str
    """As typed."""
    verdict: Verdict
    address: str
    """The address it leads to; empty unless found inside the site."""
    anchor: str
    """The fragment, decoded; empty when there is none."""
    suggestion: str
    """What to type instead, in that text: a target that looks alike; empty when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that will be published; proven free of collisions."""

    routes: tuple[Route, ...]
    copies: tuple[Copy, ...]
    links: tuple[ResolvedLink, ...]
    anchors: Mapping[str, tuple[str, ...]]
    """Address → the ids a link to it may name."""
    alternates: Mapping[str, tuple[Alternate, ...]]
    """Absolute URL of each page with alternates → these, as head and sitemap say them."""
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """Source path → a picture that is shown."""
