"""The last good site, and what is wrong since.

A rebuild either brings a whole new site or leaves the old one in place; whoever reads while it runs
sees the one or the other. Ahead of it the page of the one text that was saved may be made alone
(``build/workbench.py``); it is laid over the last good site until the rebuild brings it too.
Finished bytes lie in a folder of the memory, each file named by its digest, and never in
``output/``.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from site_builder.events import Event, KeptLastGood, Reloaded
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy, Plan
from site_builder.problems import Problem, SiteError
from site_builder.serve.answers import Showing
from site_builder.serve.pages import Item, Pages, changed_outputs, normal_base_path
from site_builder.serve.reload import Bell


class QuickPage(Protocol):
    """The page of one text; ``build.workbench.QuickPage`` is one."""

    @property
    def output(self) -> str:
        """Where it belongs."""

    @property
    def content(self) -> bytes:
        """Its bytes."""


class Workbench(Protocol):
    """Makes the page of one text at once; ``build.workbench.Workbench`` is one."""

    def page(self, path: str, /) -> QuickPage | None:
        """The page of the text at ``path`` below the root; None where there is no short way."""

    def warm_up(self) -> None:
        """Load what a page needs."""


class Prepared(Protocol):
    """What a rebuild hands over; ``build.Prepared`` is one."""

    @property
    def plan(self) -> Plan:
        """Its copies are served from where they lie."""

    @property
    def artifacts(self) -> Sequence[Artifact]:
        """Their staged files become ours."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings and notes."""

    @property
    def workbench(self) -> Workbench | None:
        """What the run stood on."""


AHEAD = "ahead"
"""The folder, in that of the session, of pages that were made ahead of a rebuild."""

Rebuild = Callable[[Callable[[str, str], bool]], Prepared]
"""Makes the site or raises SiteError; ``held(output path, digest)``: this need not be staged."""


class Session:
    """Holds what is showing.

    Whole rebuilds run in one thread, quick pages come from another, and any thread may read.
    """

    def __init__(
        self,
        root: Path,
        store: Path,
        base_path: str,
        rebuild: Rebuild,
        bell: Bell,
        tell: Callable[[Event], None],
    ) -> None:
        """``store`` is a folder for this session alone; it may hold what an earlier one left."""
        self._root = root
        self._store = store
        self._base_path = normal_base_path(base_path)
        self._rebuild = rebuild
        self._bell = bell
        self._tell = tell
        self._whole: set[str] = set()
        self._showing = Showing(pages=None, problems=(), generation=0)
        self._swapping = threading.Lock()
        self._at_workbench = threading.Lock()
        self._workbench: Workbench | None = None
        self._saves = 0
        self._ahead: dict[str, tuple[int, Item]] = {}

    def showing(self) -> Showing:
        """What can be seen now."""
        return self._showing

    def refresh(self, changed: Sequence[str] = ()) -> None:
        """Make the site again because the files ``changed`` (absolute paths) were saved.

        Tells Reloaded, or KeptLastGood with the Problems; ``machine`` when the disk says no.
        """
        started = time.perf_counter()
        saves = self._saves
        try:
            prepared = self._rebuild(self._holds)
            self._take_over(prepared.artifacts)
        except SiteError as error:
            self._keep(error.problems)
            return
        except OSError as error:
            reason = f"{error.strerror or error}"
            self._keep((Problem(code="machine", message=f"the preview cannot be kept: {reason}"),))
            return
        with self._swapping:
            self._workbench = prepared.workbench
            # What was saved since this rebuild began is newer than what it read.
            self._ahead = {path: one for path, one in self._ahead.items() if one[0] > saves}
            was_ahead = self._showing.problems == () and bool(saves)
            count = self._show(prepared)
            self._forget(prepared.artifacts)
        if count or prepared.problems or not was_ahead:
            self._say(changed, count, started, prepared.problems)
        if prepared.workbench is not None:
            with self._at_workbench:
                prepared.workbench.warm_up()

    def hurry(self, changed: Sequence[str]) -> None:
        """Show the page of the text at ``changed`` ahead of the rebuild, where that can be done.

        Tells Reloaded. A mistake is left to the rebuild to tell.
        """
        self._saves += 1
        started = time.perf_counter()
        workbench = self._workbench
        # Some editors write another file and move it into place; that one is gone then.
        there = [path for path in changed if Path(path).exists()]
        if len(there) != 1 or workbench is None or self._showing.problems:
            return
        try:
            with self._at_workbench:
                page = workbench.page(self._relative(there[0]))
            is_new = page is not None and self._lay_over(page)
        except OSError:
            # A file that cannot be read or kept is told by the rebuild, with all its reasons.
            return
        if is_new:
            self._say(changed, 1, started, ())

    def _lay_over(self, page: QuickPage) -> bool:
        """Show a page over the last good site; whether it is another one than was shown."""
        # Kept and shown in one go: a rebuild that ends meanwhile deletes what nobody shows.
        with self._swapping:
            item = self._keep_ahead(page)
            before = self._showing
            if before.pages is None or before.pages.files.get(page.output) == item:
                return False
            self._ahead[page.output] = (self._saves, item)
            files = {**before.pages.files, page.output: item}
            self._swap(Pages(base_path=self._base_path, files=files), before.generation + 1)
        return True

    def _keep_ahead(self, page: QuickPage) -> Item:
        digest = hashlib.sha256(page.content).hexdigest()
        folder = self._store / AHEAD
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / digest
        path.write_bytes(page.content)
        return Item(path=str(path), stamp=digest)

    def _say(
        self, changed: Sequence[str], count: int, started: float, problems: tuple[Problem, ...]
    ) -> None:
        self._tell(
            Reloaded(
                files=tuple(self._relative(path) for path in changed),
                pages=count,
                milliseconds=(time.perf_counter() - started) * 1000,
                problems=problems,
            )
        )

    def _show(self, prepared: Prepared) -> int:
        before = self._showing
        files = {
            one.output: Item(path=str(self._store / one.digest), stamp=one.digest)
            for one in prepared.artifacts
        }
        files.update(self._copies(prepared.plan.copies))
        files.update({path: item for path, (_, item) in self._ahead.items() if path in files})
        pages = Pages(base_path=self._base_path, files=files)
        count = changed_outputs(before.pages, pages)
        # After a mistake the page is loaded again even if it is the same, so that the message goes.
        is_new = count or before.problems or before.pages is None
        self._swap(pages, before.generation + bool(is_new))
        return count

    def _swap(self, pages: Pages, generation: int) -> None:
        self._showing = Showing(pages=pages, problems=(), generation=generation)
        self._bell.ring_reload(generation)

    def _keep(self, problems: tuple[Problem, ...]) -> None:
        before = self._showing
        if before.pages is None:
            generation = before.generation + 1
            self._showing = Showing(pages=None, problems=problems, generation=generation)
            self._bell.ring_reload(generation)
        else:
            generation = before.generation
            self._showing = Showing(pages=before.pages, problems=problems, generation=generation)
            self._bell.ring_error()
        self._tell(KeptLastGood(problems=problems, shows_earlier=before.pages is not None))

    def _copies(self, copies: Sequence[Copy]) -> dict[str, Item]:
        found = {}
        for copy in copies:
            path = self._root / copy.source
            try:
                facts = path.stat()
            except OSError:
                continue
            stamp = copy.digest or f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ino}"
            # What an installed theme brings lies outside of the project on purpose.
            within = "" if Path(copy.source).is_absolute() else str(self._root)
            found[copy.output] = Item(path=str(path), stamp=stamp, within=within)
        return found

    def _holds(self, _output: str, digest: str) -> bool:
        """Whether the bytes are here; what an earlier run left is read once and compared."""
        path = self._store / digest
        if digest in self._whole:
            return path.exists()
        try:
            with path.open("rb") as file:
                is_whole = hashlib.file_digest(file, "sha256").hexdigest() == digest
        except OSError:
            return False
        if is_whole:
            self._whole.add(digest)
        return is_whole

    def _take_over(self, artifacts: Sequence[Artifact]) -> None:
        self._store.mkdir(parents=True, exist_ok=True)
        for artifact in artifacts:
            if artifact.staged:
                Path(artifact.staged).replace(self._store / artifact.digest)
                self._whole.add(artifact.digest)

    def _forget(self, artifacts: Sequence[Artifact]) -> None:
        """Delete the bytes that no page has any more."""
        used = {artifact.digest for artifact in artifacts}
        shown = {item.stamp for _, item in self._ahead.values()}
        unused = []
        for folder, kept in ((self._store, used), (self._store / AHEAD, shown)):
            with suppress(FileNotFoundError), os.scandir(folder) as entries:
                unused += [one.path for one in entries if one.is_file() and one.name not in kept]
        for path in unused:
            Path(path).unlink(missing_ok=True)
        self._whole &= used

    def _relative(self, path: str) -> str:
        one = Path(path)
        return one.relative_to(self._root).as_posix() if one.is_relative_to(self._root) else path
