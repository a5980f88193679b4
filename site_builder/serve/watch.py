"""Which files changed, told when it is quiet again.

Saving a file is several events, switching a branch thousands: a change is told 40 ms after the last
event, or 300 ms after the first where it does not get quiet. One file that was closed or moved into
place is whole, and is told after 10 ms. What changed only tells *that* to look
again; the build itself looks at everything, so an event that is lost among others costs nothing.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from site_builder.serve.folders import counts, identity, linked_folders

QUIET_SECONDS = 0.04
LONGEST_SECONDS = 0.3
WHOLE_SECONDS = 0.01
POLL_SECONDS = 1.0
LOOK_SECONDS = 1.0
"""How often we make sure that the watched folders are still the ones we watch."""
STOP_SECONDS = 0.4

_EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Watch(FileSystemEventHandler):
    """Watches files and folders; they need not exist yet, and may go and come back."""

    def __init__(
        self,
        watched: Sequence[Path],
        probe: Path,
        tell: Callable[[str], None],
        observe: Callable[[], BaseObserver] = Observer,
    ) -> None:
        """``probe`` is a folder of ours; watching it too shows whether more can be watched."""
        self._watched = tuple(str(path.absolute()) for path in watched)
        self._probe = os.fspath(probe)
        self._tell = tell
        self._observe = observe
        self._news = threading.Condition()
        self._renewing = threading.RLock()
        self._paths: set[str] = set()
        self._first = self._last = 0.0
        self._is_whole = False
        self._is_stopped = False
        self._observer: BaseObserver | None = None
        self._trees: dict[str, tuple[ObservedWatch, tuple[int, int]]] = {}
        self._links: tuple[str, ...] = ()
        # Watchdog logs what it does; on a terminal that is shared nobody asked for that.
        logging.getLogger("watchdog").addHandler(logging.NullHandler())

    def start(self) -> None:
        """Begin to watch; where the system has no watches left, look once a second instead."""
        try:
            self._start(self._observe())
            self._make_sure_of_more()
        except OSError as error:
            self._poll(error)

    def wait(self) -> tuple[str, ...]:
        """Sleep until something changed and it is quiet again; the absolute paths, sorted.

        Empty only when the watch was stopped meanwhile.
        """
        while not self._is_stopped:
            with self._news:
                if not self._paths and not self._is_stopped:
                    self._news.wait(LOOK_SECONDS)
                while self._paths and (left := self._until_told()) > 0:
                    self._news.wait(left)
                paths, self._paths = self._paths, set()
            paths.update(self._renew(paths))
            if paths:
                return tuple(sorted(paths))
        return ()

    def stop(self) -> None:
        """Stop watching; returns soon, though a look at a large folder may still be under way."""
        with self._news:
            self._is_stopped = True
            self._news.notify_all()
        with self._renewing:
            self._stop_observer()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change that counts. Called in a thread of watchdog."""
        for path in (os.fsdecode(event.src_path), os.fsdecode(event.dest_path)):
            if counts(path, (*self._watched, *tuple(self._trees))):
                with self._news:
                    self._last = time.monotonic()
                    self._is_whole = isinstance(event, FileClosedEvent | FileMovedEvent)
                    if not self._paths:
                        self._first = self._last
                    self._paths.add(path)
                    self._news.notify()

    def _until_told(self) -> float:
        now = time.monotonic()
        is_one = self._is_whole and len(self._paths) == 1
        quiet = WHOLE_SECONDS if is_one else QUIET_SECONDS
        return min(self._last + quiet - now, self._first + LONGEST_SECONDS - now)

    def _start(self, observer: BaseObserver) -> None:
        self._observer = observer
        self._trees = {}
        observer.start()
        for parent in sorted({Path(path).parent for path in self._watched}):
            if parent.is_dir():
                observer.schedule(self, str(parent), event_filter=_EVENTS)
        self._find_links()
        self._watch_trees(observer)

    def _renew(self, changed: set[str]) -> set[str]:
        """Watch the folders that are new to us, or are others by the same name; gives these."""
        with self._renewing:
            if not self._observer or self._is_stopped:
                return set()
            try:
                has_new_folders = any(Path(path).is_dir() for path in changed)
                if has_new_folders:
                    self._find_links()
                fresh = self._watch_trees(self._observer)
                if fresh or has_new_folders:
                    self._make_sure_of_more()
            except OSError as error:
                self._poll(error)
                return set(self._watched)
            return fresh

    def _find_links(self) -> None:
        self._links = tuple(real for path in self._watched for real in linked_folders(path))

    def _watch_trees(self, observer: BaseObserver) -> set[str]:
        # A watch does not follow a link, not even at its own top.
        wanted = {os.path.realpath(path) for path in (*self._watched, *self._links)}
        alive = {emitter.watch for emitter in observer.emitters if emitter.is_alive()}
        fresh = set()
        for path in sorted(wanted):
            now, known = identity(path), self._trees.get(path)
            if known and known[0] in alive and known[1] == now:
                continue
            if known:
                observer.unschedule(self._trees.pop(path)[0])
            if now:
                with contextlib.suppress(FileNotFoundError):
                    watch = observer.schedule(self, path, recursive=True, event_filter=_EVENTS)
                    self._trees[path] = (watch, now)
                    fresh.add(path)
        return fresh

    def _make_sure_of_more(self) -> None:
        # Watchdog says nothing of folders in a tree that got no watch; the next one is refused.
        if self._observer:
            watch = self._observer.schedule(self, self._probe, event_filter=_EVENTS)
            self._observer.unschedule(watch)

    def _stop_observer(self) -> None:
        if self._observer:
            stopper = threading.Thread(target=self._observer.stop, daemon=True)
            stopper.start()
            stopper.join(STOP_SECONDS)

    def _poll(self, error: OSError) -> None:
        self._tell(
            f"this system does not tell all changes ({error.strerror or error}), so the files are "
            "looked at once a second (on Linux, a larger fs.inotify.max_user_watches mends it)"
        )
        self._stop_observer()
        self._start(PollingObserver(timeout=POLL_SECONDS))
