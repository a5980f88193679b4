"""What one run is asked to do, and what comes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.config import ConfigOverrides
from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.gate import Gate
from site_builder.model.ledger import State
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.model.theme import Theme
from site_builder.problems import Problem
from site_builder.write.output import WriteResult

if TYPE_CHECKING:
    from site_builder.build.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one run is asked to do."""

    root: Path
    """The folder with ``site.yml``, absolute."""
    output: Path
    """The folder to publish into, absolute."""
    gate: Gate
    overrides: ConfigOverrides = field(default_factory=ConfigOverrides)
    jobs: int = 0
    """Processes; 0 for one a core."""
    force: bool = False
    """Recall nothing from the memory."""
    adopt_output: bool = False
    """Take over an output folder that holds files we did not write."""
    keep_going: bool = False
    """Write all that is healthy, though there are errors."""
    on_check: bool = False
    """Ask also what only ``check`` asks."""
    scope: str = "build"
    """``build`` or ``serve``: each remembers its own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """Every text read, and every work known."""

    config: Config
    documents: tuple[Document, ...]
    """Those that are not public too."""
    site: Site
    problems: tuple[Problem, ...]
    """Errors too: whoever only asks how things stand is not stopped by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Assembled):
    """Every page known, none made."""

    theme: Theme
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything ready to be written or shown."""

    config: Config
    site: Site
    plan: Plan
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    """Warnings and notes; errors too when the run keeps going."""
    is_remembered: bool = True
    """Whether the memory has all of it."""
    workbench: Workbench | None = None
    """For the preview: what this run stood on."""

    def count_states(self) -> Counter[State]:
        """How many translations there are of each state."""
        # Imported here: a build that goes the short way counts nothing.
        from site_builder.assemble.states import standings

        known = standings(self.site, self.config.languages)
        return Counter(one.state for _, found in known for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished build."""

    prepared: Prepared
    result: WriteResult
