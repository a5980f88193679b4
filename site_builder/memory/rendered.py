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
from site_builder.memory.carriers import Carrier, Carriers, carrier, carries
from site_builder.memory.fingerprint import Fingerprints, digest_bytes, join
from site_builder.memory.made import MadePages
from site_builder.memory.single import page_of
from site_builder.memory.store import PageFact, Store
from site_builder.model.artifact import Artifact
from site_builder.model.route import Form, Route
from site_builder.parallel import map_all
from site_builder.problems import Outcome, Problem


class _Miss(NamedTuple):
    """A page to be rendered."""

    route: Route
    reason: Reason


class _Made(NamedTuple):
    """What a worker made: plain values, which cost little to hand back."""

    view: str
    """Fingerprint of the route with its View."""
    digest: str
    """SHA-256 of the bytes; empty when the page could not be rendered."""
    size: int
    problems: tuple[Problem, ...]
    seconds: float
    """Processor time it took."""
    carrier: Carrier | None = None
    """What to keep of a page that carries the body of a text."""
    apart: tuple[tuple[str, str], ...] = ()
    """What stands in it by its digest, and was not handed back before."""


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
        """``staging`` is where finished bytes wait; one run at a time has it."""
        self._store = store
        self._scope = scope
        self._version = version
        self._staging = staging
        self._jobs = jobs
        self._forget = forget
        self._fingerprints = Fingerprints()
        """Of the pages that carry a body: their Views are read again."""
        self._brief = Fingerprints(is_brief=True)
        """Of all others."""
        self._handed: set[str] = set()
        self._carriers = Carriers(store, scope)

    def artifacts(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
        holds: Callable[[str, str], bool],
        tell: Callable[[Rebuilt | SearchWorked], None],
        meanwhile: Callable[[], None],
    ) -> Outcome[tuple[Artifact, ...]]:
        """Recall the bytes of every route that the output holds already; ``render`` the rest.

        ``meanwhile`` is called when workers are busy rendering.
        """
        self._clear()
        before = self._store.pages(self._scope)
        artifacts: list[Artifact] = []
        misses: list[_Miss] = []
        for route in routes:
            last = None if self._forget else before.get(route.output)
            template = template_digests.get(route.template, "")
            view = self._print(route) if last is not None else ""
            now = PageFact(view, template, self._version, "", 0)
            reason = _reason(now, last, route.output, holds)
            if reason is None and last is not None:
                artifacts.append(_held(route, last))
            else:
                misses.append(_Miss(route, reason or Reason.NEW))
        for miss in misses:
            tell(Rebuilt(what=miss.route.output, reason=miss.reason))
        problems: list[Problem] = []
        apart: dict[str, str] = {}
        searching = 0.0
        made = MadePages(self._store, self._scope, self._carriers)
        for (route, reason), page in self._made(misses, render, meanwhile):
            problems += page.problems
            searching += page.seconds if route.form is Form.SEARCH else 0
            if not page.digest:
                continue
            artifacts.append(self._staged(route, page, reason))
            apart.update(page.apart)
            made.add(route.output, self._fact(route, page, template_digests), page.carrier)
            if made.are_many:
                made.write()
                self._store.commit()
        if searching:
            tell(SearchWorked(part="files", seconds=searching))
        made.write()
        gone = before.keys() - {one.output for one in artifacts}
        self._store.drop_pages(self._scope, gone)
        self._carriers.drop(gone)
        self._carriers.set_apart(apart | self._fingerprints.apart)
        self._store.commit()
        return Outcome(value=tuple(artifacts), problems=tuple(problems))

    def remade(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
    ) -> tuple[Artifact, ...] | None:
        """Render ``routes`` in the place of pages of the last run; None when one cannot be.

        Those that are the same bytes as before are left out.
        """
        self._clear()
        artifacts = []
        made = MadePages(self._store, self._scope, self._carriers)
        for route in routes:
            last = page_of(self._store, self._scope, route.output)
            page = self._stage(_Miss(route, Reason.SOURCE_CHANGED), render)
            if last is None or not page.digest or page.problems:
                return None
            made.add(route.output, self._fact(route, page, template_digests), page.carrier)
            if page.digest != last.digest:
                artifacts.append(self._staged(route, page, Reason.SOURCE_CHANGED))
        made.write()
        return tuple(artifacts)

    def is_current(self, page: PageFact, template: str) -> bool:
        """Whether this builder made the ``page``, and with the template of that digest."""
        return (page.tool, page.template) == (self._version, template)

    def _made(
        self,
        misses: Sequence[_Miss],
        render: Callable[[Route], Outcome[bytes]],
        meanwhile: Callable[[], None],
    ) -> Iterator[tuple[_Miss, _Made]]:
        """Pictures first, since one alone is worth a worker, and pages want them to be there."""
        images = [miss for miss in misses if miss.route.form is Form.IMAGE]
        others = [miss for miss in misses if miss.route.form is not Form.IMAGE]
        # A sitemap takes as long as a hundred pages: begun last, it alone would be waited for.
        others.sort(key=lambda miss: miss.route.form is not Form.SITEMAP)

        def stage(miss: _Miss) -> _Made:
            return self._stage(miss, render)

        yield from zip(images, map_all(stage, images, self._jobs, few=2, chunk=1), strict=True)
        pages = map_all(stage, others, self._jobs, meanwhile=meanwhile)
        yield from zip(others, pages, strict=True)

    def _clear(self) -> None:
        """Take away what was staged by a run that came to no end."""
        self._staging.mkdir(parents=True, exist_ok=True)
        for left in self._staging.iterdir():
            left.unlink()

    def _fact(self, route: Route, page: _Made, template_digests: Mapping[str, str]) -> PageFact:
        template = template_digests.get(route.template, "")
        return PageFact(page.view, template, self._version, page.digest, page.size)

    def _print(self, route: Route) -> str:
        return join(self._spelled(route))

    def _spelled(self, route: Route) -> tuple[str, ...]:
        prints = self._fingerprints if carries(route) else self._brief
        return tuple(map(prints.spell, (route.form, route.template, route.view)))

    def _stage(self, miss: _Miss, render: Callable[[Route], Outcome[bytes]]) -> _Made:
        route = miss.route
        began = time.thread_time()
        outcome = render(route)
        if outcome.value is None:
            return _Made("", "", 0, outcome.problems, 0)
        digest = digest_bytes(outcome.value)
        Path(self._path(digest, route.output)).write_bytes(outcome.value)
        spelled = self._spelled(route)
        kept = carrier(route, spelled[-1]) if carries(route) else None
        apart = self._fingerprints.apart
        fresh = tuple((one, apart[one]) for one in apart.keys() - self._handed)
        self._handed |= apart.keys()
        seconds = time.thread_time() - began
        size = len(outcome.value)
        return _Made(join(spelled), digest, size, outcome.problems, seconds, kept, fresh)

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
