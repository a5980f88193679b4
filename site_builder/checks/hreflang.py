"""Are the alternates of every page absolute, mutual and true?

Google ignores alternates that the page they name does not return; a link to a page that does
not exist costs a reader's trust.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.model.view import PageView
from site_builder.problems import Problem


def check_hreflang(_site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``hreflang``, which would be a mistake of a recipe, the builder's or a plugin's."""
    # Every page that may be advertised is in the sitemap, and no other is in it.
    tags = {
        route.view.canonical: route.view.chrome.language.tag
        for route in plan.routes
        if isinstance(route.view, PageView) and route.in_sitemap
    }
    for url, alternates in plan.alternates.items():
        targets = {alternate.url for alternate in alternates}
        if url not in targets:
            yield _problem(url, "does not name itself")
        for alternate in alternates:
            if not alternate.url.startswith(("https://", "http://")):
                yield _problem(url, f"names {alternate.url}, which is not absolute")
            elif alternate.url not in tags:
                yield _problem(url, f"names {alternate.url}, which is not a page of this site")
            elif alternate.tag not in {"x-default", tags[alternate.url]}:
                yield _problem(url, f"says {alternate.url} is in {alternate.tag}, which it is not")
            elif alternates != plan.alternates.get(alternate.url):
                yield _problem(url, f"names {alternate.url}, which does not name it back")


def _problem(url: str, what: str) -> Problem:
    return Problem(code="hreflang", message=f"{url} {what} among its alternates")
