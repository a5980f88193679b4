"""The pages that belong to no language and so speak all of them: 404, and the chooser at ``/``.

GitHub Pages has one 404 page for a whole site.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.list_view import EveryLanguageView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path


def not_found(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan ``404.html``, the default language's words first."""
    title = ctx.phrases[ctx.config.default_language].text("not_found_title")
    yield _route("/404.html", title, "404.html", "the 404 page", site, ctx)


def chooser(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the choice of languages at ``/`` where the default language has a prefix too."""
    if ctx.config.default_language_prefix:
        title = ctx.config.title[ctx.config.default_language]
        yield _route("/", title, "chooser.html", "the chooser of languages", site, ctx)


def _route(
    address: str, title: str, template: str, owner: str, site: Site, ctx: PlanContext
) -> Route:
    default = ctx.config.default_language
    frame = ctx.frame(
        default, title=title, description="", address=address, siblings={}, is_indexed=False
    )
    homes = sorted(ctx.homes(site), key=lambda home: home.language.code != default)
    return Route(
        address=address,
        output=output_path(address),
        language=default,
        form=Form.HTML,
        template=template,
        view=EveryLanguageView(**spread(frame), homes=tuple(homes)),
        owner=owner,
    )
