"""The page that lists all tags of a language, and the one for its categories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from site_builder.model.list_view import TopicsView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site, Topic
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path


def tag_index(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the list of tags where a language has any."""
    yield from _index("tags", site.tags, ctx.urls.tag, ctx)


def category_index(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the list of categories where a language has any."""
    yield from _index("categories", site.categories, ctx.urls.category, ctx)


def _index(
    word: str,
    topics: Mapping[str, tuple[Topic, ...]],
    address: Callable[[str, str], str],
    ctx: PlanContext,
) -> Iterable[Route]:
    addresses = {
        code: ctx.urls.below_home(code, f"{word}/") for code in ctx.chromes if topics[code]
    }
    for code, own in addresses.items():
        frame = ctx.frame(
            code,
            title=ctx.phrases[code].text(word),
            description=ctx.chromes[code].site_description,
            address=own,
            siblings=addresses,
        )
        view = TopicsView(
            **spread(frame),
            topics=tuple(ctx.topic(topic, address(code, topic.slug)) for topic in topics[code]),
        )
        yield Route(
            address=own,
            output=output_path(own),
            language=code,
            form=Form.HTML,
            template="topics.html",
            view=view,
            owner=f"the {word} of {code}",
            in_sitemap=True,
        )
