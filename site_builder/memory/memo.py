"""The two memo points: what was parsed and what was rendered is not made again.

Hits are found here, in the parent; only misses go to the workers. Every miss has a named reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.events import Reason, Rebuilt
from site_builder.memory.codec import decode, encode
from site_builder.memory.fingerprint import Fingerprints, digest_bytes
from site_builder.memory.store import Fact, PageFact, Store
from site_builder.model.artifact import Artifact
from site_builder.model.document import Document, Parsed
from site_builder.model.route import Route
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.parallel import map_all
from site_builder.problems import Outcome, Problem

Tell = Callable[[Rebuilt], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What is remembered of one source: the document and what was said about it."""

    document: Document
    problems: tuple[Problem, ...]


class Memory:
    """The memory of one site, in one scope: ``build`` and ``serve`` remember pages apart."""

    def __init__(self, folder: Path, scope: str, version: str, *, jobs: int, forget: bool) -> None:
        """Open the memory in ``folder``; with ``forget`` nothing is recalled, all is remembered."""
        self._store = Store(folder / "memory.sqlite3", version)
        self._staging = folder / "staging"
        self._staging.mkdir(parents=True, exist_ok=True)
        self._scope = scope
        self._version = version
        self._jobs = jobs
        self._forget = forget
        self._fingerprints = Fingerprints()

    @property
    def was_damaged(self) -> bool:
        """Whether the memory had to be thrown away."""
        return self._store.was_damaged

    def parse(
        self,
        sources: Sequence[Source],
        read: Callable[[Source], Outcome[bytes]],
        parse: Callable[[Source, bytes], Outcome[Parsed]],
        settings: ParseSettings,
        tell: Tell,
    ) -> Outcome[tuple[Document, ...]]:
        """Recall the Document of every source that is known; ``parse`` the rest.

        Each file is read once; what is parsed is what was hashed. Sources with an error have no
        Document among the value.
        """
        stamp = self._fingerprints.of(settings, self._version)
        problems: list[Problem] = []
        contents: dict[str, bytes] = {}
        keys: dict[str, str] = {}
        for source in sources:
            found = read(source)
            problems += found.problems
            if found.value is not None:
                contents[source.path] = found.value
                digest = digest_bytes(found.value)
                keys[source.path] = self._fingerprints.of(source.path, source.name, digest, stamp)
        known = {} if self._forget else self._recall(keys)
        misses = [one for one in sources if one.path in keys and one.path not in known]
        self._tell_misses(misses, tell)
        made = map_all(lambda one: parse(one, contents[one.path]), misses, self._jobs)
        rows: list[tuple[str, str, str, str]] = []
        for source, outcome in zip(misses, made, strict=True):
            problems += outcome.problems
            parsed = outcome.value
            if parsed is not None:
                recalled = Recalled(document=parsed.document, problems=outcome.problems)
                known[source.path] = recalled
                digest = parsed.document.body_digest
                rows.append((keys[source.path], encode(recalled), digest, parsed.body))
        fresh = {source.path for source in misses}
        problems += [
            problem
            for path, recalled in known.items()
            if path not in fresh
            for problem in recalled.problems
        ]
        self._store.add_facts(rows)
        self._store.set_sources(self._scope, keys)
        self._store.commit()
        documents = tuple(known[source.path].document for source in sources if source.path in known)
        return Outcome(value=documents, problems=tuple(problems))

    def _recall(self, keys: Mapping[str, str]) -> dict[str, Recalled]:
        facts = self._store.facts(keys.values())
        recalled: dict[str, Recalled] = {}
        for path, key in keys.items():
            value = _decoded(facts.get(key))
            if value is not None:
                recalled[path] = value
        return recalled

    def _tell_misses(self, misses: Iterable[Source], tell: Tell) -> None:
        before = self._store.sources(self._scope)
        for source in misses:
            reason = Reason.SOURCE_CHANGED if source.path in before else Reason.NEW
            tell(Rebuilt(what=source.path, reason=reason))

    def render(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
        holds: Callable[[str, str], bool],
        tell: Tell,
    ) -> Outcome[tuple[Artifact, ...]]:
        """Recall the bytes of every route that the output holds already; ``render`` the rest.

        ``holds(output path, digest)`` says whether the output has these bytes.
        """
        before = {} if self._forget else self._store.pages(self._scope)
        artifacts: list[Artifact] = []
        misses: list[tuple[Route, PageFact, Reason]] = []
        for route in routes:
            fact = self._page_fact(route, template_digests)
            last = before.get(route.output)
            reason = _reason(fact, last, route.output, holds)
            if reason is None and last is not None:
                artifacts.append(_held(route, last))
            else:
                misses.append((route, fact, reason or Reason.NEW))
        for route, _, reason in misses:
            tell(Rebuilt(what=route.output, reason=reason))
        made = map_all(lambda miss: self._stage(miss[0], render), misses, self._jobs)
        problems: list[Problem] = []
        remembered = {artifact.output: before[artifact.output] for artifact in artifacts}
        for (route, fact, reason), outcome in zip(misses, made, strict=True):
            problems += outcome.problems
            if outcome.value is None:
                continue
            staged = outcome.value
            artifacts.append(
                Artifact(
                    output=route.output,
                    digest=staged.digest,
                    size=staged.size,
                    staged=staged.path,
                    reason=reason,
                )
            )
            remembered[route.output] = PageFact(
                view=fact.view,
                template=fact.template,
                tool=fact.tool,
                digest=staged.digest,
                size=staged.size,
            )
        self._store.set_pages(self._scope, remembered)
        self._store.commit()
        return Outcome(value=tuple(artifacts), problems=tuple(problems))

    def body(self, digest: str) -> str:
        """The body HTML that ``digest`` names."""
        return self._store.body(digest)

    def close(self) -> None:
        """Let go of the store and of what was staged and not taken."""
        self._store.close()

    def _page_fact(self, route: Route, template_digests: Mapping[str, str]) -> PageFact:
        return PageFact(
            view=self._fingerprints.of(route.form, route.template, route.view),
            template=template_digests.get(route.template, ""),
            tool=self._version,
            digest="",
            size=0,
        )

    def _stage(self, route: Route, render: Callable[[Route], Outcome[bytes]]) -> Outcome[_Staged]:
        outcome = render(route)
        if outcome.value is None:
            return Outcome(value=None, problems=outcome.problems)
        digest = digest_bytes(outcome.value)
        # Two pages with the same bytes need a file each, since staged files are moved.
        path = self._staging / f"{digest}-{digest_bytes(route.output.encode())[:12]}"
        path.write_bytes(outcome.value)
        staged = _Staged(path=str(path), digest=digest, size=len(outcome.value))
        return Outcome(value=staged, problems=outcome.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Staged:
    path: str
    digest: str
    size: int


def _decoded(fact: Fact | None) -> Recalled | None:
    if fact is None:
        return None
    try:
        return decode(Recalled, fact.value)
    except (ValueError, TypeError, KeyError, IndexError):
        # A damaged fact is no fact; the source is parsed again.
        return None


def _reason(
    fact: PageFact, last: PageFact | None, output: str, holds: Callable[[str, str], bool]
) -> Reason | None:
    if last is None:
        return Reason.NEW
    if last.tool != fact.tool:
        return Reason.TOOL_CHANGED
    if last.template != fact.template:
        return Reason.TEMPLATE_CHANGED
    if last.view != fact.view:
        return Reason.VIEW_CHANGED
    return None if holds(output, last.digest) else Reason.OUTPUT_MISSING


def _held(route: Route, last: PageFact) -> Artifact:
    return Artifact(output=route.output, digest=last.digest, size=last.size, staged="")
