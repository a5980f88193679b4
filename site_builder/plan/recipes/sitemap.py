"""The sitemap: every page worth finding, with its alternates.

Source: sitemaps.org 0.9, and the xhtml links that Google describes for localized versions.

It lists the routes of all other recipes, so it is planned after them.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.data_view import SitemapEntry, SitemapView
from site_builder.model.route import Form, Route
from site_builder.model.view import PageView


def sitemap(routes: Iterable[Route]) -> Route:
    """Plan ``sitemap.xml`` from the routes that are in it, ordered by address."""
    entries = tuple(
        SitemapEntry(
            url=route.view.canonical, modified=route.modified, alternates=route.view.alternates
        )
        for route in sorted(routes, key=lambda route: route.address)
        if route.in_sitemap and isinstance(route.view, PageView)
    )
    return Route(
        address="/sitemap.xml",
        output="sitemap.xml",
        language="",
        form=Form.SITEMAP,
        template="",
        view=SitemapView(entries=entries),
        owner="the sitemap",
    )
