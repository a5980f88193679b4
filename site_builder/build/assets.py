"""The step before the plan that looks at pictures: only those that a public text shows."""

from __future__ import annotations

from site_builder.build.ground import Ground, take
from site_builder.build.stage import Stage
from site_builder.discover.read import read_source
from site_builder.model.asset import Asset, Gallery
from site_builder.model.site import Site
from site_builder.model.source import Source
from site_builder.plan.pictures import shown_pictures
from site_builder.problems import Outcome, Problem


def gallery(site: Site, ground: Ground, problems: list[Problem]) -> Gallery:
    """Every picture of this site that a public text shows, understood."""
    shown = shown_pictures(site, ground.config)
    with Stage("images", ground.tell) as stage:
        outcome = ground.memory.look_at(
            shown,
            lambda source: read_source(ground.request.root, source),
            _understand,
            "",
        )
        assets = take(outcome, problems)
        stage.done(len(assets))
    return Gallery(assets=assets)


# The reader of headers is imported at the first picture that is new.
def _understand(source: Source, data: bytes) -> Outcome[Asset]:
    from site_builder.parse.asset import read_asset

    return read_asset(source, data)
