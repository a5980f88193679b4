"""Are the alternates of every page absolute, mutual and true?

Google ignores alternates that the page they name does not return; a link to a page that does
not exist costs a reader's trust.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from site_builder.model.data_view import SitemapEntry, SitemapView
from site_builder.model.route import Form, Plan
from site_builder.model.site import Site
from site_builder.model.view import Alternate, PageView
from site_builder.problems import Problem


def check_hreflang(_site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``hreflang``, which would be a mistake of a recipe, the builder's or a plugin's."""
    # Every page that may be advertised is in the sitemap, and no other is in it.
    tags = {
        route.view.canonical: route.view.chrome.language.tag
        for route in plan.routes
        if isinstance(route.view, PageView) and route.in_sitemap
    }
    faults = [
        (url, fault)
        for url, alternates in plan.alternates.items()
        for fault in _faults(url, alternates, tags, plan)
    ]
    faults += [
        (entry.url, "has not the same in the sitemap and in its head")
        for entry in _sitemap(plan)
        if entry.alternates != plan.alternates.get(entry.url, ())
    ]
    # Two pages at one address are told as that; what follows from it is not theirs to mend.
    taken = _collisions(plan) if faults else frozenset()
    for url, fault in faults:
        named = (url, *(one.url for one in plan.alternates.get(url, ())))
        if taken.isdisjoint(named):
            yield _problem(url, fault)


def _faults(
    url: str, alternates: Collection[Alternate], tags: Mapping[str, str], plan: Plan
) -> Iterable[str]:
    if url not in {alternate.url for alternate in alternates}:
        yield "does not name itself"
    if len({alternate.tag for alternate in alternates}) < len(alternates):
        yield "names two pages for one language"
    for alternate in alternates:
        if not alternate.url.startswith(("https://", "http://")):
            yield f"names {alternate.url}, which is not absolute"
        elif alternate.url not in tags:
            yield f"names {alternate.url}, which is not a page of this site"
        elif alternate.tag not in {"x-default", tags[alternate.url]}:
            yield f"says {alternate.url} is in {alternate.tag}, which it is not"
        elif alternates != plan.alternates.get(alternate.url):
            yield f"names {alternate.url}, which does not name it back"


def _collisions(plan: Plan) -> frozenset[str]:
    pages = [route.view.canonical for route in plan.routes if isinstance(route.view, PageView)]
    return frozenset(url for url, owners in Counter(pages).items() if owners > 1)


def _sitemap(plan: Plan) -> Iterable[SitemapEntry]:
    views = (route.view for route in plan.routes if route.form is Form.SITEMAP)
    return (entry for view in views if isinstance(view, SitemapView) for entry in view.entries)


def _problem(url: str, what: str) -> Problem:
    return Problem(code="hreflang", message=f"{url} {what} among its alternates")
