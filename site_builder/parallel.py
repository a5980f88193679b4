"""Map a pure function over many values: in this process when few, in several when many.

Workers are forked, so they inherit the function and all it holds; only the values they are given
and what they return cross the process border. Never called after a thread was started: the preview
works in-process.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

FEW = 200
"""Fewer values than this are mapped here: starting workers would cost more than it saves."""
_CHUNK = 32

_inherited: Callable[[Any], Any] | None = None
"""The function of the running map; set before the fork so that workers find it."""


def map_all(function: Callable[[A], B], values: Sequence[A], jobs: int = 0) -> list[B]:
    """Apply ``function`` to every value, in order; ``jobs`` processes, 0 for one a core."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(values) < FEW or not hasattr(os, "fork"):
        return [function(value) for value in values]
    # Imported here, because most runs map few values and need neither.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _inherited  # noqa: PLW0603 because a forked worker inherits module state and nothing else
    _inherited = function
    gc.freeze()  # keeps the collector from touching, and so copying, the inherited pages
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
            return list(pool.map(_call, values, chunksize=_CHUNK))
    finally:
        gc.unfreeze()
        _inherited = None


def _call(value: Any) -> Any:
    if _inherited is None:
        raise RuntimeError("a worker was started without its function")
    return _inherited(value)
