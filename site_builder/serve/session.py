"""The last good site, and what is wrong since.

A rebuild either brings a whole new site or leaves the old one in place; whoever reads while it runs
sees the one or the other. Ahead of it the page of the one text that was saved may be made alone
(``build/workbench.py``); it is laid over the last good site until the rebuild brings it too.
Finished bytes lie in a folder of the memory, each file named by its digest, and never in
``output/``.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from site_builder.events import Event, KeptLastGood, Reloaded
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.problems import Problem, SiteError
from site_builder.serve.answers import Showing
from site_builder.serve.pages import Item, Pages, changed_outputs, normal_base_path
from site_builder.serve.reload import Bell
from site_builder.serve.store import Held, Store


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
    """What a rebuild hands over; ``workshop.Made`` is one."""

    @property
    def copies(self) -> Sequence[Copy]:
        """Served from where they lie."""

    @property
    def artifacts(self) -> Sequence[Artifact]:
        """Their staged files become ours."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings and notes."""

    @property
    def workbench(self) -> Workbench | None:
        """What the run stood on."""


Rebuild = Callable[[Held], Prepared]
"""Makes the site or raises SiteError; what is ``Held`` need not be staged."""


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
        self._store = Store(store)
        self._base_path = normal_base_path(base_path)
        self._rebuild = rebuild
        self._bell = bell
        self._tell = tell
        self._site: Mapping[str, Item] = {}
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
            prepared = self._rebuild(self._store.held())
            self._store.take_over(prepared.artifacts)
        except SiteError as error:
            self._keep(error.problems)
            return
        except OSError as error:
            reason = f"{error.strerror or error}"
            self._keep((Problem(code="machine", message=f"the preview cannot be kept: {reason}"),))
            return
        # A save waits for the lock, so all that can be done outside of it is.
        self._site = self._items(prepared)
        with self._swapping:
            # What was saved since this rebuild began is newer than what it read.
            has_shown = any(one[0] <= saves for one in self._ahead.values())
            self._ahead = {path: one for path, one in self._ahead.items() if one[0] > saves}
            was_ahead = self._showing.problems == () and bool(saves)
            count = self._show()
            # One that is kept is shown before the lock is given back, so none is lost here.
            self._store.forget_ahead(item for _, item in self._ahead.values())
        self._store.forget_others()
        if count or prepared.problems or not was_ahead:
            is_rest = has_shown and len(self._there(changed)) == 1
            self._say(changed, count, started, prepared.problems, is_rest=is_rest)
        self._stand_at(prepared.workbench)

    def _stand_at(self, workbench: Workbench | None) -> None:
        """Have the next pages made at another workbench, once it is warm."""
        if workbench is None or self._workbench is None:
            with self._at_workbench:
                self._workbench = workbench
                if workbench is not None:
                    workbench.warm_up()
        else:
            # The last one makes pages meanwhile, and the next rebuild makes them again.
            workbench.warm_up()
            self._workbench = workbench

    def hurry(self, changed: Sequence[str]) -> None:
        """Show the page of the text at ``changed`` ahead of the rebuild, where that can be done.

        Tells Reloaded. A mistake is left to the rebuild to tell.
        """
        self._saves += 1
        started = time.perf_counter()
        workbench = self._workbench
        there = self._there(changed)
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
            self._say(changed, 1, started, (), is_rest=False)

    def _lay_over(self, page: QuickPage) -> bool:
        """Show a page over the last good site; whether it is another one than was shown."""
        # Kept and shown in one go: a rebuild that ends meanwhile deletes what nobody shows.
        with self._swapping:
            item = self._store.keep_ahead(page.content)
            before = self._showing
            if before.pages is None or before.pages.files.get(page.output) == item:
                return False
            self._ahead[page.output] = (self._saves, item)
            files = {**before.pages.files, page.output: item}
            self._swap(Pages(base_path=self._base_path, files=files), before.generation + 1)
        return True

    def _say(
        self,
        changed: Sequence[str],
        count: int,
        started: float,
        problems: tuple[Problem, ...],
        *,
        is_rest: bool,
    ) -> None:
        self._tell(
            Reloaded(
                files=tuple(self._relative(path) for path in self._there(changed) or changed),
                is_rest=is_rest,
                pages=count,
                milliseconds=(time.perf_counter() - started) * 1000,
                problems=problems,
            )
        )

    def _items(self, prepared: Prepared) -> Mapping[str, Item]:
        """Where each file of the site is; the very Items of the last one where nothing changed."""
        files = {one.output: self._store.item(one.digest) for one in prepared.artifacts}
        files.update(self._copies(prepared.copies))
        before = self._site
        return {out: was if (was := before.get(out)) == now else now for out, now in files.items()}

    def _show(self) -> int:
        before = self._showing
        ahead = {path: item for path, (_, item) in self._ahead.items() if path in self._site}
        pages = Pages(base_path=self._base_path, files={**self._site, **ahead})
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

    def _there(self, changed: Sequence[str]) -> list[str]:
        """Without what some editors write and move into place: that is gone then."""
        return [path for path in changed if Path(path).exists()]

    def _relative(self, path: str) -> str:
        one = Path(path)
        return one.relative_to(self._root).as_posix() if one.is_relative_to(self._root) else path
