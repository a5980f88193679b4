"""What every stage of one run stands on: settings, theme, words, memory."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from site_builder import __version__
from site_builder.build.outcomes import known
from site_builder.build.request import Request
from site_builder.build.stage import Tell
from site_builder.config import ConfigOverrides, read_site_file
from site_builder.freshness import FOLDER
from site_builder.i18n.catalog import Phrases, load_catalog
from site_builder.memory.fingerprint import digest_code
from site_builder.memory.memo import Memory
from site_builder.model.config import Config
from site_builder.model.theme import Theme
from site_builder.problems import Outcome, Problem
from site_builder.render.theme import load_theme

_T = TypeVar("_T")

MEMORY = FOLDER
"""The folder of the builder's memory, below the site's root."""


class Ground:
    """What every stage of one run stands on.

    Theme and words are read when they are first asked for, and raise SiteError where they cannot be
    used: texts are read without them, and workers can do that meanwhile.
    """

    def __init__(
        self,
        request: Request,
        config: Config,
        memory: Memory,
        tell: Tell,
        problems: list[Problem],
    ) -> None:
        """``problems`` gathers what there is to say of theme and words."""
        self.request = request
        self.config = config
        self.memory = memory
        self.tell = tell
        self._problems = problems

    @cached_property
    def theme(self) -> Theme:
        """The theme of the site."""
        return self._read(load_theme(self.config.theme, self.request.root))

    @cached_property
    def phrases(self) -> Mapping[str, Phrases]:
        """The words around the texts, by language code."""
        return self._read(load_catalog(self.config.languages, self.theme.phrases))

    def _read(self, outcome: Outcome[_T]) -> _T:
        value = known(outcome, self._problems, self.request.root)
        self._problems += outcome.problems
        return value


def load_config(root: Path, overrides: ConfigOverrides) -> Config:
    """Read ``site.yml``; raises SiteError when it cannot be used."""
    return known(read_site_file(root, overrides), [], root)


def lay_ground(request: Request, problems: list[Problem], tell: Tell) -> Ground:
    """Settings, theme, words, memory: without them no page can be made, healthy or not.

    Raises SiteError for settings that cannot be used.
    """
    root = request.root
    settings = read_site_file(root, request.overrides)
    config = known(settings, problems, root)
    problems += settings.problems
    memory = Memory(
        root / MEMORY,
        request.scope,
        f"{__version__} {digest_code(Path(__file__).parent.parent)} {config.theme}",
        jobs=request.jobs,
        forget=request.force,
    )
    return Ground(request, config, memory, tell, problems)
