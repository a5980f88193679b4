"""Little has changed: were it only texts, each written anew where it was?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_builder.freshness import MEMORY, Answer, facts_of, spell

_TEXTS = ("content/posts/", "content/pages/")


def edited(answer: Answer, root: Path) -> tuple[str, ...] | None:
    """The texts below ``root``, relative to it, whose files changed; None when more may have.

    A folder changes when something comes or goes in it, but also when an editor writes a text by
    moving a new file into the place of the old one: then the same names are in it as before.
    """
    found = []
    for place, facts in answer.changed.items():
        path = place.removeprefix(f"{root}{os.sep}").replace(os.sep, "/")
        if facts is None or not f"{path}/".startswith("content/"):
            return None
        if stat.S_ISDIR(facts.st_mode):
            before = {*_names_before(answer, place)}
            # Where no name was, a file may have been.
            if not before or before != {one.name for one in Path(place).iterdir()}:
                return None
        elif path.startswith(_TEXTS) and stat.S_ISREG(os.lstat(place).st_mode):
            found.append(path)
        else:
            return None
    return tuple(found)


def is_unshared(answer: Answer) -> bool:
    """Whether no other build has used the memory since; to be asked while holding the lock."""
    memory = Path(answer.record).with_name(MEMORY)
    return spell(facts_of(str(memory))) == answer.memory


def _names_before(answer: Answer, folder: str) -> Iterator[str]:
    start = f"{folder}{os.sep}"
    for place in answer.facts:
        name = place.removeprefix(start)
        if name != place and os.sep not in name:
            yield name
