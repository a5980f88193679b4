"""What every stage of one run stands on: settings, theme, words, memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder import __version__
from site_builder.build.outcomes import known
from site_builder.build.request import Request
from site_builder.build.stage import Tell
from site_builder.config import ConfigOverrides, read_site_file
from site_builder.freshness import FOLDER
from site_builder.frozen import dataclass
from site_builder.i18n.catalog import Phrases, load_catalog
from site_builder.memory.fingerprint import digest_code
from site_builder.memory.memo import Memory
from site_builder.model.config import Config
from site_builder.model.theme import Theme
from site_builder.problems import Problem
from site_builder.render.theme import load_theme

MEMORY = FOLDER
"""The folder of the builder's memory, below the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every stage of one run stands on."""

    request: Request
    config: Config
    theme: Theme
    phrases: Mapping[str, Phrases]
    memory: Memory
    tell: Tell


def load_config(root: Path, overrides: ConfigOverrides) -> Config:
    """Read ``site.yml``; raises SiteError when it cannot be used."""
    return known(read_site_file(root, overrides), [], root)


def lay_ground(request: Request, problems: list[Problem], tell: Tell) -> Ground:
    """Settings, theme, words, memory: without them no page can be made, healthy or not."""
    root = request.root
    settings = read_site_file(root, request.overrides)
    config = known(settings, problems, root)
    problems += settings.problems
    themed = load_theme(config.theme, root)
    theme = known(themed, problems, root)
    problems += themed.problems
    worded = load_catalog(config.languages, theme.phrases)
    phrases = known(worded, problems, root)
    problems += worded.problems
    memory = Memory(
        root / MEMORY,
        request.scope,
        f"{__version__} {digest_code(Path(__file__).parent.parent)} {theme.name}",
        jobs=request.jobs,
        forget=request.force,
    )
    return Ground(
        request=request, config=config, theme=theme, phrases=phrases, memory=memory, tell=tell
    )
