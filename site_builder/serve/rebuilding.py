"""Whole rebuilds in a thread of their own, one after the other.

What is saved while one runs causes the next, however much it is. A rebuild begins when saving has
paused for half as long as the last one took, two seconds at most: while an author types, the page
at hand is shown by ``Session.hurry``, and the rest of a large site can wait.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable

from site_builder.serve.session import Session

LONGEST_PAUSE = 2.0
"""Seconds."""


class Rebuilding:
    """Makes the site again whenever it is asked to."""

    def __init__(self, session: Session) -> None:
        """``session`` has been refreshed once already."""
        self._session = session
        self._news = threading.Condition()
        self._changed: set[str] = set()
        self._asked = 0.0
        self._took = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Wait for what is asked."""
        self._thread.start()

    def ask(self, changed: Iterable[str]) -> None:
        """Make the site again because the files ``changed`` were saved."""
        with self._news:
            self._changed.update(changed)
            self._asked = time.monotonic()
            self._news.notify()

    def _run(self) -> None:
        while True:
            changed = self._next()
            begun = time.monotonic()
            self._session.refresh(changed)
            self._took = time.monotonic() - begun

    def _next(self) -> tuple[str, ...]:
        pause = min(self._took / 2, LONGEST_PAUSE)
        with self._news:
            while not self._changed or (left := self._asked + pause - time.monotonic()) > 0:
                self._news.wait(left if self._changed else None)
            changed, self._changed = self._changed, set()
        return tuple(sorted(changed))
