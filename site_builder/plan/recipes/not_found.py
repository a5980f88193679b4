"""The one 404 page. GitHub Pages has one for all languages, so it speaks all of them."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.view import HomeView, NotFoundView
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path


def not_found(_site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan ``404.html``, the default language's words first."""
    default = ctx.config.default_language
    codes = sorted(ctx.chromes, key=lambda code: code != default)
    address = "/404.html"
    frame = ctx.frame(
        default,
        title=ctx.phrases[default].text("not_found_title"),
        description="",
        address=address,
        siblings={},
        is_indexed=False,
    )
    homes = tuple(
        HomeView(
            language=ctx.chromes[code].language,
            href=ctx.chromes[code].home_href,
            posts_href=ctx.chromes[code].archive_href,
        )
        for code in codes
    )
    yield Route(
        address=address,
        output=output_path(address),
        language=default,
        form=Form.HTML,
        template="404.html",
        view=NotFoundView(**spread(frame), homes=homes),
        owner="the 404 page",
    )
