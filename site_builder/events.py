"""What the build tells while it runs. Values only: ``report.py`` turns them into words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from site_builder.frozen import dataclass

if TYPE_CHECKING:
    from site_builder.problems import Problem


class Reason(StrEnum):
    """Why a page or a document was made again, each a full sentence for ``build --why``."""

    NEW = "it was never made before"
    SOURCE_CHANGED = "its source file changed"
    VIEW_CHANGED = "something it shows changed"
    TEMPLATE_CHANGED = "a template it uses changed"
    TOOL_CHANGED = "the builder, a plugin or its settings changed"
    OUTPUT_MISSING = "the output has another file in its place, or none"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFinished:
    """One of the stages has done its work."""

    stage: str
    """The stage's name: discover, parse, assemble, index, plan, render or write."""
    count: int
    """How many values it handed on."""
    fresh: int
    """How many of them were made now, not remembered."""
    seconds: float
    """Wall-clock time the stage took."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWorked:
    """A part of the work for search is done; it hides in stages that do other work as well."""

    part: str
    """``folding`` the words of texts (in parse), the ``index``, or its ``files`` (in render)."""
    seconds: float
    """Processor time of all processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """One document was parsed or one route rendered, for a named reason."""

    what: str
    """A source path or an output path."""
    reason: Reason
    """The first reason that applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """The preview can be opened."""

    url: str
    """With the base path and, for a preview that others may see, the token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reloaded:
    """The site was made again without an error, and can be seen."""

    files: tuple[str, ...]
    """What was saved, relative to the site's root; empty the first time."""
    is_rest: bool
    """Whether the page of what was saved could be seen already, and this is all the rest."""
    pages: int
    """How many files of the site are new, gone or different."""
    milliseconds: float
    """From the first look at what was saved until it can be seen."""
    problems: tuple[Problem, ...]
    """Warnings and notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLastGood:
    """The site could not be made again; what could be seen before can be seen still."""

    problems: tuple[Problem, ...]
    """At least one error among them."""
    shows_earlier: bool = True
    """Whether there was anything to see before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something worth a line that is no mistake of the author."""

    text: str


Event = StageFinished | SearchWorked | Rebuilt | Serving | Reloaded | KeptLastGood | Notice
