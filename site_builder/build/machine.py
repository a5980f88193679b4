"""What the machine refuses anywhere in a run becomes a Problem: the author can mend a full disk.

``write/`` names the page at hand itself; this is for all other rooms, which read templates and keep
the memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.problems import SiteError
from site_builder.write.trouble import shown, trouble


@contextmanager
def machine_troubles(root: Path) -> Iterator[None]:
    """Raise SiteError with one ``machine`` Problem where an OSError would leave the block."""
    try:
        yield
    except BrokenPipeError:
        # Whoever read what the report says has gone: no trouble of the disk.
        raise
    except OSError as error:
        named = error.filename
        what = shown(root, named) if isinstance(named, str | Path) else "a file of the build"
        raise SiteError([trouble(what, "used", error)]) from error
