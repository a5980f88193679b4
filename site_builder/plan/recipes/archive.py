"""All posts of a language by year, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from site_builder.model.document import Document
from site_builder.model.list_view import ArchiveView, YearView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path


def archive(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan one archive a language."""
    addresses = {code: ctx.urls.below_home(code, "archive/") for code in ctx.chromes}
    for code, chrome in ctx.chromes.items():
        posts = site.listed[code]
        frame = ctx.frame(
            code,
            title=ctx.phrases[code].text("archive"),
            description=chrome.site_description,
            address=addresses[code],
            siblings=addresses,
        )
        view = ArchiveView(
            **spread(frame),
            years=tuple(
                YearView(year=year, entries=tuple(ctx.entry(post, site, code) for post in of_year))
                for year, of_year in groupby(posts, key=_year)
            ),
            count=len(posts),
        )
        yield Route(
            address=addresses[code],
            output=output_path(addresses[code]),
            language=code,
            form=Form.HTML,
            template="archive.html",
            view=view,
            owner=f"the archive of {code}",
            in_sitemap=True,
        )


def _year(post: Document) -> str:
    return post.meta.date.value.day[:4] if post.meta.date else ""
