"""The frame that all pages of a language share: menu, feeds, asset addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.model.config import Config, NavItem
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.phrases import PhraseBook
from site_builder.model.route import Copy
from site_builder.model.site import Site
from site_builder.model.source import Kind
from site_builder.model.theme import Theme
from site_builder.model.view import AssetView, ChromeView, FeedLinkView, LinkView
from site_builder.plan.feed_forms import FEED_FORMS
from site_builder.plan.urls import Urls

FAVICON = "favicon.svg"
HIRING = "hiring"
"""The layout of the hiring page."""


def chrome(
    language: Language,
    site: Site,
    urls: Urls,
    theme: Theme,
    phrases: PhraseBook,
    shown: Mapping[tuple[str, str], str],
) -> ChromeView:
    """Make the shared frame of one language's pages; ``shown`` is that of PlanContext."""
    config, code = urls.config, language.code
    hiring = next((page for page in site.pages[code] if page_path(page) == config.hiring), None)
    icon = "/" + FAVICON if FAVICON in site.static else asset_address(theme, FAVICON)
    return ChromeView(
        site_title=config.title[code],
        site_description=config.description[code],
        author=config.author,
        language=language,
        home_href=urls.href(urls.home(code)),
        nav=tuple(_nav(language, site, urls, phrases, shown)),
        feeds=tuple(_feeds(language, urls, phrases)),
        social=tuple(LinkView(title=link.name, href=link.url) for link in config.social),
        search_href=search_href(language, urls, theme),
        archive_href=urls.href(urls.below_home(code, "archive/")),
        tags_href=urls.href(urls.below_home(code, "tags/")) if site.tags[code] else "",
        hiring_href=urls.href(urls.document(hiring)) if hiring else "",
        icon_href=urls.href(icon),
        analytics=config.analytics,
        assets=tuple(
            AssetView(name=name, href=urls.href(asset_address(theme, name)))
            for name in sorted({*theme.static, *theme.bundles})
        ),
        boot_script=theme.boot_script,
        phrase_digest=phrases.digest,
    )


SEARCH_PAGE = "search.html"
"""The template without which a theme has no search."""


def search_href(language: Language, urls: Urls, theme: Theme) -> str:
    """Where the search page of a language is; empty when the site or its theme has none."""
    has_search = urls.config.search and SEARCH_PAGE in theme.templates
    return urls.href(urls.below_home(language.code, "search/")) if has_search else ""


def asset_address(theme: Theme, name: str) -> str:
    """Where a file of the theme is published: its digest in the name, so caches never lie."""
    stem, dot, ending = name.rpartition(".")
    digest = (theme.static.get(name) or theme.bundles[name]).digest[:10]
    return f"/assets/{stem}.{digest}.{ending}" if dot else f"/assets/{name}.{digest}"


def theme_copies(theme: Theme) -> Iterable[Copy]:
    """The files of the theme's ``static/``, each under its published name."""
    for name, file in sorted(theme.static.items()):
        yield Copy(
            source=file.path,
            output=asset_address(theme, name).lstrip("/"),
            digest=file.digest,
            owner=f"the theme {theme.name}",
        )


def _nav(
    language: Language,
    site: Site,
    urls: Urls,
    phrases: PhraseBook,
    shown: Mapping[tuple[str, str], str],
) -> Iterable[LinkView]:
    code = language.code
    pages = (*site.pages[code], *(one for one in site.stand_ins[code] if one.kind is Kind.PAGE))
    for item in urls.config.nav or _default_nav(pages):
        if item.url or item.page in _LISTS:
            link = _list_link(item, code, site, urls, phrases)
        else:
            page = next((page for page in pages if page_path(page) == item.page), None)
            link = _page_link(item, page, code, urls, shown) if page else None
        if link is not None:
            yield link


_LISTS = ("archive", "posts", "tags", "categories")
"""Words of the menu that mean a list, not a page of the author's."""


def _default_nav(pages: Iterable[Document]) -> tuple[NavItem, ...]:
    shown = (page for page in pages if not page.name.parent and not page.meta.noindex)
    return (
        NavItem(page="archive", title={}, url=""),
        *(NavItem(page=page.name.slug, title={}, url="") for page in shown),
    )


def _list_link(
    item: NavItem, code: str, site: Site, urls: Urls, phrases: PhraseBook
) -> LinkView | None:
    """A menu entry for an address or a list, or None where this language has no such list."""
    title = item.title.get(code, "")
    if item.url:
        href = urls.href(item.url) if item.url.startswith("/") else item.url
        return LinkView(title=title or item.url, href=href)
    topics = {"tags": site.tags[code], "categories": site.categories[code]}.get(item.page)
    if topics == ():
        return None
    place = "archive/" if topics is None else f"{item.page}/"
    href = urls.href(urls.below_home(code, place))
    return LinkView(title=title or phrases.text(item.page), href=href)


def _page_link(
    item: NavItem, page: Document, code: str, urls: Urls, shown: Mapping[tuple[str, str], str]
) -> LinkView:
    """A menu entry for a page; it says its language where that is not the reader's."""
    title = item.title.get(code, "")
    address = shown.get((page.path, code)) or urls.document(page)
    own = urls.config.language(page.meta.language.value)
    return LinkView(
        title=title or page.meta.title.value,
        href=urls.href(address),
        language=own if own.code != code and not title else None,
    )


def page_path(page: Document) -> str:
    """What ``nav:`` calls a page: its path under ``content/pages/`` without language and ending."""
    return f"{page.name.parent}/{page.name.slug}" if page.name.parent else page.name.slug


def _feeds(language: Language, urls: Urls, phrases: PhraseBook) -> Iterable[FeedLinkView]:
    config: Config = urls.config
    title = f"{config.title[language.code]} · {phrases.text('feed')}"
    for form in config.feeds:
        file = FEED_FORMS[form]
        yield FeedLinkView(
            title=f"{title} ({file.label})" if len(config.feeds) > 1 else title,
            href=urls.href(urls.below_home(language.code, file.name)),
            media_type=file.media_type,
        )
