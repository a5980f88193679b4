"""The smaller versions of every picture that a public text shows, and the cards of heroes."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.data_view import VariantView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext
from site_builder.plan.pictures import hero_path
from site_builder.plan.variants import card, variant_address, variants


def pictures(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan every version once, however many texts show it and however many files it lies in."""
    done: set[str] = set()
    for variant in _wanted(site, ctx):
        address = variant_address(variant, ctx.gallery)
        if address not in done:
            done.add(address)
            yield Route(
                address=address,
                output=address.lstrip("/"),
                language="",
                form=Form.IMAGE,
                template="",
                view=variant,
                owner=variant.source,
            )


def _wanted(site: Site, ctx: PlanContext) -> Iterable[VariantView]:
    settings, gallery = ctx.config.images, ctx.gallery
    # One file of those with the same bytes, so that a second one changes nothing.
    for digest in sorted(gallery.named):
        yield from variants(gallery.assets[gallery.named[digest]], settings, gallery.encoder)
    heroes = {path for one in site.by_path.values() if (path := hero_path(one, site))}
    for path in sorted(heroes):
        asset = gallery.assets.get(path)
        made = asset and card(
            gallery.assets[gallery.named[asset.digest]], settings, gallery.encoder
        )
        if made:
            yield made
