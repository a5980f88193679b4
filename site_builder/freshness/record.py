"""What is remembered of a build that ended well, so that the next one need not be made."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from site_builder.freshness import (
    FOLDER,
    GRAIN_NS,
    NOTHING_SAID,
    Answer,
    checksum,
    describe,
    facts_of,
    memory_state,
    record_path,
    spell,
)
from site_builder.frozen import dataclass
from site_builder.model.artifact import Entry
from site_builder.problems import CODES, Place, Problem

_PACKAGES = ("site-packages", "dist-packages")
_PASSED_OVER = ("__pycache__", ".git", FOLDER)
_UNSURE = "unsure"
"""What the disk never says."""
_INPUTS = ("site.yml", "translations.lock", "content", "static", "themes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the disk said of all that a build depends on, at one moment."""

    record: Path
    """Where a good build with these words is remembered."""
    circumstances: str
    """All that shapes a site and is no file."""
    inputs: dict[str, str]
    """By place, what the disk said of it."""
    moment_ns: int
    """When we looked, in nanoseconds since 1970."""


def look(root: Path, words: Sequence[str], now_ns: int) -> Look:
    """Look at the inputs of the site at ``root``; ``words`` are what was typed."""
    package = Path(__file__).resolve().parent.parent
    circumstances = describe(words)
    places = [*(root / name for name in _INPUTS), package, package.parent / "themes"]
    return Look(
        record=Path(record_path(words, circumstances)),
        circumstances=circumstances,
        inputs={
            place: trusted(facts, now_ns)
            for place, facts in _facts([*map(str, places), *_installed()])
        },
        moment_ns=now_ns,
    )


def remember(
    seen: Look,
    output: Path,
    files: Mapping[str, str],
    said: Sequence[Problem] = (),
    due_ns: int | None = None,
    *,
    is_remembered: bool = True,
) -> None:
    """Remember that a build of what was ``seen`` ended well, and what it ``said``.

    ``seen`` was looked at before the build began to read: what changed meanwhile counts as changed.
    ``files`` are the paths in ``output`` of all that it consists of, each with what the disk said
    of it once it was there (``spelled``); where that is empty, it is asked. ``due_ns`` is when the
    first post that was held back appears, in nanoseconds since 1970. ``is_remembered`` says whether
    the memory has all of that build, so that the next one may build on it.
    """
    due = str(due_ns or "")
    head = [seen.circumstances, str(seen.moment_ns), due, _spell(said), str(len(files))]
    facts = seen.inputs | _made(seen.record, output, files)
    _write(seen.record, head, memory_state(str(seen.record)) if is_remembered else _UNSURE, facts)


def amend(answer: Answer, words: Sequence[str], output: Path, files: Iterable[str]) -> None:
    """Remember that what had changed was made again, as the ``files`` in ``output``.

    ``answer`` is what was asked for with the same ``words``; all else is as it was.
    """
    read = {place: trusted(facts, answer.moment_ns) for place, facts in answer.changed.items()}
    moment = str(answer.moment_ns)
    head = [describe(words), moment, answer.due, answer.said, str(answer.files)]
    record = Path(answer.record)
    facts = answer.facts | read | _made(record, output, dict.fromkeys(files, ""))
    _write(record, head, memory_state(answer.record), facts)


def spelled(entry: Entry) -> str:
    """What the disk said of a file that was written, as ``freshness.spell`` says it."""
    return f"{entry.size} {entry.mtime_ns} {entry.ctime_ns} {entry.inode}"


def trusted(facts: os.stat_result | None, now_ns: int) -> str:
    """How the disk's word is remembered that was heard at ``now_ns``.

    Of what changed less than two seconds before, it would say the same after another change.
    """
    if facts and max(facts.st_mtime_ns, facts.st_ctime_ns) > now_ns - GRAIN_NS:
        return _UNSURE
    return spell(facts)


def _made(record: Path, output: Path, files: Mapping[str, str]) -> dict[str, str]:
    known = {f"{output}/{file}": fact for file, fact in files.items()}
    # What is said of the build that made the output counts too: with drafts it is another one.
    about = map(str, record.parent.glob("built-*.json"))
    places = (*_places(str(output), files), *about)
    return {place: known.get(place) or spell(facts_of(place)) for place in places}


def _write(record: Path, head: Sequence[str], memory: str, facts: Mapping[str, str]) -> None:
    parts = [part for pair in facts.items() for part in pair]
    text = "\0".join([*head, memory, *parts]).encode("utf-8", "surrogateescape")
    # Without the record the next build only takes longer.
    with suppress(OSError):
        record.write_bytes(checksum(text) + b"\0" + text)


def _places(output: str, files: Iterable[str]) -> set[str]:
    """The files, and all folders that they lie in: these change when something comes or goes."""
    places = {output}
    for file in files:
        place = f"{output}/{file}"
        while place not in places:
            places.add(place)
            place = place.rpartition("/")[0]
    return places


def forget(record: Path) -> None:
    """Remember nothing any more; a build that may fail begins with this."""
    with suppress(OSError):
        record.unlink(missing_ok=True)


def _spell(said: Sequence[Problem]) -> str:
    # Thousands of Problems may quote one line, and the line may be a whole text.
    quotes = {quote: number for number, quote in enumerate(dict.fromkeys(p.quote for p in said))}
    rows = [
        (one.code, one.message, one.place and astuple(one.place), one.hint, quotes[one.quote])
        for one in said
    ]
    return json.dumps([[*quotes], rows]) if rows else NOTHING_SAID


def problems(said: str) -> tuple[Problem, ...] | None:
    """What a record says was said; None when another version wrote it."""
    try:
        quotes, rows = json.loads(said) or ((), ())
        return tuple(
            _problem(code, message, place, hint, quotes[number])
            for code, message, place, hint, number in rows
        )
    except (ValueError, TypeError, IndexError):
        return None


def _problem(code: str, message: str, place: list[object] | None, hint: str, quote: str) -> Problem:
    if code not in CODES:
        raise ValueError(code)
    where = _place(*place) if place else None
    return Problem(code=code, message=message, place=where, hint=hint, quote=quote)


def _place(path: object, line: object, column: object) -> Place:
    return Place(path=str(path), line=int(str(line)), column=int(str(column)))


def _installed() -> list[str]:
    """The folders packages are installed in: their own times change with every installation."""
    return [path for path in sys.path if Path(path).name in _PACKAGES]


def _facts(places: Sequence[str]) -> Iterator[tuple[str, os.stat_result | None]]:
    """What the disk says of each place and, where it is a folder, of all that lies in it."""
    waiting = [(place, frozenset[tuple[int, int]]()) for place in places]
    while waiting:
        place, above = waiting.pop()
        facts = facts_of(place)
        yield place, facts
        if not facts or not stat.S_ISDIR(facts.st_mode) or place.endswith(_PACKAGES):
            continue
        here = (facts.st_dev, facts.st_ino)
        # Links may lead in a circle; a folder is not entered below itself.
        if here in above:
            continue
        with os.scandir(place) as listing:
            waiting += [
                (entry.path, above | {here}) for entry in listing if entry.name not in _PASSED_OVER
            ]
