"""Small text files that hosts and robots look for. The author's own in ``static/`` wins."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from site_builder.model.data_view import PlainView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext

_NEEDS_NO_CNAME = (".github.io", "localhost", "127.0.0.1", "example.org", "example.com")
"""Hosts of GitHub and of this machine, and those of RFC 2606 that a new site begins with."""


def plain(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan ``robots.txt``, ``.nojekyll`` and, for a host of one's own, ``CNAME``."""
    sitemap = ctx.urls.absolute("/sitemap.xml")
    files = {
        "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n",
        ".nojekyll": "",
    }
    host = urlsplit(ctx.config.origin).hostname or ""
    # GitHub Pages serves a custom domain from the root only, and names it in this file.
    if not ctx.config.base_path and not host.endswith(_NEEDS_NO_CNAME):
        files["CNAME"] = f"{host}\n"
    for name, text in files.items():
        if name not in site.static:
            yield Route(
                address=f"/{name}",
                output=name,
                language="",
                form=Form.TEXT,
                template="",
                view=PlainView(text=text),
                owner=f"the builder's {name}",
            )
