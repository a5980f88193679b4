"""Lists of posts, page by page: the home of each language and the page of each topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.list_view import CountedHomeView, ListView, PaginationView, TopicView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site, Topic
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path

TOPICS_SHOWN = 24
"""Tags on a front page; all of them are on the page of tags."""


def home(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the home of every language, with the author's home text, and its continuations."""
    homes = {code: ctx.urls.home(code) for code in ctx.chromes}
    for code, chrome in ctx.chromes.items():
        text = site.home_texts.get(code)
        listing = _List(
            code=code,
            first=homes[code],
            posts=site.listed[code],
            title=text.meta.title.value if text else chrome.site_title,
            description=(text and text.meta.description) or chrome.site_description,
            siblings=homes,
            template="home.html",
            owner=text.path if text else f"the home of {code}",
            text=text,
            topics=_most_used(site.tags[code], code, ctx),
            homes=_counted_homes(site, ctx),
        )
        yield from _pages(listing, site, ctx)


def tag_lists(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan a list for every tag."""
    yield from _topic_lists(site.tags, site.tag_counterparts, ctx.urls.tag, "tag", site, ctx)


def category_lists(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan a list for every category."""
    yield from _topic_lists(
        site.categories, site.category_counterparts, ctx.urls.category, "category", site, ctx
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What all pages of one list have in common."""

    code: str
    first: str
    """Address of the first page."""
    posts: Sequence[Document]
    title: str
    description: str
    siblings: Mapping[str, str]
    template: str
    owner: str
    text: Document | None = None
    topics: tuple[TopicView, ...] = ()
    homes: tuple[CountedHomeView, ...] = ()


def _topic_lists(
    topics: Mapping[str, tuple[Topic, ...]],
    counterparts: Mapping[tuple[str, str], Mapping[str, str]],
    address: Callable[[str, str], str],
    word: str,
    site: Site,
    ctx: PlanContext,
) -> Iterable[Route]:
    for code in ctx.chromes:
        for topic in topics[code]:
            first = address(code, topic.slug)
            elsewhere = counterparts.get((code, topic.slug), {})
            listing = _List(
                code=code,
                first=first,
                posts=topic.documents,
                title=topic.name,
                description=ctx.phrases[code].text("posts_in_tag", tag=topic.name),
                siblings={code: first}
                | {other: address(other, slug) for other, slug in elsewhere.items()},
                template="tag.html",
                owner=f'the {word} "{topic.name}" of {topic.documents[0].path}',
            )
            yield from _pages(listing, site, ctx)


def _pages(listing: _List, site: Site, ctx: PlanContext) -> Iterable[Route]:
    size = ctx.config.pagination
    total = max(1, -(-len(listing.posts) // size))
    for number in range(1, total + 1):
        is_first = number == 1
        address = ctx.urls.page_number(listing.first, number)
        posts = listing.posts[(number - 1) * size : number * size]
        text = listing.text if is_first else None
        frame = ctx.frame(
            listing.code,
            title=listing.title,
            description=listing.description,
            address=address,
            siblings=listing.siblings,
            # Page two of one language is no translation of page two of another.
            advertised=listing.siblings if is_first else {},
            document=text,
        )
        view = ListView(
            **spread(frame),
            body=ctx.body(text) if text else None,
            is_home=listing.template == "home.html",
            entries=tuple(ctx.entry(post, site, listing.code) for post in posts),
            pagination=_pagination(listing.first, number, total, ctx),
            topics=listing.topics if is_first else (),
            homes=listing.homes if is_first else (),
        )
        yield Route(
            address=address,
            output=output_path(address),
            language=listing.code,
            form=Form.HTML,
            template=listing.template,
            view=view,
            owner=listing.owner if is_first else f"page {number} of {listing.first}",
            in_sitemap=is_first,
            modified=_newest(posts) if is_first else "",
        )


def _counted_homes(site: Site, ctx: PlanContext) -> tuple[CountedHomeView, ...]:
    return tuple(
        CountedHomeView(
            language=home.language,
            href=home.href,
            posts_href=home.posts_href,
            count=len(site.posts[home.language.code]),
        )
        for home in ctx.homes()
    )


def _most_used(tags: Iterable[Topic], code: str, ctx: PlanContext) -> tuple[TopicView, ...]:
    """The tags of a front page, by name."""
    most = nlargest(TOPICS_SHOWN, tags, key=lambda tag: len(tag.documents))
    return tuple(
        ctx.topic(tag, ctx.urls.tag(code, tag.slug))
        for tag in sorted(most, key=lambda tag: tag.name.casefold())
    )


def _pagination(first: str, number: int, total: int, ctx: PlanContext) -> PaginationView:
    def href(other: int) -> str:
        within = 1 <= other <= total
        return ctx.urls.href(ctx.urls.page_number(first, other)) if within else ""

    return PaginationView(
        number=number, total=total, newer_href=href(number - 1), older_href=href(number + 1)
    )


def _newest(posts: Sequence[Document]) -> str:
    return posts[0].meta.date.value.iso if posts and posts[0].meta.date else ""
