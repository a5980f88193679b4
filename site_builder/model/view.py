"""What a template may see: one frozen View a page, and nothing behind it.

A View is documentation, type and cache key at once: a page is rendered again exactly when its View
(or its template) changes. Every address in a View is final: it carries the base path and is
percent-encoded, ready for an attribute. Dates stay ISO 8601; the filters of ``render/`` spell them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_builder.frozen import dataclass
from site_builder.model.hiring import Profile
from site_builder.model.language import Language
from site_builder.model.picture import ImageView, PictureView
from site_builder.model.services import Analytics


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A text that leads somewhere."""

    title: str
    """The words of the link."""
    href: str
    """Its final address."""
    language: Language | None = None
    """The language of ``title`` and target, where it is not the page's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinkView(LinkView):
    """A feed of the page's language."""

    media_type: str
    """Such as ``application/atom+xml``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetView:
    """A file of the theme under its published name."""

    name: str
    """Its path in the theme's ``static/``, such as ``theme.css``."""
    href: str
    """Its address, with the digest of its content in the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromeView:
    """What all pages of one language share: the frame around every text."""

    site_title: str
    site_description: str
    author: str
    """The author's name; empty when site.yml gives none."""
    language: Language
    """The reader's language: of every phrase, date and menu on the page."""
    home_href: str
    nav: tuple[LinkView, ...]
    """The main menu; a page that is missing in this language is not in it."""
    feeds: tuple[FeedLinkView, ...]
    """The feed of this language in each form that the site has, the first one first."""
    social: tuple[LinkView, ...]
    search_href: str
    """Empty when the site has no search."""
    archive_href: str
    tags_href: str
    """Empty when no post of this language has a tag."""
    hiring_href: str
    """Empty when this language has no hiring page."""
    icon_href: str
    analytics: Analytics | None
    """The script that counts visits; None unless the author switched one on."""
    assets: tuple[AssetView, ...]
    """Every file of the theme; templates ask for one with ``asset("theme.css")``."""
    boot_script: str
    """The theme's inline script, run before the first paint; allowed by its digest in the CSP."""
    phrase_digest: str
    """Changes when a phrase of this language changes, so that the pages follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChoice:
    """One entry of the language switcher."""

    language: Language
    href: str
    """The same text in that language, else the page that shows it to readers of that language,
    else that language's home; never a dead link."""
    is_current: bool
    is_translation: bool
    """Whether the page is really in that language."""
    is_home: bool
    """Whether the link leads to that language's home, which the switcher says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """One ``<link rel="alternate" hreflang>``, in the head and in the sitemap alike."""

    tag: str
    """A BCP 47 tag or ``x-default``."""
    url: str
    """Absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioView:
    """A recording of the text."""

    href: str
    media_type: str
    """Such as ``audio/mpeg``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """Where readers answer to a text."""

    provider: str
    """``giscus`` or ``utterances``."""
    host: str
    """Who is asked when a reader wants to see them, in words: ``giscus.app``."""
    frame: str
    """The address of the frame, to be completed by the reader's colours and session."""
    href: str
    """Where they can be read without scripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TocEntry:
    """A line of the table of contents."""

    id: str
    text: str
    level: int
    """2 to 4, as typed in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A post as lists show it."""

    title: str
    href: str
    date: str
    """ISO 8601 day, or empty."""
    excerpt: str
    is_translated: bool
    language: Language
    """The language of the text, which a ``show`` policy may make differ from the page's."""
    also_in: tuple[LinkView, ...]
    """The other languages of the same text, by their own names."""
    is_draft: bool = False
    """Whether it is only in a preview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """The finished HTML of a text, by digest, with the targets that fill its link slots."""

    digest: str
    targets: tuple[str, ...]
    """The value of each slot, in slot order; empty for a link that leads nowhere."""
    language: Language
    """The language the text is written in."""
    pictures: Mapping[int, PictureView] = field(default_factory=dict)
    """Slot → the picture there; those of other sites and of unknown size are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page has; each kind of page adds its own fields."""

    chrome: ChromeView
    title: str
    """Without the site's name."""
    description: str
    href: str
    canonical: str
    """Absolute address of the page that should be found by search."""
    alternates: tuple[Alternate, ...]
    languages: tuple[LanguageChoice, ...]
    is_indexed: bool
    """False adds ``noindex``."""
    security_policy: str
    """The page's Content-Security-Policy; empty when the site turned it off."""
    image: ImageView | None = None
    """For social cards and, on posts, the hero."""
    edit_href: str = ""
    """Where the text can be edited; empty when readers are not asked to."""
    is_draft: bool = False
    """Whether the text is only in a preview, as one of a later date is too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView(PageView):
    """A page or a post: a text of the author's."""

    body: BodyView
    only_in: tuple[Language, ...]
    """The languages of the text, where it is shown to readers of another; else empty."""
    toc: tuple[TocEntry, ...]
    """Empty when the author turned it off or there are fewer than three headings."""
    date: str
    """ISO 8601 moment; empty on pages."""
    modified: str
    """ISO 8601 moment of the last change; empty when not given."""
    author: str
    is_translated: bool
    is_generated: bool
    original: LinkView | None
    """The text this one was translated from, where it is published."""
    minutes: int
    """Reading time, rounded up."""
    tags: tuple[LinkView, ...]
    also_in: tuple[LinkView, ...]
    beside: LinkView | None
    """Where the text stands beside the lead of its work, in whose title and language."""
    series: str
    """Its name; empty for a text of none."""
    series_parts: tuple[LinkView, ...]
    """All posts of the series in this language, oldest first, this one too."""
    audio: AudioView | None
    comments: CommentsView | None
    """Only on posts."""
    previous: LinkView | None
    """The next older post of this language."""
    next: LinkView | None
    """The next newer post of this language."""
    related: tuple[LinkView, ...]
    """Posts of this language that share tags with it, the best first, at most three."""
    extra: tuple[tuple[str, str], ...]
    """The front matter keys of the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HiringView(PageView):
    """The hiring page; its profile's rich texts have slots that ``body.targets`` fills."""

    profile: Profile
    """``basics.email`` and ``basics.phone`` are empty where they are kept from collectors."""
    body: BodyView
    is_translated: bool
    is_generated: bool
    original: LinkView | None
    evidence: Mapping[str, tuple[LinkView, ...]]
    """A keyword → the texts that show it: those the author names, else the list of its tag."""
    email_parts: tuple[str, ...]
    """Name and host of an address kept from collectors; empty otherwise."""
    phone_parts: tuple[str, ...]
    """The digits of a number kept from collectors, in groups; empty otherwise."""
    photo: ImageView | None
    modified: str
    """ISO 8601: when the page last changed, else when availability was confirmed; or empty."""
    data: tuple[LinkView, ...]
    """The machine-readable files beside the page: resume.json, hire.json."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView(PageView):
    """A page at an old address that leads to the new one."""

    target: str
    """Absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySideView(PageView):
    """A text beside the lead of its work; the template is handed their rows as ``pairs``."""

    body: BodyView
    """The text, in the language of the page."""
    beside: BodyView
    """The lead: the original, where there is one."""
    own: LinkView
    """The page of the text alone."""
    lead: LinkView
