"""Little has changed: were it only texts, each written anew where it was?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_builder.freshness import Answer, memory_state
from site_builder.model.source import is_litter

_TEXTS = ("content/posts/", "content/pages/")


def edited(answer: Answer, root: Path) -> tuple[str, ...] | None:
    """The texts below ``root``, relative to it, whose files changed; None when more may have.

    A folder changes when something comes or goes in it, but also when an editor writes a text by
    moving a new file into the place of the old one: then the same names are in it as before. What
    editors leave beside the texts is passed over, as ``discover`` does.
    """
    found = []
    for place, facts in answer.changed.items():
        path = place.removeprefix(f"{root}{os.sep}").replace(os.sep, "/")
        if not f"{path}/".startswith("content/"):
            return None
        if any(map(is_litter, path.split("/"))):
            continue
        # A link may lead elsewhere now, and whether that is inside the project is not asked here.
        if facts is None or Path(place).is_symlink():
            return None
        if stat.S_ISDIR(facts.st_mode):
            before = {*_names_before(answer, place)}
            now = {one.name for one in Path(place).iterdir()}
            # Where no name was, a file may have been.
            if not before or not all(map(is_litter, before ^ now)):
                return None
        elif path.startswith(_TEXTS) and stat.S_ISREG(facts.st_mode):
            found.append(path)
        else:
            return None
    return tuple(found)


def is_unshared(answer: Answer) -> bool:
    """Whether no other build has written into the memory since; to be asked when none can."""
    return memory_state(answer.record) == answer.memory


def _names_before(answer: Answer, folder: str) -> Iterator[str]:
    start = f"{folder}{os.sep}"
    for place in answer.facts:
        name = place.removeprefix(start)
        if name != place and os.sep not in name:
            yield name
