"""A stage of a run, and the telling of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Self

from site_builder.events import Event, StageFinished

Tell = Callable[[Event], None]


class Stage:
    """Tells when a stage has finished, and how long it took."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell
        self._count = 0
        self._fresh = 0

    def __enter__(self) -> Self:
        self._start = time.perf_counter()
        return self

    def done(self, count: int, fresh: int | None = None) -> None:
        """Say how many values the stage hands on, and how many of them it made now."""
        self._count = count
        self._fresh = count if fresh is None else fresh

    def __exit__(self, *error: object) -> None:
        seconds = time.perf_counter() - self._start
        self._tell(
            StageFinished(stage=self._name, count=self._count, fresh=self._fresh, seconds=seconds)
        )
