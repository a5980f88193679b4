"""The site as its ``site.yml`` describes it: read once, handed down, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from site_builder.frozen import dataclass
from site_builder.model.asset import ImageSettings
from site_builder.model.language import Language
from site_builder.model.services import Analytics, Comments

FeedForm: TypeAlias = Literal["atom", "rss", "json"]
MissingTranslations: TypeAlias = Literal["hide", "link", "show"]
RawHtml: TypeAlias = Literal["keep", "escape"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One entry of the menu: a page of the site, or an address."""

    page: str
    """Path under ``content/pages/`` without language and ending, or ``archive``, ``tags``,
    ``categories``; empty when ``url`` is given."""
    title: Mapping[str, str]
    """Language code → words, for every language; empty where the page's own title serves."""
    url: str
    """An address on this site (``/…``) or elsewhere; empty when ``page`` is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialLink:
    """Where else the author can be found."""

    name: str
    """As a reader knows it: ``GitHub``."""
    url: str
    """``https:``, ``http:``, ``mailto:``, or an address on this site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything ``site.yml`` decides, complete and checked."""

    title: Mapping[str, str]
    """Language code → the site's name, for every language."""
    description: Mapping[str, str]
    """Language code → what the site is about, for every language; may be empty."""
    origin: str
    """Scheme and host, without a slash at the end: ``https://user.github.io``."""
    base_path: str
    """What comes before every address of the site: empty, or ``/repo``."""
    author: str
    """Who writes here; empty when not said."""
    default_language: str
    """Code of the language that lives at ``/``."""
    languages: tuple[Language, ...]
    """In the site's order."""
    default_language_prefix: bool
    """Whether the default language lives at ``/<code>/`` too, and ``/`` is a chooser."""
    timezone: str
    """IANA name; dates without an offset are in it."""
    theme: str
    """Name of a folder of themes."""
    permalink: str
    """Pattern of a post's address below its language's home: ``/:slug/``."""
    pagination: int
    """Posts on one list page."""
    feeds: tuple[FeedForm, ...]
    """The forms in which each feed is written."""
    feed_entries: int
    """Posts in one feed."""
    search: bool
    """Whether the site has a search index and a search page."""
    hiring: str
    """Path of the hiring page under ``content/pages/``, without language and ending."""
    nav: tuple[NavItem, ...]
    """The menu; empty where the site's pages make it."""
    social: tuple[SocialLink, ...]
    """In the order of the file."""
    edit_url: str
    """Where a text can be edited, with ``:path``; empty when readers are not asked to."""
    comments: Comments | None
    """Where readers answer to posts."""
    analytics: Analytics | None
    """What counts visits."""
    missing_translations: MissingTranslations
    """What a reader finds where a text does not exist in their language."""
    side_by_side: bool
    """Whether each translation has a page on which it stands beside its original."""
    strict: bool
    """Whether warnings stop the build."""
    raw_html: RawHtml
    """Whether HTML in Markdown is kept or shown as text."""
    smart_quotes: bool
    """Whether straight quotes become those of each text's language."""
    security_csp: bool
    """Whether pages carry a Content Security Policy."""
    audio: str
    """Path under ``static/`` that ``audio: true`` means, without its ending, with ``:stem``."""
    image: str
    """Path under ``static/`` that ``image: true`` means, without its ending, with ``:stem``."""
    images: ImageSettings | None
    """Which smaller versions of pictures are made; None for none."""
    excerpt_length: int
    """Characters."""
    front_matter_extra: tuple[str, ...]
    """Front matter keys of the site's own, which templates may read."""
    front_matter_names: tuple[tuple[str, str], ...]
    """Front matter keys of the site's texts, each with the key of ours that it is read as."""
    layouts: Mapping[str, str]
    """What texts say in ``layout:`` → the layout of the theme that draws them."""
    tags: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Each tag that has other names in other languages: key, then (language code, name) pairs."""
    plugins: tuple[str, ...]
    """``module:name`` or the name of an entry point."""

    @property
    def default(self) -> Language:
        """The language that lives at ``/``."""
        return self.language(self.default_language)

    def language(self, code: str) -> Language:
        """Give the language of the site with this code; ``KeyError`` when there is none."""
        for language in self.languages:
            if language.code == code:
                return language
        raise KeyError(code)

    def resolve_language(self, word: str) -> Language | None:
        """Find the language of the site that a code, tag or alias names, in any case."""
        return find_language(word, self.languages)


def find_language(word: str, languages: Iterable[Language]) -> Language | None:
    """Find the language that ``word`` names by code, tag or alias, in any case.

    An underscore parts as a hyphen does: ``pt_BR`` is what many programs call ``pt-BR``.
    """
    wanted = word.lower()
    either = {wanted, wanted.replace("_", "-")}
    for language in languages:
        if not either.isdisjoint((language.code, language.tag.lower(), *language.aliases)):
            return language
    return None
