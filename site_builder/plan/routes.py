"""All recipes, in order, and the proof that no two of their routes collide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.extend import Recipe
from site_builder.model.asset import Gallery
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.phrases import PhraseBook
from site_builder.model.route import Copy, Plan, Route
from site_builder.model.search import Searchable
from site_builder.model.site import Site
from site_builder.model.theme import Theme
from site_builder.model.view import PageView
from site_builder.plan.active import active_files
from site_builder.plan.chrome import HIRING, chrome, theme_copies
from site_builder.plan.collisions import Claim, collisions
from site_builder.plan.context import PlanContext
from site_builder.plan.layouts import layout_problems
from site_builder.plan.links import Resolver
from site_builder.plan.recipes.archive import archive
from site_builder.plan.recipes.bundles import bundles
from site_builder.plan.recipes.feeds import feeds
from site_builder.plan.recipes.finder import finder
from site_builder.plan.recipes.hiring import hiring
from site_builder.plan.recipes.lists import category_lists, home, tag_lists
from site_builder.plan.recipes.not_found import chooser, not_found
from site_builder.plan.recipes.pictures import pictures
from site_builder.plan.recipes.plain import plain
from site_builder.plan.recipes.redirects import redirects
from site_builder.plan.recipes.search import search as search_files
from site_builder.plan.recipes.side_by_side import side_by_side
from site_builder.plan.recipes.sitemap import sitemap
from site_builder.plan.recipes.stand_ins import stand_ins
from site_builder.plan.recipes.texts import texts
from site_builder.plan.recipes.topics import category_index, tag_index
from site_builder.plan.urls import Urls, document_fault, path_fault
from site_builder.problems import Outcome, Problem

NO_PICTURES = Gallery()

RECIPES: tuple[Recipe, ...] = (
    pictures,
    home,
    texts,
    stand_ins,
    side_by_side,
    hiring,
    archive,
    tag_index,
    tag_lists,
    category_index,
    category_lists,
    feeds,
    search_files,
    redirects,
    not_found,
    finder,
    chooser,
    plain,
    bundles,
)
"""Every kind of page. To add one: a file in ``recipes/`` and a line here."""


def plan_routes(  # noqa: PLR0913 because each is a part of the world that is planned
    site: Site,
    config: Config,
    theme: Theme,
    phrases: Mapping[str, PhraseBook],
    *,
    search: Mapping[str, Searchable] | None = None,
    gallery: Gallery = NO_PICTURES,
    more: Iterable[Recipe] = (),
) -> Outcome[Plan]:
    """Plan the whole site; ``more`` are the recipes of plugins.

    ``search`` maps a language code to what can be found in it; ``gallery`` has the pictures.

    Problems: ``bad-path`` for an address that no disk should hold, those of layouts,
    ``collision`` for two owners of one file. The value is always there.
    """
    ctx = plan_context(site, config, theme, phrases, search or {}, gallery)
    return plan_in(ctx, site, more=more)


def plan_in(ctx: PlanContext, site: Site, *, more: Iterable[Recipe] = ()) -> Outcome[Plan]:
    """Plan the whole site in a context made for it; as :func:`plan_routes`."""
    urls, theme = ctx.urls, ctx.theme
    routes = [route for recipe in (*RECIPES, *more) for route in recipe(site, ctx)]
    routes.append(sitemap(routes))
    copies = (*theme_copies(theme), *_file_copies(site, ctx))
    plan = Plan(
        assets=ctx.gallery.assets,
        routes=tuple(routes),
        copies=copies,
        links=tuple(one.link for found in ctx.resolutions.values() for one in found),
        anchors={urls.document(one): one.anchors for one in site.by_path.values()}
        | {address: site.by_path[path].anchors for (path, _), address in ctx.shown.items()},
        alternates={
            route.view.canonical: route.view.alternates
            for route in routes
            if isinstance(route.view, PageView) and route.view.alternates
        },
    )
    problems = [
        *(fault for document in site.by_path.values() for fault in _faults(document, urls)),
        *layout_problems(site.by_path.values(), ctx.config, theme),
        *_redirect_faults(routes),
        *collisions(_claims(plan)),
        *(active_files(plan.copies, plan.assets) if ctx.config.raw_html == "escape" else ()),
    ]
    return Outcome(value=plan, problems=tuple(problems))


def plan_context(
    site: Site,
    config: Config,
    theme: Theme,
    phrases: Mapping[str, PhraseBook],
    search: Mapping[str, Searchable],
    gallery: Gallery = NO_PICTURES,
) -> PlanContext:
    """What every recipe is handed, made once for a plan."""
    urls = Urls(config)
    by_address = {urls.document(document): document for document in site.by_path.values()}
    shown = _shown(site, urls, by_address)
    resolver = Resolver(site, urls, by_address, shown)
    return PlanContext(
        config=config,
        urls=urls,
        theme=theme,
        phrases=phrases,
        chromes={
            language.code: chrome(language, site, urls, theme, phrases[language.code], shown)
            for language in config.languages
        },
        resolver=resolver,
        shown=shown,
        resolutions={path: resolver.resolve(one) for path, one in site.by_path.items()},
        search=search,
        gallery=gallery,
    )


def _shown(
    site: Site, urls: Urls, by_address: Mapping[str, Document]
) -> Mapping[tuple[str, str], str]:
    """Where texts are shown to readers who lack them; a text of their own goes first."""
    shown: dict[tuple[str, str], str] = {}
    if urls.config.missing_translations == "show":
        taken = set(by_address)
        for code, documents in site.stand_ins.items():
            for document in documents:
                address = urls.stand_in(document, code)
                # The hiring page asks for an answer, and it would come in the wrong language.
                if address not in taken and document.meta.layout.value != HIRING:
                    taken.add(address)
                    shown[document.path, code] = address
    return shown


def _faults(document: Document, urls: Urls) -> Iterable[Problem]:
    meta = document.meta
    fault = document_fault(document, urls.document(document))
    if fault:
        named = meta.permalink or meta.slug
        yield Problem(
            code="bad-path",
            message=f'"{named.value}" cannot be an address: {fault}',
            place=named.place,
            hint="use letters, digits and hyphens, such as /my-text/",
        )


def _redirect_faults(routes: Iterable[Route]) -> Iterable[Problem]:
    for route in routes:
        fault = path_fault(route.address) if route.template == "redirect.html" else ""
        if fault:
            yield Problem(
                code="bad-path",
                message=f'"{route.address}" cannot be an address: {fault}',
                place=route.place,
            )


def _file_copies(site: Site, ctx: PlanContext) -> Iterable[Copy]:
    static = [source.path for source in site.static.values()]
    beside = {one.file for found in ctx.resolutions.values() for one in found if one.file}
    for path in (*static, *sorted(beside)):
        asset = ctx.gallery.assets.get(path)
        output = path.partition("/")[2]
        yield Copy(source=path, output=output, digest=asset.digest if asset else "", owner=path)


def _claims(plan: Plan) -> Iterable[Claim]:
    for route in plan.routes:
        yield Claim(
            output=route.output, address=route.address, owner=route.owner, place=route.place
        )
    for copy in plan.copies:
        yield Claim(output=copy.output, address=f"/{copy.output}", owner=copy.owner, place=None)
