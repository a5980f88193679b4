"""The renderer of one build, made at the first page: a build that remembers all needs no templates.

A build that parses many texts has workers for it, and makes the renderer while they are at work, so
that those who render inherit it and none of them has to import Jinja and compile templates.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from site_builder.build.ground import MEMORY, Ground
from site_builder.model.route import Route
from site_builder.problems import Outcome

if TYPE_CHECKING:
    from site_builder.render.page import Renderer


class LateRenderer:
    """Renders the routes of a build."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def prepare(self) -> None:
        """Do at once what does not depend on a page."""
        self._renderer.prepare()

    def render(self, route: Route) -> Outcome[bytes]:
        """Make the bytes of ``route``."""
        return self._renderer.render(route)

    @cached_property
    def _renderer(self) -> Renderer:
        from site_builder.i18n.dates import use
        from site_builder.i18n.spellings import spellings
        from site_builder.render.page import Renderer

        ground, memory, root = self._ground, self._ground.memory, self._ground.request.root
        use(spellings(root / MEMORY, (language.tag for language in ground.config.languages)))
        return Renderer(ground.theme, ground.phrases, root, memory.body, memory.shard)
