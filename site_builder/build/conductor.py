"""The conductor: a build from its beginning to its end.

    discover → parse → assemble → index → images → plan → checks → render → write

Problems are returned by every stage and collected here; a Problem that is an error ends the build
before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import __version__
from site_builder.assemble.site import assemble
from site_builder.build.alone import alone
from site_builder.build.assets import gallery
from site_builder.build.ground import Ground, lay_ground
from site_builder.build.index import index
from site_builder.build.machine import machine_troubles
from site_builder.build.outcomes import known, take
from site_builder.build.renderer import LateRenderer
from site_builder.build.request import Assembled, Built, Planned, Prepared, Request
from site_builder.build.stage import Stage, Tell
from site_builder.checks.run import run_checks
from site_builder.discover.quote import quote_lines
from site_builder.discover.read import read_source
from site_builder.discover.walk import discover
from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact
from site_builder.model.document import Document, Parsed
from site_builder.model.ledger import Ledger
from site_builder.model.route import Plan
from site_builder.model.settings import ParseSettings
from site_builder.model.site import Site
from site_builder.model.source import Kind, Source
from site_builder.parse.ledger import read_ledger
from site_builder.plan.context import PlanContext
from site_builder.plan.routes import plan_context, plan_in
from site_builder.problems import Outcome, Problem, Severity, SiteError, has_errors
from site_builder.write.about import About, forget_about, save_about
from site_builder.write.manifest import holds, load_manifest
from site_builder.write.output import write

if TYPE_CHECKING:
    from site_builder.build.workbench import Workbench


def build(request: Request, tell: Tell, ended: Callable[[Built], None] = lambda _: None) -> Built:
    """Build the site into the output folder; raises SiteError when there is an error.

    Another build of this site is waited for: two would tear each other's files. ``ended`` is called
    before the next one is let in.
    """
    with alone(request.root):
        built = _build(request, tell)
        ended(built)
        return built


def _build(request: Request, tell: Tell) -> Built:
    manifest = known(load_manifest(request.root, request.output), [], request.root)
    prepared = prepare(request, lambda path, digest: holds(manifest, path, digest), tell)
    with Stage("write", tell) as stage:
        forget_about(request.root, request.output)
        outcome = write(
            prepared.artifacts,
            prepared.plan.copies,
            root=request.root,
            output=request.output,
            manifest=manifest,
            adopt=request.adopt_output,
            keep=has_errors(prepared.problems),
        )
        result = known(outcome, prepared.problems, request.root)
        save_about(request.root, request.output, _about(request, prepared))
        stage.done(result.files, len(result.changed))
    return Built(prepared=prepared, result=result)


def _about(request: Request, prepared: Prepared) -> About:
    config = prepared.config
    return About(
        url=config.origin + config.base_path,
        drafts=request.gate.drafts,
        future=request.gate.future,
        errors=has_errors(prepared.problems),
    )


def prepare(request: Request, held: Callable[[str, str], bool], tell: Tell) -> Prepared:
    """Do everything but write; raises SiteError when there is an error.

    ``held(output path, digest)`` says whether the destination has these bytes already.
    """
    with machine_troubles(request.root):
        return _prepare(request, held, tell)


def _prepare(request: Request, held: Callable[[str, str], bool], tell: Tell) -> Prepared:
    problems: list[Problem] = []
    ground = lay_ground(request, problems, tell)
    renderer = LateRenderer(request.root, ground, ground.memory)
    try:
        read = _read(ground, problems, meanwhile=renderer.prepare)
        site, ctx, plan = _plan(read, ground, problems)
        _stop_on_errors(problems, ground)
        with Stage("render", tell) as stage:
            artifacts = _render(plan, ground, renderer, held, problems)
            ground.memory.keep_ground(ground.config, ground.theme, ground.phrases)
            stage.done(len(artifacts), sum(bool(one.staged) for one in artifacts))
        _stop_on_errors(problems, ground)
    finally:
        ground.memory.close()
    return Prepared(
        config=ground.config,
        site=site,
        plan=plan,
        artifacts=artifacts,
        problems=quote_lines(problems, request.root),
        is_remembered=ground.memory.is_whole,
        workbench=_workbench(read, site, ctx, ground) if request.scope == "serve" else None,
    )


def _workbench(read: _Read, site: Site, ctx: PlanContext, ground: Ground) -> Workbench:
    from site_builder.build.workbench import Workbench

    sources = {source.path: source for source in read.sources}
    return Workbench(ground.request.root, sources, site, ctx, ground.phrases)


def assembled(request: Request, tell: Tell) -> Assembled:
    """Read and assemble, to see how things stand; raises SiteError for a site without settings."""
    problems: list[Problem] = []
    ground = lay_ground(request, problems, tell)
    try:
        read = _read(ground, problems)
        site = _assemble(read.documents, read, ground, problems)
    finally:
        ground.memory.close()
    return Assembled(
        config=ground.config,
        documents=read.documents,
        site=site,
        problems=quote_lines(problems, request.root),
    )


def planned(request: Request, tell: Tell) -> Planned:
    """Do everything but render and write; raises SiteError for a site without settings."""
    problems: list[Problem] = []
    ground = lay_ground(request, problems, tell)
    try:
        read = _read(ground, problems)
        site, _, plan = _plan(read, ground, problems)
    finally:
        ground.memory.close()
    return Planned(
        config=ground.config,
        theme=ground.theme,
        documents=read.documents,
        site=site,
        plan=plan,
        problems=quote_lines(problems, request.root),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """All that lies on the disk, understood."""

    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    ledger: Ledger


def _read(
    ground: Ground, problems: list[Problem], meanwhile: Callable[[], None] | None = None
) -> _Read:
    root, tell = ground.request.root, ground.tell
    with Stage("discover", tell) as stage:
        sources = take(discover(root, ground.config.languages), problems)
        stage.done(len(sources))
    with Stage("parse", tell) as stage:
        documents = _parse(sources, ground, problems, meanwhile)
        ledger = _ledger(root, sources, problems)
        stage.done(len(documents))
    return _Read(sources=sources, documents=documents, ledger=ledger)


def _ledger(root: Path, sources: Iterable[Source], problems: Sequence[Problem]) -> Ledger:
    found = (read_source(root, source) for source in sources if source.kind is Kind.LEDGER)
    for outcome in found:
        if outcome.value is not None or outcome.problems:
            return known(read_ledger(known(outcome, problems, root)), problems, root)
    return Ledger()


def _parse(
    sources: Sequence[Source],
    ground: Ground,
    problems: list[Problem],
    meanwhile: Callable[[], None] | None,
) -> tuple[Document, ...]:
    texts = [source for source in sources if source.kind in {Kind.POST, Kind.PAGE}]
    settings = ParseSettings.of(ground.config, __version__)
    outcome = ground.memory.parse(
        texts,
        lambda source: read_source(ground.request.root, source),
        lambda source, data: _parse_one(source, data, settings),
        settings,
        ground.tell,
        meanwhile,
    )
    return take(outcome, problems)


def _render(
    plan: Plan,
    ground: Ground,
    renderer: LateRenderer,
    held: Callable[[str, str], bool],
    problems: list[Problem],
) -> tuple[Artifact, ...]:
    digests, render = ground.theme.template_digests, renderer.render
    return take(ground.memory.render(plan.routes, render, digests, held, ground.tell), problems)


# Markdown is imported at the first miss: a build that remembers all does not need it.
def _parse_one(source: Source, data: bytes, settings: ParseSettings) -> Outcome[Parsed]:
    from site_builder.parse.document import parse

    return parse(source, data, settings)


def _assemble(
    documents: Sequence[Document], read: _Read, ground: Ground, problems: list[Problem]
) -> Site:
    with Stage("assemble", ground.tell) as stage:
        gate = ground.request.gate
        outcome = assemble(documents, read.sources, ground.config, gate, read.ledger)
        site = take(outcome, problems)
        stage.done(len(site.works))
    return site


def _plan(read: _Read, ground: Ground, problems: list[Problem]) -> tuple[Site, PlanContext, Plan]:
    """Assemble, plan and check; when the run keeps going, again without what was broken."""
    config, request, tell = ground.config, ground.request, ground.tell
    healthy = read.documents
    while True:
        found: list[Problem] = []
        site = _assemble(healthy, read, ground, found)
        search = index(site, ground)
        pictures = gallery(site, ground, found)
        with Stage("plan", tell) as stage:
            ctx = plan_context(site, config, ground.theme, ground.phrases, search, pictures)
            plan = take(plan_in(ctx, site), found)
            found += run_checks(site, plan, now=request.gate.now if request.on_check else None)
            stage.done(len(plan.routes))
        problems += [problem for problem in found if problem not in problems]
        broken = {one.place.path for one in found if one.is_error and one.place}
        fewer = tuple(document for document in healthy if document.path not in broken)
        if not request.keep_going or len(fewer) == len(healthy):
            return site, ctx, plan
        healthy = fewer


def _stop_on_errors(problems: Sequence[Problem], ground: Ground) -> None:
    request = ground.request
    if ground.config.strict and any(one.severity is not Severity.NOTE for one in problems):
        raise SiteError(quote_lines(problems, request.root))
    if has_errors(problems) and not request.keep_going:
        raise SiteError(quote_lines(problems, request.root))
