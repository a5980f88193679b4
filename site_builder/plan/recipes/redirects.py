"""Old addresses that lead to new ones: ``redirect_from``, as jekyll-redirect-from reads it."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.view import RedirectView
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.urls import output_path


def redirects(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan a small page at every old address."""
    for document in site.by_path.values():
        code = document.meta.language.value
        target = ctx.urls.absolute(ctx.urls.document(document))
        for old in document.meta.redirects:
            address = old.value if old.value.startswith("/") else f"/{old.value}"
            frame = ctx.frame(
                code,
                title=ctx.phrases[code].text("redirect_title"),
                description="",
                address=address,
                siblings={code: address},
                is_indexed=False,
            )
            yield Route(
                address=address,
                output=output_path(address),
                language=code,
                form=Form.HTML,
                template="redirect.html",
                view=RedirectView(**spread(frame) | {"canonical": target}, target=target),
                owner=f"the redirect of {document.path}",
                place=old.place,
            )
