"""One run at a time where a run makes pages: two would tear each other's files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.build.machine import machine_troubles
from site_builder.build.outcomes import known
from site_builder.write.lock import take_lock


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait for another run of the site at ``root``, and keep all others out.

    Raises SiteError when the other does not end, and for whatever the machine refuses meanwhile.
    """
    with machine_troubles(root), known(take_lock(root), [], root):
        yield
