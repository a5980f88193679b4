"""Feeds: one a language, and one of all languages together, in each form that site.yml asks for.

Atom (RFC 4287), RSS 2.0 with the whole text, JSON Feed 1.1. All say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from site_builder.model.data_view import EnclosureView, FeedEntryView, FeedView
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.naming import name_of
from site_builder.model.route import Route
from site_builder.model.site import Site
from site_builder.model.view import Alternate
from site_builder.plan.chrome import asset_address
from site_builder.plan.context import PlanContext
from site_builder.plan.feed_forms import FEED_FORMS, FeedFile
from site_builder.plan.recipes.texts import audio_of, image_of
from site_builder.plan.urls import output_path

STYLE = "feed.css"
"""The file of the theme that makes a feed readable in a browser."""


def feeds(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the feeds that site.yml asks for."""
    everything: list[Document] = []
    if ctx.config.feeds and len(ctx.chromes) > 1:
        everything = [post for posts in site.posts.values() for post in posts]
        everything.sort(key=lambda post: (-_timestamp(post), post.path))
    for form in ctx.config.feeds:
        file = FEED_FORMS[form]
        for code, chrome in ctx.chromes.items():
            address = ctx.urls.below_home(code, file.name)
            yield _feed(file, address, chrome.language, site.posts[code], site, ctx)
        if len(ctx.chromes) > 1:
            yield _feed(file, f"/{file.combined}", None, everything, site, ctx)


def _feed(
    file: FeedFile,
    address: str,
    language: Language | None,
    posts: Sequence[Document],
    site: Site,
    ctx: PlanContext,
) -> Route:
    config = ctx.config
    code = language.code if language else config.default_language
    entries = tuple(_entry(post, site, ctx) for post in posts[: config.feed_entries])
    view = FeedView(
        title=config.title[code],
        subtitle=config.description[code],
        author=config.author or config.title[code],
        language=language,
        url=ctx.urls.absolute(address),
        home_url=ctx.urls.absolute(ctx.urls.home(code)),
        updated=max((entry.modified for entry in entries), default=""),
        alternates=tuple(
            Alternate(
                tag=other.tag, url=ctx.urls.absolute(ctx.urls.below_home(other.code, file.name))
            )
            for other in config.languages
            if other is not language
        ),
        entries=entries,
        notice=ctx.phrases[code].text("feed_notice"),
        style_href=(
            ctx.urls.href(asset_address(ctx.theme, STYLE)) if STYLE in ctx.theme.static else ""
        ),
        phrase_digest=ctx.phrases[code].digest,
    )
    words = f"the feed of {language.code}" if language else "the feed of all languages"
    return Route(
        address=address,
        output=output_path(address),
        language=language.code if language else "",
        form=file.form,
        template="",
        view=view,
        owner=words,
    )


def _entry(post: Document, site: Site, ctx: PlanContext) -> FeedEntryView:
    return ctx.once(("feed entry", post.path), lambda: _new_entry(post, site, ctx))


def _new_entry(post: Document, site: Site, ctx: PlanContext) -> FeedEntryView:
    meta = post.meta
    date = meta.date.value.iso if meta.date else ""
    image = image_of(post, site, ctx)
    return FeedEntryView(
        id=entry_id(post, ctx),
        title=meta.title.value,
        url=ctx.urls.absolute(ctx.urls.document(post)),
        date=date,
        modified=meta.modified.iso if meta.modified else date,
        language=ctx.language_of(post),
        author=meta.author,
        summary=meta.description or post.excerpt,
        tags=post.tags,
        image_url=image.url if image else "",
        audio=_enclosure(post, site, ctx),
        body=ctx.feed_body(post),
    )


def entry_id(post: Document, ctx: PlanContext) -> str:
    """The ``tag:`` URI of a post: host, day and name of its work, and its language.

    RFC 4151 asks for a day on which the host was the author's; the post's own is one.
    """
    day, name = name_of(post.meta.key.value)
    day = day or (post.meta.date.value.day if post.meta.date else "")
    host = urlsplit(ctx.config.origin).hostname or ""
    path = f"{ctx.config.base_path}/{post.meta.language.value}/{name}"
    return f"tag:{host},{day}:{quote(path)}"


def _enclosure(post: Document, site: Site, ctx: PlanContext) -> EnclosureView | None:
    found = audio_of(post, site)
    if found is None:
        return None
    name, media_type = found
    return EnclosureView(
        url=ctx.urls.absolute(f"/{name}"), media_type=media_type, size=site.static[name].stat.size
    )


def _timestamp(post: Document) -> float:
    return post.meta.date.value.timestamp if post.meta.date else 0.0
