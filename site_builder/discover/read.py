"""The bytes of a source, or why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from site_builder.model.source import Source
from site_builder.problems import Outcome, Place, Problem


def read_source(root: Path, source: Source) -> Outcome[bytes]:
    """Read the file of ``source`` once.

    Problems: ``machine`` for a file that may not be read. A file that has vanished since it was
    discovered has neither value nor Problem: it is simply gone.
    """
    try:
        # Read in one piece: neither a path nor a buffer is needed for that.
        with open(f"{root}/{source.path}", "rb", buffering=0) as file:  # noqa: PTH123 because of the time
            return Outcome(value=file.read())
    except FileNotFoundError:
        return Outcome(value=None)
    except OSError as error:
        problem = Problem(
            code="machine",
            message=f"{source.path} cannot be read: {error.strerror or error}",
            place=Place(path=source.path),
        )
        return Outcome(value=None, problems=(problem,))
