"""Did anything change since the last good build? Asked before anything else is imported.

Standard library only, and little of it: a build with nothing to do should take no longer than
looking. The last good build left a record of what the disk said (size, two times, inode) of every
file and folder that it read or wrote; a folder's times tell what came and went in it. The one sin
is to call a site fresh that is not, so whatever is doubtful counts as changed:

- a file touched less than two seconds before we looked, since some clocks are that coarse: it
  counts as changed until someone has read it;
- a post that was held back for its date, from the moment on at which it appears;
- a clock that went back, another Python, another set of installed packages, another builder;
- a record that is damaged.

record       what is remembered, once a build has ended well
edited       when little has changed: which texts were written anew
"""

from __future__ import annotations

import os
import sys
import zlib

# What mypy takes for typing's own; to import that would cost a tenth of the whole command.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

GRAIN_NS = 2_000_000_000
"""Nanoseconds; the coarsest clock of a disk in use (FAT) counts in two seconds."""
FOLDER = ".site_builder"
MEMORY = "memory.sqlite3"
"""The file in it that all builds of a site share."""
NOTHING_SAID = "[]"
"""How a record spells that there was nothing to say."""
MOST_CHANGED = 20
"""Places; when more have changed it is the same as if all had."""


class Answer:
    """What is remembered of the last good build with the same words, and what changed since."""

    __slots__ = ("changed", "due", "facts", "files", "memory", "moment_ns", "record", "said")

    def __init__(  # noqa: PLR0913, PLR0917 because the record has all of these
        self,
        record: str,
        moment_ns: int,
        due: str,
        said: str,
        files: int,
        memory: str,
        facts: list[str],
    ) -> None:
        """``facts`` are places and what the disk said of them, in turns."""
        self.record = record
        """Where this is remembered."""
        self.moment_ns = moment_ns
        """When it was asked for, in nanoseconds since 1970."""
        self.due = due
        """When a post that was held back appears, in nanoseconds since 1970; empty for never."""
        self.said = said
        """JSON, for :func:`site_builder.freshness.record.problems`."""
        self.files = files
        """How many files the output has."""
        self.memory = memory
        """As :func:`memory_state` told it; anything else where the memory is not to be built on."""
        self.facts = dict(zip(facts[::2], facts[1::2], strict=True))
        """By place, what the disk said."""
        self.changed: dict[str, os.stat_result | None] = {}
        """By place, what the disk knows now of what has changed."""


def ask(words: Sequence[str], now_ns: int) -> Answer | None:
    """What changed since the last good build with the same ``words``.

    None when nothing is known of one, or when so much changed that it no longer counts.
    """
    circumstances = describe(words)
    path = record_path(words, circumstances)
    try:
        with open(path, "rb") as file:
            check, _, text = file.read().partition(b"\0")
        parts = text.decode("utf-8", "surrogateescape").split("\0")
        before, moment, due, said, files, memory, *facts = parts
        is_due = due and int(due) <= now_ns
        if check != checksum(text) or before != circumstances or is_due or int(moment) > now_ns:
            return None
        answer = Answer(path, now_ns, due, said, int(files), memory, facts)
    except (OSError, ValueError):
        # No record, or one of another form: then we have to build to know.
        return None
    for place, fact in answer.facts.items():
        now = facts_of(place)
        if spell(now) != fact:
            answer.changed[place] = now
            if len(answer.changed) > MOST_CHANGED:
                return None
    return answer


def describe(words: Sequence[str]) -> str:
    """All that shapes a site and is no file: what was asked for, where, and by which Python."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return repr((*words, os.getcwd(), epoch, sys.version, *sys.path))


def record_path(words: Sequence[str], circumstances: str) -> str:
    """Where a good build with these ``words`` is remembered: one file for each way to build."""
    root = ""
    for number, word in enumerate(words):
        name, is_joined, value = word.partition("=")
        if name == "--root":
            root = value if is_joined else "".join(words[number + 1 : number + 2])
    name = f"fresh-{zlib.crc32(_bytes(circumstances)):08x}"
    return os.path.join(os.getcwd(), root, FOLDER, name)


def checksum(text: bytes) -> bytes:
    """What tells a record that is damaged."""
    return b"%08x" % zlib.crc32(text)


def facts_of(place: str) -> os.stat_result | None:
    """What the disk knows of one file or folder; None where nothing is, or nothing can be known."""
    try:
        return os.stat(place)
    except (OSError, ValueError):
        return None


def spell(facts: os.stat_result | None) -> str:
    """What counts of it: whatever is done to a file changes one of these."""
    if facts is None:
        return "absent"
    return f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ctime_ns} {facts.st_ino}"


def memory_state(record: str) -> str:
    """What tells whether anyone has written into the memory beside a ``record``.

    SQLite counts the times in its file (bytes 24 to 27), also those between two ticks of a clock.
    """
    path = os.path.join(os.path.dirname(record), MEMORY)
    try:
        with open(path, "rb") as file:
            file.seek(24)
            count = file.read(4).hex()
    except OSError:
        count = ""
    return f"{spell(facts_of(path))} {count}"


def nothing_to_do(seconds: float) -> str:
    """The sentence for it; here, because the report would have to be imported."""
    return f" ✓ nothing has changed, in {seconds:.2f} s"


def _bytes(text: str) -> bytes:
    # Names that are not UTF-8 come from the disk as surrogates, and go back as they are.
    return text.encode("utf-8", "surrogateescape")
