"""The short way: texts of which nothing but the words of their bodies has changed.

Most edits are of this kind, and then the pages that carry these texts are all that changes, and the
shards of the search index that have their words. So nothing is discovered, assembled or planned:
each text is parsed, seen to be the same from outside, put into the Views that were kept of its
pages, and these are rendered. Where anything is not as it should be, the answer is None, and the
build goes the long way, which also tells of mistakes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import __version__
from site_builder.build.ground import Ground, known, lay_ground
from site_builder.build.machine import machine_troubles
from site_builder.build.renderer import LateRenderer
from site_builder.discover.read import read_source
from site_builder.freshness import GRAIN_NS, facts_of
from site_builder.frozen import dataclass
from site_builder.memory.fingerprint import digest_bytes
from site_builder.model.artifact import Artifact
from site_builder.model.bodies import with_body
from site_builder.model.document import Parsed
from site_builder.model.outside import outside
from site_builder.model.route import Route
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source, Stat
from site_builder.model.view import TextView
from site_builder.problems import Problem, has_errors
from site_builder.write.about import forget_about, load_about, save_about
from site_builder.write.lock import take_lock
from site_builder.write.manifest import load_manifest
from site_builder.write.output import WriteResult
from site_builder.write.output import replace as replace_files

if TYPE_CHECKING:
    from site_builder.build.request import Request
    from site_builder.memory.amending import Amending, Last


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A build that went the short way."""

    files: int
    """How many files of ours lie in the output."""
    result: WriteResult
    """About those that were made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """One text, as it was and as it is."""

    source: Source
    digest: str
    last: Last
    carriers: tuple[Route, ...]
    """The pages that carry it, as they were."""
    parsed: Parsed


def amend(
    request: Request,
    paths: Sequence[str],
    is_unshared: Callable[[], bool],
    ended: Callable[[Amended], None],
) -> Amended | None:
    """Build on from the last good build of the same request, after which only ``paths`` changed.

    ``is_unshared()`` says, while no one else can write into it, whether the memory is as that build
    left it; ``ended`` is called before another build is let in. Raises SiteError when the output
    cannot be written. None where there is no short way.
    """
    root = request.root
    with machine_troubles(root), known(take_lock(root), [], root):
        problems: list[Problem] = []
        ground = lay_ground(request, problems, lambda _: None)
        try:
            artifacts = None if has_errors(problems) else _artifacts(paths, ground, is_unshared)
        finally:
            ground.memory.close()
        if artifacts is None:
            return None
        amended = _written(artifacts, request)
        ended(amended)
        return amended


def _artifacts(
    paths: Sequence[str], ground: Ground, is_unshared: Callable[[], bool]
) -> tuple[Artifact, ...] | None:
    """The pages that are other bytes now."""
    settings = ParseSettings.of(ground.config, __version__)
    memory = ground.memory.amending(settings)
    # Held first: the preview and the checks of a site write into its memory without the lock.
    if not memory.hold() or not is_unshared():
        return None
    trusted_ns = time.time_ns() - GRAIN_NS
    edits: list[_Edit] = []
    for path in paths:
        last = memory.last(path)
        if last is None:
            return None
        source = _source(path, last, ground.request.root)
        data = read_source(ground.request.root, source).value if source else None
        if source is None or data is None:
            return None
        digest = digest_bytes(data)
        if digest == last.digest:
            memory.trust(source, digest, trusted_ns)
            continue
        parsed = _parsed(source, data, settings, last, ground)
        carriers = memory.carriers(last, ground.theme.template_digests)
        if parsed is None or carriers is None:
            return None
        edits.append(
            _Edit(source=source, digest=digest, last=last, carriers=carriers, parsed=parsed)
        )
    for one in edits:
        memory.add(one.source, one.digest, one.parsed, one.last, trusted_ns)
    routes = _routes(edits, memory, ground)
    if routes is None:
        return None
    render, digests = LateRenderer(ground).render, ground.theme.template_digests
    artifacts = memory.remade(routes, render, digests) if routes else ()
    # What the memory does not know of this build, the next one would undo.
    return artifacts if artifacts is not None and memory.commit() else None


def _source(path: str, last: Last, root: Path) -> Source | None:
    facts = facts_of(str(root / path))
    if facts is None:
        return None
    stat = Stat(
        size=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
        ctime_ns=facts.st_ctime_ns,
        inode=facts.st_ino,
    )
    return Source(path=path, kind=last.document.kind, stat=stat, name=last.document.name)


def _parsed(
    source: Source, data: bytes, settings: ParseSettings, last: Last, ground: Ground
) -> Parsed | None:
    """The text, where it is the same from outside."""
    # The hiring page is also data for machines, made from its profile and not from its body.
    if last.document.profile is not None:
        return None
    from site_builder.parse.document import parse
    from site_builder.parse.drawing.code import recall

    if blocks := last.document.counts.code_blocks:
        with suppress(KeyError):
            recall(ground.memory.body(last.document.body_digest), blocks)
    outcome = parse(source, data, settings)
    parsed = outcome.value
    if parsed is None or outcome.problems or outside(parsed.document) != outside(last.document):
        return None
    return parsed


def _routes(edits: Sequence[_Edit], memory: Amending, ground: Ground) -> list[Route] | None:
    others = [one for one in edits if one.last.carried.body != one.parsed.document.body_digest]
    before = {edit.last.carried.body for edit in others}
    if not before.isdisjoint(edit.parsed.document.body_digest for edit in others):
        # One has the body that another had: a page with both could not tell them apart.
        return None
    found: dict[str, Route] = {}
    for edit in others:
        document = edit.parsed.document
        for route in edit.carriers:
            # A feed carries many texts, and several of them may have been edited.
            view = found.get(route.output, route).view
            view = with_body(view, edit.last.carried.body, document.body_digest)
            if isinstance(view, TextView):
                view = replace(view, minutes=document.counts.minutes)
            found[route.output] = replace(route, view=view)
    shards = _shards(edits, memory, ground)
    return None if shards is None else [*found.values(), *shards]


def _shards(edits: Sequence[_Edit], memory: Amending, ground: Ground) -> list[Route] | None:
    """The files of search that have other words now."""
    changes: dict[str, dict[str, str]] = {}
    for edit in edits:
        before, now = edit.last.document, edit.parsed.document
        # A text that is on no page is not public, and not to be found.
        if before.words_digest != now.words_digest and edit.last.carried.outputs:
            own = changes.setdefault(now.meta.language.value, {})
            own[before.words_digest] = now.words_digest
    if not changes:
        return []
    from site_builder.assemble.postings import change_index, make_index
    from site_builder.memory.index import Indexer
    from site_builder.plan.recipes.search import shard_route
    from site_builder.plan.urls import Urls

    routes = []
    for code, own in changes.items():
        found = memory.reindex(code, own, Indexer(make_index, change_index))
        if found is None:
            return None
        routes += [
            shard_route(name, digest, code, Urls(ground.config)) for name, digest in found.items()
        ]
    return routes


def _written(artifacts: Sequence[Artifact], request: Request) -> Amended:
    root, output = request.root, request.output
    manifest = known(load_manifest(root, output), [], root)
    result = WriteResult(files=0, changed=(), removed=(), total_bytes=0)
    # Also where no page is another one: who deploys asks whether anything was saved since.
    about = load_about(root, output)
    forget_about(root, output)
    if artifacts:
        outcome = replace_files(artifacts, root=root, output=output, manifest=manifest)
        result = known(outcome, [], root)
    if about is not None:
        save_about(root, output, about)
    return Amended(files=len(manifest.entries), result=result)
