from __future__ import annotations

import errno
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from watchdog.events import FileClosedEvent, FileModifiedEvent
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from site_builder.serve import watch as watch_module
from site_builder.serve.watch import Watch


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("content/posts", "static", ".site_builder", "output"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content" / "posts" / "x.md").write_text("x")
    (tmp_path / "site.yml").write_text("title: x")
    return tmp_path


class Heard:
    """A watch that runs, and what it told so far."""

    def __init__(self, watch: Watch) -> None:
        self.batches: list[tuple[str, ...]] = []
        self._watch = watch
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()

    def _listen(self) -> None:
        while batch := self._watch.wait():
            self.batches.append(batch)

    def of(self, path: Path, seconds: float = 5.0) -> bool:
        """Whether a change of this path is told in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any(str(path) in batch for batch in list(self.batches)):
                return True
            time.sleep(0.01)
        return False


@contextmanager
def listening(
    root: Path, observe: Callable[[], BaseObserver] = Observer
) -> Iterator[tuple[Heard, list[str]]]:
    told: list[str] = []
    names = ("content", "themes", "static", "site.yml", "translations.lock")
    with ExitStack() as ending:
        watched = [root / name for name in names]
        watch = Watch(watched, root / ".site_builder", told.append, observe)
        watch.start()
        heard = Heard(watch)
        ending.callback(heard.thread.join)
        ending.callback(watch.stop)
        yield heard, told


def test_a_save_is_told_quickly(root: Path) -> None:
    """The file that was saved is named, long before anyone would look at it again."""
    with listening(root) as (heard, _):
        started = time.monotonic()
        (root / "content" / "posts" / "x.md").write_text("y")
        assert heard.of(root / "content" / "posts" / "x.md")
        assert time.monotonic() - started < 2


def test_many_events_are_one_change(root: Path) -> None:
    """A burst of saves is told once, when it is quiet."""
    watch = Watch([root / "content"], root / ".site_builder", print)
    paths = [str(root / "content" / "posts" / f"{number}.md") for number in range(60)]
    for path in paths:
        watch.on_any_event(FileModifiedEvent(path))
        watch.on_any_event(FileClosedEvent(path))
    assert watch.wait() == tuple(sorted(paths))


def test_what_never_gets_quiet_is_told_all_the_same(root: Path) -> None:
    """Something that writes all the time does not keep the author waiting."""
    with listening(root) as (heard, _):
        deadline = time.monotonic() + 1
        while not heard.batches and time.monotonic() < deadline:
            (root / "content" / "posts" / "x.md").write_text("y")
            time.sleep(0.01)
        assert heard.batches


@pytest.mark.parametrize("name", ["site.yml", "translations.lock"])
def test_single_files_are_watched(root: Path, name: str) -> None:
    """Settings and recorded translations count too, also when they appear later."""
    with listening(root) as (heard, _):
        (root / name).write_text("changed")
        assert heard.of(root / name)


def test_editors_that_replace_the_file_are_understood(root: Path) -> None:
    """Writing a new file and renaming it over the old one is a change of the old one."""
    post = root / "content" / "posts" / "x.md"
    with listening(root) as (heard, _):
        new = post.with_name("x.md.tmp")
        new.write_text("y")
        new.replace(post)
        assert heard.of(post)


def test_what_is_not_of_the_site_is_not_told(root: Path) -> None:
    """Output, memory, reading, and what editors leave behind cause no rebuild."""
    with listening(root) as (heard, _):
        (root / "output" / "index.html").write_text("x")
        (root / ".site_builder" / "memory").write_text("x")
        (root / "content" / "posts" / ".x.md.swp").write_text("x")
        (root / "content" / "posts" / "x.md~").write_text("x")
        (root / "content" / "posts" / "x.md").read_text()
        time.sleep(0.3)
        assert heard.batches == []


def test_folders_may_come_later(root: Path) -> None:
    """A themes folder made while the preview runs is watched from then on."""
    with listening(root) as (heard, _):
        (root / "themes" / "mine").mkdir(parents=True)
        assert heard.of(root / "themes")
        (root / "themes" / "mine" / "a.html").write_text("x")
        assert heard.of(root / "themes" / "mine" / "a.html")


def test_folders_may_go_and_come_back(root: Path) -> None:
    """Switching a branch takes content/ away and brings another; the new one is watched."""
    with listening(root) as (heard, _):
        shutil.rmtree(root / "content")
        assert heard.of(root / "content")
        (root / "content" / "posts").mkdir(parents=True)
        time.sleep(1.5)
        (root / "content" / "posts" / "new.md").write_text("x")
        assert heard.of(root / "content" / "posts" / "new.md")


def test_folders_behind_links_are_watched(root: Path) -> None:
    """A change in a linked folder is told, also when the link is made later."""
    for name in ("shared", "later"):
        (root / name).mkdir()
    (root / "content" / "shared").symlink_to(root / "shared")
    with listening(root) as (heard, _):
        (root / "shared" / "a.md").write_text("x")
        assert heard.of(root / "shared" / "a.md")
        (root / "content" / "later").symlink_to(root / "later")
        assert heard.of(root / "later")
        (root / "later" / "b.md").write_text("x")
        assert heard.of(root / "later" / "b.md")


def test_without_inotify_the_files_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system gives no watch at all, the author is told, and changes are still found."""
    monkeypatch.setattr(watch_module, "POLL_SECONDS", 0.05)

    def none_left() -> BaseObserver:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    with listening(root, none_left) as (heard, told):
        assert "looked at once a second" in told[0]
        assert "inotify instance limit reached" in told[0]
        (root / "content" / "posts" / "x.md").write_text("longer")
        assert heard.of(root / "content" / "posts" / "x.md")


def test_when_watches_run_out_the_files_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tree that is watched only in part is noticed by the next watch, which is refused."""
    monkeypatch.setattr(watch_module, "POLL_SECONDS", 0.05)
    schedule = Observer.schedule  # type: ignore[attr-defined] because Observer is a class in fact

    def limited(self: BaseObserver, handler: object, path: str, **options: object) -> ObservedWatch:
        if Path(path).name == ".site_builder":
            raise OSError(errno.ENOSPC, "inotify watch limit reached")
        return schedule(self, handler, path, **options)

    monkeypatch.setattr(Observer, "schedule", limited)
    with listening(root) as (heard, told):
        assert len(told) == 1
        (root / "content" / "posts" / "x.md").write_text("longer")
        assert heard.of(root / "content" / "posts" / "x.md")


def test_stopping_is_quick(root: Path) -> None:
    """However many files there are to look at, the author has the terminal back at once."""
    with ExitStack() as ending:
        for observe in (Observer, PollingObserver):
            watch = Watch([root / "content"], root / ".site_builder", print, observe)
            watch.start()
            ending.callback(watch.stop)
        started = time.monotonic()
        ending.close()
        assert time.monotonic() - started < 0.9
