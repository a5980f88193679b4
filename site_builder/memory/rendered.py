"""The pages of the last run, recalled or rendered.

A page is known by the fingerprint of its Route with its View, the digest of its template with all
that this includes, and the builder's version. Finished bytes wait in a folder of their own; what is
handed on is where they are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder.events import Reason, Rebuilt, SearchWorked
from site_builder.memory.fingerprint import Fingerprints, digest_bytes
from site_builder.memory.store import PageFact, Store
from site_builder.model.artifact import Artifact
from site_builder.model.route import Form, Route
from site_builder.parallel import map_all
from site_builder.problems import Outcome, Problem


class _Miss(NamedTuple):
    """A page to be rendered."""

    route: Route
    reason: Reason
    view: str
    """Fingerprint of the route with its View; empty where it was not needed to know the reason."""


class _Made(NamedTuple):
    """What a worker made: plain values, which cost little to hand back."""

    view: str
    digest: str
    """SHA-256 of the bytes; empty when the page could not be rendered."""
    size: int
    problems: tuple[Problem, ...]
    seconds: float
    """Processor time it took."""


class RenderedPages:
    """The pages of one site in one scope."""

    def __init__(
        self,
        store: Store,
        scope: str,
        version: str,
        staging: Path,
        *,
        jobs: int,
        forget: bool,
    ) -> None:
        """``staging`` is emptied: what is in it was staged by a run that came to no end."""
        self._store = store
        self._scope = scope
        self._version = version
        self._staging = staging
        self._jobs = jobs
        self._forget = forget
        self._fingerprints = Fingerprints()
        staging.mkdir(parents=True, exist_ok=True)
        for left in staging.iterdir():
            left.unlink()

    def artifacts(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
        holds: Callable[[str, str], bool],
        tell: Callable[[Rebuilt | SearchWorked], None],
    ) -> Outcome[tuple[Artifact, ...]]:
        """Recall the bytes of every route that the output holds already; ``render`` the rest."""
        before = self._store.pages(self._scope)
        artifacts: list[Artifact] = []
        after: dict[str, PageFact] = {}
        misses: list[_Miss] = []
        for route in routes:
            last = None if self._forget else before.get(route.output)
            template = template_digests.get(route.template, "")
            view = self._print(route) if last is not None else ""
            now = PageFact(view, template, self._version, "", 0)
            reason = _reason(now, last, route.output, holds)
            if reason is None and last is not None:
                artifacts.append(_held(route, last))
                after[route.output] = last
            else:
                misses.append(_Miss(route, reason or Reason.NEW, view))
        for miss in misses:
            tell(Rebuilt(what=miss.route.output, reason=miss.reason))
        problems: list[Problem] = []
        searching = 0.0
        for (route, reason, _), page in self._made(misses, render):
            problems += page.problems
            searching += page.seconds if route.form is Form.SEARCH else 0
            if not page.digest:
                continue
            artifacts.append(self._staged(route, page, reason))
            template = template_digests.get(route.template, "")
            after[route.output] = PageFact(
                page.view, template, self._version, page.digest, page.size
            )
        if searching:
            tell(SearchWorked(part="files", seconds=searching))
        self._store.set_pages(self._scope, before, after)
        self._store.commit()
        return Outcome(value=tuple(artifacts), problems=tuple(problems))

    def _made(
        self, misses: Sequence[_Miss], render: Callable[[Route], Outcome[bytes]]
    ) -> Iterator[tuple[_Miss, _Made]]:
        """Pictures first, since one alone is worth a worker, and pages want them to be there."""
        images = [miss for miss in misses if miss.route.form is Form.IMAGE]
        others = [miss for miss in misses if miss.route.form is not Form.IMAGE]

        def stage(miss: _Miss) -> _Made:
            return self._stage(miss, render)

        yield from zip(images, map_all(stage, images, self._jobs, few=2, chunk=1), strict=True)
        yield from zip(others, map_all(stage, others, self._jobs), strict=True)

    def _print(self, route: Route) -> str:
        return self._fingerprints.of(route.form, route.template, route.view)

    def _stage(self, miss: _Miss, render: Callable[[Route], Outcome[bytes]]) -> _Made:
        route = miss.route
        began = time.thread_time()
        outcome = render(route)
        if outcome.value is None:
            return _Made("", "", 0, outcome.problems, 0)
        digest = digest_bytes(outcome.value)
        Path(self._path(digest, route.output)).write_bytes(outcome.value)
        view = miss.view or self._print(route)
        seconds = time.thread_time() - began
        return _Made(view, digest, len(outcome.value), outcome.problems, seconds)

    def _path(self, digest: str, output: str) -> str:
        # Two pages with the same bytes need a file each, since staged files are moved.
        return f"{self._staging}/{digest}-{digest_bytes(output.encode())[:12]}"

    def _staged(self, route: Route, page: _Made, reason: Reason) -> Artifact:
        return Artifact(
            output=route.output,
            digest=page.digest,
            size=page.size,
            staged=self._path(page.digest, route.output),
            reason=reason,
        )


def _reason(
    now: PageFact, last: PageFact | None, output: str, holds: Callable[[str, str], bool]
) -> Reason | None:
    if last is None:
        return Reason.NEW
    if last.tool != now.tool:
        return Reason.TOOL_CHANGED
    if last.template != now.template:
        return Reason.TEMPLATE_CHANGED
    if last.view != now.view:
        return Reason.VIEW_CHANGED
    return None if holds(output, last.digest) else Reason.OUTPUT_MISSING


def _held(route: Route, last: PageFact) -> Artifact:
    return Artifact(output=route.output, digest=last.digest, size=last.size, staged="")
