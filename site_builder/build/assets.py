"""The step before the plan that looks at pictures: only those that a public text shows."""

from __future__ import annotations

from dataclasses import replace

from site_builder.build.ground import Ground
from site_builder.build.outcomes import take
from site_builder.build.stage import Stage
from site_builder.discover.read import read_source
from site_builder.model.asset import Asset, Gallery
from site_builder.model.site import Site
from site_builder.model.source import Source
from site_builder.plan.pictures import shown_pictures
from site_builder.plan.variants import LIGHT, NARROW
from site_builder.problems import Outcome, Problem
from site_builder.render.encoder import find_encoder


def gallery(site: Site, ground: Ground, problems: list[Problem]) -> Gallery:
    """Every picture of this site that a public text shows, understood.

    Problems: those of ``parse/asset.py``, and the note ``images-plain`` where smaller versions are
    wanted and nothing is installed that makes them.
    """
    shown = shown_pictures(site, ground.config)
    if not shown:
        return Gallery()
    with Stage("images", ground.tell) as stage:
        encoder = find_encoder() if ground.config.images else None
        outcome = ground.memory.look_at(
            shown,
            lambda source: read_source(ground.request.root, source),
            _decoding if encoder else _understand,
            encoder.version if encoder else "",
        )
        assets = take(outcome, problems)
        stage.done(len(assets))
    if ground.config.images and encoder is None and any(map(_is_heavy, assets.values())):
        problems.append(_plain())
    return Gallery(assets=assets, encoder=encoder)


# The reader of headers and Pillow are imported at the first picture that is new.
def _understand(source: Source, data: bytes) -> Outcome[Asset]:
    from site_builder.parse.asset import read_asset

    return read_asset(source, data)


def _decoding(source: Source, data: bytes) -> Outcome[Asset]:
    """Understand a picture, and see whether it can be decoded: the plan promises its versions."""
    from site_builder.parse.asset import damaged
    from site_builder.render.images import is_whole

    outcome = _understand(source, data)
    if outcome.value is None or not outcome.value.can_be_remade or is_whole(data):
        return outcome
    problem = damaged(source, "this picture ends too early, or is damaged")
    return Outcome(value=replace(outcome.value, can_be_remade=False), problems=(problem,))


def _is_heavy(asset: Asset) -> bool:
    return asset.can_be_remade and asset.width >= NARROW and asset.size >= LIGHT


def _plain() -> Problem:
    return Problem(
        code="images-plain",
        message="pictures are published as they are: nothing is installed to make smaller versions",
        hint="pip install 'site-builder[images]', or write images: false in site.yml",
    )
