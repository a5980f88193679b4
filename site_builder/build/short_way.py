"""The short way: texts of which nothing but the words of their bodies has changed.

Most edits are of this kind, and then the pages that carry these texts are all that changes, and the
shards of the search index that have their words. So nothing is discovered, assembled or planned:
each text is parsed, seen to be the same from outside, put into the Views that were kept of its
pages, and these are rendered. Where anything is not as it should be, the answer is None, and the
build goes the long way, which also tells of mistakes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import __version__
from site_builder.build.alone import alone
from site_builder.build.outcomes import known
from site_builder.build.renderer import LateRenderer
from site_builder.discover.read import read_source
from site_builder.freshness import FOLDER, GRAIN_NS, MEMORY, facts_of
from site_builder.frozen import dataclass
from site_builder.memory.fingerprint import digest_bytes
from site_builder.memory.ground import KeptGround, recall_ground
from site_builder.memory.memo import Memory
from site_builder.memory.store import Store
from site_builder.model.artifact import Artifact
from site_builder.model.bodies import with_body
from site_builder.model.document import Parsed
from site_builder.model.ledger import LEDGER, mark
from site_builder.model.outside import outside
from site_builder.model.route import Route
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source, Stat
from site_builder.model.theme import Theme
from site_builder.model.view import TextView
from site_builder.render.shipped import shipped_themes
from site_builder.write.about import forget_about, load_about, save_about
from site_builder.write.replace import replace as replace_files

if TYPE_CHECKING:
    from site_builder.memory.amending import Amending, Last

_SCOPE = "build"


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
    root: Path,
    output: Path,
    paths: Sequence[str],
    is_unshared: Callable[[], bool],
    ended: Callable[[Sequence[str]], None],
) -> tuple[str, ...] | None:
    """Build on from the last good build into ``output``, after which only ``paths`` changed.

    Gives the output paths with new bytes; None where there is no short way. ``is_unshared()`` says,
    while no one else can write into it, whether the memory is as that build left it; ``ended`` is
    called with what is given, before another build is let in. Raises SiteError when the output
    cannot be written.
    """
    with alone(root):
        store = Store(root / FOLDER / MEMORY)
        try:
            # Held first: the preview and ``status`` write into the memory of a site without a lock.
            is_ours = store.hold() and is_unshared()
            ground = recall_ground(store, _SCOPE) if is_ours else None
            if ground is not None and not _lies_in_themes(ground.theme, root):
                ground = None
            artifacts = None if ground is None else _artifacts(paths, root, ground, store)
        finally:
            store.close()
        changed = None if artifacts is None else _written(artifacts, root, output)
        if changed is not None:
            ended(changed)
        return changed


def _lies_in_themes(theme: Theme, root: Path) -> bool:
    """Whether all templates are where themes are: they are code, and a memory names no code."""
    homes = [f"{home}{os.sep}" for home in (shipped_themes(), root / "themes")]
    places = [os.path.normpath(root / file.path) for file in theme.templates.values()]
    return all(any(place.startswith(home) for home in homes) for place in places)


def _artifacts(
    paths: Sequence[str], root: Path, ground: KeptGround, store: Store
) -> tuple[Artifact, ...] | None:
    """The pages that are other bytes now."""
    settings = ParseSettings.of(ground.config, __version__)
    memory = Memory(root / FOLDER, _SCOPE, ground.version, jobs=1, forget=False, store=store)
    amending = memory.amending(settings)
    trusted_ns = time.time_ns() - GRAIN_NS
    edits: list[_Edit] = []
    for path in paths:
        last = amending.last(path)
        if last is None:
            return None
        source = _source(path, last, root)
        data = read_source(root, source).value if source else None
        if source is None or data is None:
            return None
        digest = digest_bytes(data)
        if digest == last.digest:
            amending.trust(source, digest, trusted_ns)
            continue
        parsed = _parsed(source, data, settings, last, memory)
        carriers = amending.carriers(last, ground.theme.template_digests)
        if parsed is None or carriers is None:
            return None
        edits.append(
            _Edit(source=source, digest=digest, last=last, carriers=carriers, parsed=parsed)
        )
    for one in edits:
        amending.add(one.source, one.digest, one.parsed, one.last, trusted_ns)
    routes = None if _moves_a_translation(edits, root) else _routes(edits, amending, ground)
    if routes is None:
        return None
    renderer = LateRenderer(root, ground, memory)
    digests = ground.theme.template_digests
    artifacts = amending.remade(routes, renderer.render, digests) if routes else ()
    # What the memory does not know of this build, the next one would undo.
    return artifacts if artifacts is not None and amending.commit() else None


def _moves_a_translation(edits: Sequence[_Edit], root: Path) -> bool:
    """Whether a translation was made from one of these texts as it was, or as it is now.

    It becomes stale then, or fresh again, and the long way counts that.
    """
    marks = {
        mark(text)
        for edit in edits
        for text in (edit.last.document, edit.parsed.document)
        if edit.last.document.text_digest != edit.parsed.document.text_digest
    }
    try:
        made_from = (root / LEDGER).read_text(encoding="utf-8", errors="replace") if marks else ""
    except FileNotFoundError:
        return False
    return any(one in made_from for one in marks)


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
    source: Source, data: bytes, settings: ParseSettings, last: Last, memory: Memory
) -> Parsed | None:
    """The text, where it is the same from outside."""
    # The hiring page is also data for machines, made from its profile and not from its body.
    if last.document.profile is not None:
        return None
    from site_builder.parse.document import parse
    from site_builder.parse.drawing.code import recall

    if blocks := last.document.counts.code_blocks:
        with suppress(KeyError):
            recall(memory.body(last.document.body_digest), blocks)
    outcome = parse(source, data, settings)
    parsed = outcome.value
    if parsed is None or outcome.problems or outside(parsed.document) != outside(last.document):
        return None
    return parsed


def _routes(edits: Sequence[_Edit], amending: Amending, ground: KeptGround) -> list[Route] | None:
    others = [
        one for one in edits if one.last.carried.shown.body != one.parsed.document.body_digest
    ]
    before = {edit.last.carried.shown.body for edit in others}
    if not before.isdisjoint(edit.parsed.document.body_digest for edit in others):
        # One has the body that another had: a page with both could not tell them apart.
        return None
    found: dict[str, Route] = {}
    for edit in others:
        document = edit.parsed.document
        for route in edit.carriers:
            # A feed carries many texts, and several of them may have been edited.
            view = found.get(route.output, route).view
            view = with_body(view, edit.last.carried.shown.body, document.body_digest)
            if isinstance(view, TextView):
                view = replace(view, minutes=document.counts.minutes)
            found[route.output] = replace(route, view=view)
    shards = _shards(edits, amending, ground)
    return None if shards is None else [*found.values(), *shards]


def _shards(edits: Sequence[_Edit], amending: Amending, ground: KeptGround) -> list[Route] | None:
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
        found = amending.reindex(code, own, Indexer(make_index, change_index))
        if found is None:
            return None
        routes += [
            shard_route(name, digest, code, Urls(ground.config)) for name, digest in found.items()
        ]
    return routes


def _written(artifacts: Sequence[Artifact], root: Path, output: Path) -> tuple[str, ...] | None:
    # Also where no page is another one: who deploys asks whether anything was saved since.
    about = load_about(root, output)
    forget_about(root, output)
    if artifacts and not known(replace_files(artifacts, root=root, output=output), [], root):
        return None
    if about is not None:
        save_about(root, output, about)
    return tuple(one.output for one in artifacts)
