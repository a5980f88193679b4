"""The frame that all pages of a language share: menu, feeds, asset addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.model.config import Config, NavItem
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.phrases import PhraseBook
from site_builder.model.route import Copy
from site_builder.model.site import Site
from site_builder.model.theme import Theme
from site_builder.model.view import AssetView, ChromeView, LinkView
from site_builder.plan.urls import Urls

FAVICON = "favicon.svg"
HIRING = "hiring"
"""The layout of the hiring page."""


def chrome(
    language: Language, site: Site, urls: Urls, theme: Theme, phrases: PhraseBook
) -> ChromeView:
    """Make the shared frame of one language's pages."""
    config, code = urls.config, language.code
    hiring = next((page for page in site.pages[code] if page_path(page) == config.hiring), None)
    icon = "/" + FAVICON if FAVICON in site.static else asset_address(theme, FAVICON)
    return ChromeView(
        site_title=config.title[code],
        site_description=config.description[code],
        author=config.author,
        language=language,
        home_href=urls.href(urls.home(code)),
        nav=tuple(_nav(language, site, urls, phrases)),
        feeds=tuple(_feeds(language, urls, phrases)),
        social=tuple(LinkView(title=link.name, href=link.url) for link in config.social),
        archive_href=urls.href(urls.below_home(code, "archive/")),
        tags_href=urls.href(urls.below_home(code, "tags/")) if site.tags[code] else "",
        hiring_href=urls.href(urls.document(hiring)) if hiring else "",
        icon_href=urls.href(icon),
        assets=tuple(
            AssetView(name=name, href=urls.href(asset_address(theme, name)))
            for name in sorted({*theme.static, *theme.bundles})
        ),
        boot_script=theme.boot_script,
        phrase_digest=phrases.digest,
    )


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


def _nav(language: Language, site: Site, urls: Urls, phrases: PhraseBook) -> Iterable[LinkView]:
    items = urls.config.nav or _default_nav(site, language.code)
    for item in items:
        link = _nav_link(item, language, site, urls, phrases)
        if link is not None:
            yield link


def _default_nav(site: Site, code: str) -> tuple[NavItem, ...]:
    pages = (page for page in site.pages[code] if not page.name.parent and not page.meta.noindex)
    return (
        NavItem(page="archive", title={}, url=""),
        *(NavItem(page=page.name.slug, title={}, url="") for page in pages),
    )


def _nav_link(
    item: NavItem, language: Language, site: Site, urls: Urls, phrases: PhraseBook
) -> LinkView | None:
    """A menu entry, or None where the page it names does not exist in this language."""
    code = language.code
    typed: Mapping[str, str] = item.title
    title = typed.get(code, "")
    if item.url:
        href = urls.href(item.url) if item.url.startswith("/") else item.url
        return LinkView(title=title or item.url, href=href)
    if item.page in {"archive", "posts"}:
        return LinkView(
            title=title or phrases.text(item.page),
            href=urls.href(urls.below_home(code, "archive/")),
        )
    if item.page in {"tags", "categories"}:
        topics = site.tags[code] if item.page == "tags" else site.categories[code]
        href = urls.href(urls.below_home(code, f"{item.page}/"))
        return LinkView(title=title or phrases.text(item.page), href=href) if topics else None
    page = next((page for page in site.pages[code] if page_path(page) == item.page), None)
    if page is None:
        return None
    return LinkView(title=title or page.meta.title.value, href=urls.href(urls.document(page)))


def page_path(page: Document) -> str:
    """What ``nav:`` calls a page: its path under ``content/pages/`` without language and ending."""
    return f"{page.name.parent}/{page.name.slug}" if page.name.parent else page.name.slug


def _feeds(language: Language, urls: Urls, phrases: PhraseBook) -> Iterable[LinkView]:
    config: Config = urls.config
    if "atom" in config.feeds:
        yield LinkView(
            title=f"{config.title[language.code]} · {phrases.text('feed')}",
            href=urls.href(urls.below_home(language.code, "feed.xml")),
        )
