"""The hiring page, and beside it the same facts for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_builder.model.data_view import ProfileView
from site_builder.model.document import Document
from site_builder.model.hiring import Profile
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.view import HiringView, LinkView
from site_builder.plan.chrome import HIRING
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.recipes.texts import original_of, text_frame, text_route
from site_builder.plan.urls import output_path

_DATA = ((Form.RESUME, "resume.json"), (Form.HIRE, "hire.json"))


def hiring(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan each document of ``layout: hiring``, with its ``resume.json`` and ``hire.json``."""
    for code in ctx.chromes:
        for page in site.pages[code]:
            if page.meta.layout.value == HIRING and page.profile is not None:
                # Places are for messages: a line that moves makes no page anew.
                profile = replace(page.profile, places={})
                yield text_route(page, _view(page, profile, site, ctx), ctx)
                yield from _data_routes(page, profile, ctx)


def _view(page: Document, profile: Profile, site: Site, ctx: PlanContext) -> HiringView:
    return HiringView(
        **spread(text_frame(page, site, ctx)),
        profile=profile,
        body=ctx.body(page),
        is_translated=page.meta.translated.value,
        is_generated=page.meta.generated.value,
        original=original_of(page, site, ctx),
        data=tuple(
            LinkView(title=name, href=ctx.urls.href(_beside(page, name, ctx))) for _, name in _DATA
        ),
    )


def _data_routes(page: Document, profile: Profile, ctx: PlanContext) -> Iterable[Route]:
    view = ProfileView(
        profile=profile,
        language=ctx.language_of(page),
        url=ctx.urls.absolute(ctx.urls.document(page)),
        targets=tuple(one.absolute for one in ctx.resolutions[page.path]),
    )
    for form, name in _DATA:
        address = _beside(page, name, ctx)
        yield Route(
            address=address,
            output=output_path(address),
            language=page.meta.language.value,
            form=form,
            template="",
            view=view,
            owner=f"the {name} of {page.path}",
        )


def _beside(page: Document, name: str, ctx: PlanContext) -> str:
    return ctx.urls.document(page).rpartition("/")[0] + f"/{name}"
