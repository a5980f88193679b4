"""A translation beside its original, for those who learn a language or doubt a word.

Where the original is not here, the lead of the work takes its place. The page is below that of the
translation and never indexed: search engines are told of the two texts alone. It doubles the pages
of a site that is mostly translations, so a site asks for it with ``side_by_side: true``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_builder.model.document import Document
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.view import SideBySideView
from site_builder.plan.beside import address_beside, lead_beside
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.recipes.texts import text_frame
from site_builder.plan.urls import output_path


def side_by_side(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan a page for each text that is not the lead of its work, where the site asks for it."""
    if not ctx.config.side_by_side:
        return
    for code in ctx.chromes:
        for document in (*site.posts[code], *site.pages[code]):
            lead = lead_beside(document, site, ctx)
            if lead is not None:
                yield _route(document, lead, site, ctx)


def _route(document: Document, lead: Document, site: Site, ctx: PlanContext) -> Route:
    address = address_beside(document, lead, ctx)
    own = text_frame(_with_needs_of(document, lead), site, ctx)
    frame = replace(own, href=ctx.urls.href(address), alternates=(), is_indexed=False)
    view = SideBySideView(
        **spread(frame),
        body=ctx.body(document),
        beside=ctx.body(lead),
        own=ctx.link_to(document),
        lead=ctx.link_to(lead),
    )
    return Route(
        address=address,
        output=output_path(address),
        language=document.meta.language.value,
        form=Form.HTML,
        template="side-by-side.html",
        view=view,
        owner=f"{document.path} beside {lead.path}",
        place=(document.meta.permalink or document.meta.slug).place,
    )


def _with_needs_of(document: Document, other: Document) -> Document:
    """The document as one whose body needs what both bodies need, for the page's policy."""
    return replace(
        document,
        inline_scripts=tuple(dict.fromkeys((*document.inline_scripts, *other.inline_scripts))),
        remote_hosts=tuple(dict.fromkeys((*document.remote_hosts, *other.remote_hosts))),
        uses_inline_style=document.uses_inline_style or other.uses_inline_style,
    )
