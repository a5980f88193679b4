"""The style and script of the theme, each joined of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.data_view import PlainView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.chrome import asset_address
from site_builder.plan.context import PlanContext


def bundles(_site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan each bundle under its published name."""
    for name, bundle in sorted(ctx.theme.bundles.items()):
        address = asset_address(ctx.theme, name)
        yield Route(
            address=address,
            output=address.lstrip("/"),
            language="",
            form=Form.TEXT,
            template="",
            view=PlainView(text=bundle.text),
            owner=f"{name} of the theme {ctx.theme.name}",
        )
