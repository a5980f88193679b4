"""Texts shown to readers whose language lacks them: ``missing_translations: show``.

The frame is the reader's, the text is its own. Search engines are told of the text's own page
alone: the canonical address is there, and nothing advertises this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_builder.model.document import Document
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.slugs import topic_slug
from site_builder.model.view import LinkView, TextView
from site_builder.plan.context import PlanContext
from site_builder.plan.layouts import template_of
from site_builder.plan.links import Resolver
from site_builder.plan.recipes.texts import text_view
from site_builder.plan.urls import output_path


def stand_ins(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan a page for each text at each address of ``ctx.shown``."""
    if not ctx.shown:
        return
    for code in ctx.chromes:
        resolver = replace(ctx.resolver, reader=code)
        tags = {topic.slug: topic.name for topic in site.tags[code]}
        for document in site.stand_ins[code]:
            address = ctx.shown.get((document.path, code))
            if address is not None:
                view = _view(document, code, address, resolver, site, ctx)
                view = replace(view, tags=_tags(document, code, tags, site, ctx))
                yield _route(document, code, address, view, ctx)


def _view(
    document: Document, code: str, address: str, resolver: Resolver, site: Site, ctx: PlanContext
) -> TextView:
    own = text_view(document, site, ctx)
    versions = site.work_of[document.path].documents
    return replace(
        own,
        chrome=ctx.chromes[code],
        href=ctx.urls.href(address),
        alternates=(),
        languages=tuple(
            replace(choice, is_current=choice.language.code == code) for choice in own.languages
        ),
        body=ctx.body(document, resolver.resolve(document)),
        only_in=tuple(ctx.language_of(one) for one in versions),
        also_in=tuple(ctx.version(one) for one in versions),
        beside=None,
        previous=None,
        next=None,
        related=(),
        series="",
        series_parts=(),
    )


def _tags(
    document: Document, code: str, names: Mapping[str, str], site: Site, ctx: PlanContext
) -> tuple[LinkView, ...]:
    """The tags that the reader's language has too; ``names`` maps their slugs to their names."""
    own = document.meta.language.value
    known = (site.tag_counterparts.get((own, topic_slug(tag)), {}) for tag in document.tags)
    return tuple(ctx.tag_link(names[its[code]], code) for its in known if code in its)


def _route(document: Document, code: str, address: str, view: TextView, ctx: PlanContext) -> Route:
    return Route(
        address=address,
        output=output_path(address),
        language=code,
        form=Form.HTML,
        template=template_of(document, ctx.config, ctx.theme),
        view=view,
        owner=f"{document.path} for readers of {code}",
        place=(document.meta.permalink or document.meta.slug).place,
    )
