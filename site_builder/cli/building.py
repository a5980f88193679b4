"""What the command ``build`` knows of the build before, and leaves to the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.freshness import Answer
from site_builder.problems import Problem

if TYPE_CHECKING:
    from site_builder.build.request import Built
    from site_builder.freshness.record import Look
    from site_builder.model.site import Site


def amend(
    answer: Answer, words: Sequence[str], root: Path, output: Path, said: Sequence[Problem]
) -> tuple[str, ...] | None:
    """Go the short way, where there is one; gives the output paths with new bytes.

    ``answer`` is what is known of the last build with the same ``words``, which ``said`` so much.
    """
    from site_builder.freshness.edited import edited, is_unshared

    paths = edited(answer, root)
    # What was said of a text stands at a line that may be another now.
    if paths is None or any(one.place and one.place.path in paths for one in said):
        return None
    from site_builder.build.short_way import amend
    from site_builder.freshness.record import amend as amend_record
    from site_builder.freshness.record import forget

    forget(Path(answer.record))

    def ended(changed: Sequence[str]) -> None:
        amend_record(answer, words, output, changed)

    return amend(root, output, paths, lambda: is_unshared(answer), ended)


def remember_build(built: Built, seen: Look, output: Path) -> None:
    """Remember a build into ``output`` that ended well, and all that was ``seen`` before it."""
    from site_builder.freshness.record import remember, spelled

    one, entries = built.prepared, built.result.entries
    paths = [*(made.output for made in one.artifacts), *(copy.output for copy in one.plan.copies)]
    files = {path: spelled(entries[path]) for path in paths}
    due = _first_due(one.site)
    remember(seen, output, files, one.problems, due, is_remembered=one.is_remembered)


def _first_due(site: Site) -> int | None:
    """When the first post appears that was held back, in nanoseconds since 1970."""
    moments = [datetime.fromisoformat(one.appears) for one in site.hidden.values() if one.appears]
    return int(min(moments).timestamp() * 1e9) if moments else None
