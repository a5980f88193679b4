"""The renderer of one build, made at the first page: a build that remembers all needs no templates.

A build that parses many texts has workers for it, and makes the renderer while they are at work, so
that those who render inherit it and none of them has to import Jinja and compile templates.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from site_builder.freshness import FOLDER
from site_builder.model.route import Route
from site_builder.problems import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.build.ground import Ground
    from site_builder.memory.ground import KeptGround
    from site_builder.memory.memo import Memory
    from site_builder.render.page import Renderer


class LateRenderer:
    """Renders the routes of a build."""

    def __init__(self, root: Path, ground: Ground | KeptGround, memory: Memory) -> None:
        """``ground`` has the theme and the words of the site, which it may have to read first."""
        self._root = root
        self._ground = ground
        self._memory = memory

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

        theme, phrases, memory = self._ground.theme, self._ground.phrases, self._memory
        use(spellings(self._root / FOLDER, (one.tag for one in phrases.values())))
        return Renderer(theme, phrases, self._root, memory.body, memory.shard)
