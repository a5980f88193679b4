"""The whole site, made in a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from site_builder.events import Event, Notice, StageFinished
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.problems import Problem, SiteError
from site_builder.serve import workshop as room
from site_builder.serve.session import Rebuild
from site_builder.serve.store import Held
from site_builder.serve.workshop import BATCH, Made, Make, workshop
from tests.processes import NEEDS_PROC, is_gone, runs

NOTHING_HELD = Held("/nowhere", frozenset())
WARNING = Problem(code="unknown-key", message="a key we do not know")
COPY = Copy(source="static/a.txt", output="a.txt", digest="", owner="static/a.txt")


@dataclass(frozen=True)
class QuickPage:
    """The page of one text."""

    output: str
    content: bytes


@dataclass
class Bench:
    """Tells of the process it is in."""

    warmed: list[int] = field(default_factory=list)

    def page(self, path: str) -> QuickPage | None:
        if path == "gone":
            os.kill(os.getpid(), signal.SIGKILL)
        if path == "unreadable":
            raise PermissionError(13, "no", path)
        said = f"{os.getpid()} {len(self.warmed)} {gc.isenabled()}"
        return QuickPage(path, said.encode()) if path else None

    def warm_up(self) -> None:
        self.warmed.append(os.getpid())


def _artifact(number: int) -> Artifact:
    return Artifact(output=f"{number}/index.html", digest=f"{number}", size=1, staged="")


def _made(count: int = 2) -> Made:
    return Made(
        copies=(COPY,),
        artifacts=tuple(map(_artifact, range(count))),
        problems=(WARNING,),
        workbench=Bench(),
    )


@contextmanager
def _rebuilding(make: Make, told: list[Event] | None = None) -> Iterator[Rebuild]:
    tell = (told if told is not None else []).append
    with workshop(make, tell, settle=lambda: None) as rebuild:
        yield rebuild


def test_what_was_made_is_handed_over_whole() -> None:
    """In order, however much it is, with all that was told meanwhile."""
    event = StageFinished(stage="plan", count=1, fresh=1, seconds=0.5)
    told: list[Event] = []

    def make(held, tell):
        for _ in range(BATCH + 1):
            tell(event)
        assert held("x", "y") is False
        return _made(2 * BATCH + 1)

    with _rebuilding(make, told) as rebuild:
        made = rebuild(NOTHING_HELD)
    assert made.artifacts == tuple(map(_artifact, range(2 * BATCH + 1)))
    assert (made.copies, made.problems) == ((COPY,), (WARNING,))
    assert told == [event] * (BATCH + 1)


def test_pages_come_from_the_process_of_the_last_rebuild() -> None:
    """It was warmed up before; and its collector is at rest while the site is made, no longer."""
    processes = []
    enabled = []

    def make(_held, tell):
        tell(Notice(text=f"{gc.isenabled()}"))
        return _made()

    with _rebuilding(make, enabled) as rebuild:
        for _ in range(2):
            bench = rebuild(NOTHING_HELD).workbench
            bench.warm_up()
            process, warmed, collects = bench.page("x.md").content.decode().split()
            assert (warmed, collects) == ("1", "True")
            processes.append(int(process))
        assert bench.page("") is None
    assert len({os.getpid(), *processes}) == 3
    assert enabled == [Notice(text="False")] * 2


@NEEDS_PROC
def test_of_many_rebuilds_one_process_stays() -> None:
    """So a preview of many hours is as large as one of a minute."""
    processes = []
    with _rebuilding(lambda *_: _made()) as rebuild:
        for _ in range(20):
            bench = rebuild(NOTHING_HELD).workbench
            bench.warm_up()
            processes.append(int(bench.page("x.md").content.split()[0]))
        assert all(map(is_gone, processes[:-1]))
        assert runs(processes[-1])


def test_a_mistake_is_told_with_what_was_told_before() -> None:
    """As if it had been made here."""
    told: list[Event] = []

    def make(_held, tell):
        tell(Notice(text="reading"))
        raise SiteError([WARNING])

    with _rebuilding(make, told) as rebuild, pytest.raises(SiteError) as raised:
        rebuild(NOTHING_HELD)
    assert raised.value.problems == (WARNING,)
    assert told == [Notice(text="reading")]


def test_a_rebuild_that_the_system_ends_is_a_mistake() -> None:
    """Told in words, and the next one may come to its end."""
    with _rebuilding(lambda *_: os.kill(os.getpid(), signal.SIGKILL)) as rebuild:
        with pytest.raises(SiteError) as raised:
            rebuild(NOTHING_HELD)
        (problem,) = raised.value.problems
        assert (problem.code, "memory" in problem.message) == ("machine", True)


def test_a_rebuild_that_nobody_waits_for_any_more_is_no_mistake() -> None:
    """When the preview ends amid one, it says nothing of it."""
    raised: list[type[BaseException]] = []
    begun = threading.Event()

    def make(held, _tell):
        time.sleep(60 if held.whole else 0)
        return _made()

    def wait_for(rebuild: Rebuild) -> None:
        try:
            rebuild(NOTHING_HELD)
            begun.set()
            rebuild(Held("/nowhere", frozenset({"for ever"})))
        except BaseException as error:  # noqa: BLE001 because all that a thread raises is told
            raised.append(type(error))

    with _rebuilding(make) as rebuild:
        waiting = threading.Thread(target=wait_for, args=(rebuild,))
        waiting.start()
        assert begun.wait(10)
    waiting.join(10)
    assert raised == [SystemExit]


def test_where_the_workbench_is_gone_there_is_no_short_way() -> None:
    """The page comes with the rebuild; what cannot be read there raises here."""
    with _rebuilding(lambda *_: _made()) as rebuild:
        bench = rebuild(NOTHING_HELD).workbench
        bench.warm_up()
        with pytest.raises(PermissionError):
            bench.page("unreadable")
        assert bench.page("gone") is None
        assert bench.page("x.md") is None
        bench = rebuild(NOTHING_HELD).workbench
        bench.warm_up()
        assert bench.page("x.md") is not None


def test_without_forks_the_site_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same result, and what is told is told at once."""
    monkeypatch.setattr(room, "can_fork", lambda: False)
    told: list[Event] = []

    def make(_held, tell):
        tell(Notice(text=f"{os.getpid()}"))
        return _made()

    with _rebuilding(make, told) as rebuild:
        made = rebuild(NOTHING_HELD)
        process = made.workbench.page("x.md").content.decode().split()[0]
    assert int(process) == os.getpid()
    assert told == [Notice(text=f"{os.getpid()}")]
    assert made.artifacts == _made().artifacts


def test_later_rebuilds_find_imported_what_they_need() -> None:
    """Who is first does not wait for it, and the preview itself does without."""
    text = (
        "import sys\n"
        "from site_builder.serve.store import Held\n"
        "from site_builder.serve.workshop import Made, workshop\n"
        "def knows(): return 'pygments.lexers.python' in sys.modules\n"
        "def make(held, tell): tell(knows()); return Made(copies=(), artifacts=(), problems=())\n"
        "with workshop(make, print, settle=lambda: None) as rebuild:\n"
        "    for _ in range(2): rebuild(Held('', frozenset()))\n"
        "print(knows())\n"
    )
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "True", "False"]
