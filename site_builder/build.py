"""The conductor: the only module that knows what comes after what.

    discover → parse → assemble → plan → checks → render → write

Problems are returned by every stage and collected here; a Problem that is an error ends the build
before anything is written.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from site_builder import __version__
from site_builder.assemble.site import assemble
from site_builder.checks.run import run_checks
from site_builder.config import ConfigOverrides, read_config
from site_builder.discover.quote import quote_lines
from site_builder.discover.read import read_source
from site_builder.discover.walk import discover
from site_builder.events import Event, StageFinished
from site_builder.i18n.catalog import Phrases, load_catalog
from site_builder.memory.memo import Memory
from site_builder.model.artifact import Artifact
from site_builder.model.config import Config
from site_builder.model.document import Document, Parsed
from site_builder.model.gate import Gate
from site_builder.model.route import Plan, Route
from site_builder.model.settings import ParseSettings
from site_builder.model.site import Site
from site_builder.model.source import Kind, Source
from site_builder.model.theme import Theme
from site_builder.plan.routes import plan_routes
from site_builder.problems import Outcome, Problem, SiteError, has_errors
from site_builder.render.theme import load_theme
from site_builder.write.manifest import holds, load_manifest
from site_builder.write.output import WriteResult, write

if TYPE_CHECKING:
    from site_builder.render.page import Renderer

MEMORY = ".site_builder"
"""The folder of the builder's memory, below the site's root."""

Tell = Callable[[Event], None]
_T = TypeVar("_T")


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
    scope: str = "build"
    """``build`` or ``serve``: each remembers its own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything ready to be written or shown."""

    config: Config
    site: Site
    plan: Plan
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    """Warnings and notes; errors too when the run keeps going."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished build."""

    prepared: Prepared
    result: WriteResult


def build(request: Request, tell: Tell) -> Built:
    """Build the site into the output folder; raises SiteError when there is an error."""
    manifest = _known(load_manifest(request.root, request.output), [], request.root)
    prepared = prepare(request, lambda path, digest: holds(manifest, path, digest), tell)
    with _Stage("write", tell) as stage:
        outcome = write(
            prepared.artifacts,
            prepared.plan.copies,
            root=request.root,
            output=request.output,
            manifest=manifest,
            adopt=request.adopt_output,
            keep=has_errors(prepared.problems),
        )
        result = _known(outcome, prepared.problems, request.root)
        stage.done(result.files, len(result.changed))
    return Built(prepared=prepared, result=result)


def prepare(request: Request, held: Callable[[str, str], bool], tell: Tell) -> Prepared:
    """Do everything but write; raises SiteError when there is an error.

    ``held(output path, digest)`` says whether the destination has these bytes already.
    """
    root = request.root
    config = load_config(root, request.overrides)
    theme, phrases, problems = _load_look(config, root)
    memory = Memory(
        root / MEMORY,
        request.scope,
        _tool(theme),
        jobs=request.jobs,
        forget=request.force,
    )
    try:
        with _Stage("discover", tell) as stage:
            sources = _take(discover(root, config.languages), problems)
            stage.done(len(sources))
        with _Stage("parse", tell) as stage:
            documents = _parse(sources, memory, config, root, problems, tell)
            stage.done(len(documents))
        site, plan = _plan(documents, sources, request, config, theme, phrases, problems, tell)
        _stop_on_errors(problems, request, config)
        with _Stage("render", tell) as stage:
            render = _renderer(theme, phrases, root, memory)
            digests = theme.template_digests
            outcome = memory.render(plan.routes, render, digests, held, tell)
            artifacts = _take(outcome, problems)
            stage.done(len(artifacts), sum(bool(one.staged) for one in artifacts))
        _stop_on_errors(problems, request, config)
    finally:
        memory.close()
    return Prepared(
        config=config,
        site=site,
        plan=plan,
        artifacts=artifacts,
        problems=quote_lines(problems, root),
    )


def load_config(root: Path, overrides: ConfigOverrides) -> Config:
    """Read ``site.yml``; raises SiteError when it cannot be used."""
    path = root / "site.yml"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problem = Problem(
            code="bad-config",
            message="there is no site.yml here, so this folder is not a site yet",
            hint="go to the folder that has it, or begin one: site-builder new site",
        )
        raise SiteError([problem]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SiteError([Problem(code="machine", message=f"site.yml: {error}")]) from None
    return _known(read_config(text, overrides=overrides), [], root)


def _load_look(
    config: Config, root: Path
) -> tuple[Theme, Mapping[str, Phrases], list[Problem]]:
    theme_outcome = load_theme(config.theme, root)
    theme = _known(theme_outcome, [], root)
    catalog_outcome = load_catalog(config.languages, theme.phrases)
    phrases = _known(catalog_outcome, theme_outcome.problems, root)
    return theme, phrases, [*theme_outcome.problems, *catalog_outcome.problems]


def _parse(
    sources: Sequence[Source],
    memory: Memory,
    config: Config,
    root: Path,
    problems: list[Problem],
    tell: Tell,
) -> tuple[Document, ...]:
    texts = [source for source in sources if source.kind in {Kind.POST, Kind.PAGE}]
    settings = _parse_settings(config)
    outcome = memory.parse(
        texts,
        lambda source: read_source(root, source),
        lambda source, data: _parse_one(source, data, settings),
        settings,
        tell,
    )
    return _take(outcome, problems)


# Markdown and templates are imported at the first miss: a build in which nothing has changed needs
# neither, and they take longer to import than such a build takes.


def _parse_one(source: Source, data: bytes, settings: ParseSettings) -> Outcome[Parsed]:
    from site_builder.parse.document import parse

    return parse(source, data, settings)


def _renderer(
    theme: Theme, phrases: Mapping[str, Phrases], root: Path, memory: Memory
) -> Callable[[Route], Outcome[bytes]]:
    @cache
    def renderer() -> Renderer:
        from site_builder.render.page import Renderer

        return Renderer(theme, phrases, root, memory.body)

    return lambda route: renderer().render(route)


def _plan(
    documents: Sequence[Document],
    sources: Sequence[Source],
    request: Request,
    config: Config,
    theme: Theme,
    phrases: Mapping[str, Phrases],
    problems: list[Problem],
    tell: Tell,
) -> tuple[Site, Plan]:
    """Assemble, plan and check; when the run keeps going, again without what was broken."""
    healthy = tuple(documents)
    while True:
        found: list[Problem] = []
        with _Stage("assemble", tell) as stage:
            site = _take(assemble(healthy, sources, config, request.gate), found)
            stage.done(len(site.works))
        with _Stage("plan", tell) as stage:
            plan = _take(plan_routes(site, config, theme, phrases), found)
            found += run_checks(site, plan)
            stage.done(len(plan.routes))
        problems += [problem for problem in found if problem not in problems]
        broken = {one.place.path for one in found if one.is_error and one.place}
        fewer = tuple(document for document in healthy if document.path not in broken)
        if not request.keep_going or len(fewer) == len(healthy):
            return site, plan
        healthy = fewer


def _stop_on_errors(problems: Sequence[Problem], request: Request, config: Config) -> None:
    if config.strict and any(problem.code != "held-back" for problem in problems):
        raise SiteError(quote_lines(problems, request.root))
    if has_errors(problems) and not request.keep_going:
        raise SiteError(quote_lines(problems, request.root))


def _parse_settings(config: Config) -> ParseSettings:
    return ParseSettings(
        languages=config.languages,
        default_language=config.default_language,
        timezone=config.timezone,
        raw_html=config.raw_html == "keep",
        excerpt_length=config.excerpt_length,
        audio=config.audio,
        image=config.image,
        extra_keys=config.front_matter_extra,
        builder=__version__,
    )


def _tool(theme: Theme) -> str:
    """What made the pages, besides templates and views: the builder's own code."""
    return f"{__version__} {_code_digest()} {theme.name}"


def _code_digest() -> str:
    """A digest of the builder's own files by name, size and time, so that a changed builder counts."""
    package = Path(__file__).parent
    facts = sorted(
        (path.relative_to(package).as_posix(), path.stat().st_size, path.stat().st_mtime_ns)
        for path in package.rglob("*")
        if path.suffix in {".py", ".yml"}
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def _take(outcome: Outcome[_T], problems: list[Problem]) -> _T:
    """The value of a stage that always gives one; its problems are collected."""
    problems += outcome.problems
    if outcome.value is None:
        raise SiteError(problems)
    return outcome.value


def _known(outcome: Outcome[_T], before: Iterable[Problem], root: Path) -> _T:
    """The value of something the build cannot go on without."""
    if outcome.value is None or has_errors(outcome.problems):
        raise SiteError(quote_lines([*before, *outcome.problems], root))
    return outcome.value


class _Stage:
    """Tells when a stage has finished, and how long it took."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell
        self._count = 0
        self._fresh = 0

    def __enter__(self) -> _Stage:
        self._start = time.perf_counter()
        return self

    def done(self, count: int, fresh: int | None = None) -> None:
        """Say how many values the stage hands on, and how many of them it made now."""
        self._count = count
        self._fresh = count if fresh is None else fresh

    def __exit__(self, *error: object) -> None:
        seconds = time.perf_counter() - self._start
        self._tell(
            StageFinished(stage=self._name, count=self._count, fresh=self._fresh, seconds=seconds)
        )
