"""The pages that belong to no language and so speak all of them: 404, and the chooser at ``/``.

GitHub Pages has one 404 page for a whole site, and answers missing addresses with it and with
status 404, which no search engine indexes: the page itself need not ask for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from site_builder.model.list_view import EveryLanguageView, NotFoundView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.recipes.finder import FOLDER, file_count, finder_files
from site_builder.plan.urls import output_path


def not_found(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan ``404.html``, the default language's words first."""
    title = ctx.phrases[ctx.config.default_language].text("not_found_title")
    count = file_count(site)
    view = NotFoundView(
        **_every_language("/404.html", title, ctx),
        finder_href=ctx.urls.href(FOLDER),
        finder_files=count,
        finder_names=finder_files(site, ctx)[0] if count == 1 else "",
    )
    yield _route("/404.html", "404.html", "the 404 page", view)


def chooser(site: Site, ctx: PlanContext) -> Iterable[Route]:  # noqa: ARG001 because the Protocol asks for it
    """Plan the choice of languages at ``/`` where the default language has a prefix too."""
    if ctx.config.default_language_prefix:
        title = ctx.config.title[ctx.config.default_language]
        view = EveryLanguageView(**_every_language("/", title, ctx))
        yield _route("/", "chooser.html", "the chooser of languages", view)


def _every_language(address: str, title: str, ctx: PlanContext) -> dict[str, Any]:
    default = ctx.config.default_language
    frame = ctx.frame(
        default,
        title=title,
        description=ctx.chromes[default].site_description,
        address=address,
        siblings={},
    )
    homes = sorted(ctx.homes(), key=lambda home: home.language.code != default)
    return spread(frame) | {"homes": tuple(homes)}


def _route(address: str, template: str, owner: str, view: EveryLanguageView) -> Route:
    return Route(
        address=address,
        output=output_path(address),
        language=view.chrome.language.code,
        form=Form.HTML,
        template=template,
        view=view,
        owner=owner,
    )
