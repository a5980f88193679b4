"""Feeds: one a language, and one of all languages together. Atom, RFC 4287."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext
from site_builder.plan.urls import output_path


def feeds(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the feeds that site.yml asks for."""
    if "atom" not in ctx.config.feeds:
        return
    for code, chrome in ctx.chromes.items():
        address = ctx.urls.below_home(code, "feed.xml")
        yield _feed(address, chrome.language, site.posts[code], ctx)
    if len(ctx.chromes) > 1:
        everything = [post for posts in site.posts.values() for post in posts]
        everything.sort(key=lambda post: (-_timestamp(post), post.path))
        yield _feed("/all.xml", None, everything, ctx)


def _feed(
    address: str, language: Language | None, posts: Sequence[Document], ctx: PlanContext
) -> Route:
    config = ctx.config
    code = language.code if language else config.default_language
    newest = posts[: config.feed_entries]
    entries = tuple(_entry(post, ctx) for post in newest)
    view = FeedView(
        title=config.title[code],
        subtitle=config.description[code],
        author=config.author or config.title[code],
        language=language,
        url=ctx.urls.absolute(address),
        home_url=ctx.urls.absolute(ctx.urls.home(code)),
        updated=max((entry.modified for entry in entries), default=""),
        entries=entries,
        phrase_digest=ctx.phrases[code].digest,
    )
    return Route(
        address=address,
        output=output_path(address),
        language=language.code if language else "",
        form=Form.ATOM,
        template="",
        view=view,
        owner=f"the feed of {language.code}" if language else "the feed of all languages",
    )


def _entry(post: Document, ctx: PlanContext) -> FeedEntryView:
    meta = post.meta
    url = ctx.urls.absolute(ctx.urls.document(post))
    date = meta.date.value.iso if meta.date else ""
    return FeedEntryView(
        id=url,
        title=meta.title.value,
        url=url,
        date=date,
        modified=meta.modified.iso if meta.modified else date,
        language=ctx.language_of(post),
        summary=meta.description or post.excerpt,
        tags=post.tags,
        body=ctx.feed_body(post),
    )


def _timestamp(post: Document) -> float:
    return post.meta.date.value.timestamp if post.meta.date else 0.0
