"""Views of pages that list others: homes, tags, archives, and those that speak all languages."""

from __future__ import annotations

from site_builder.frozen import dataclass
from site_builder.model.language import Language
from site_builder.model.view import BodyView, EntryView, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginationView:
    """Where a list page stands among its sisters."""

    number: int
    total: int
    newer_href: str
    older_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A tag or category with the number of its posts."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """One language of the site: its home and the list of its posts."""

    language: Language
    href: str
    posts_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedHomeView(HomeView):
    """One language of the site, and how much there is to read in it."""

    count: int
    """Posts in this language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(PageView):
    """The home page and its continuations, and the page of one tag."""

    body: BodyView | None
    """The author's home text; only on the first page."""
    is_home: bool
    entries: tuple[EntryView, ...]
    pagination: PaginationView
    topics: tuple[TopicView, ...] = ()
    """The tags with most posts; only on a front page."""
    homes: tuple[CountedHomeView, ...] = ()
    """Every language, in the site's order; only on a front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The posts of one year."""

    year: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView(PageView):
    """All posts of a language by year."""

    years: tuple[YearView, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView(PageView):
    """All tags, or all categories, of a language."""

    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryLanguageView(PageView):
    """A page in all languages, the default's first: 404, and the chooser of languages."""

    homes: tuple[HomeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(EveryLanguageView):
    """The page for every address that is not there."""

    finder_href: str
    """The folder of the files that a script finds texts by."""
    finder_files: int
    finder_names: str
    """The JSON of the only file, which is then in the page; empty where there are several."""
