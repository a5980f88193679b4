"""Which files of the project the site may use.

Only regular files whose real path is inside the project; the rest is named once. What editors and
systems leave behind (``x.md~``, ``.x.swp``, ``#x#``, ``4913``, ``.DS_Store``) is passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder.discover.naming import is_markdown, language_words, name_facts
from site_builder.model.language import Language
from site_builder.model.ledger import LEDGER
from site_builder.model.source import HTML_ENDINGS, Kind, Source, Stat, is_litter
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem

CONTENT = "content"
STATIC = "static"

_MARK_BYTES = 6
"""A UTF-8 BOM and the ``---`` of front matter."""
_SURROGATE = late("[\ud800-\udfff]")
_FOLDERS = ((Kind.POST, f"{CONTENT}/posts/"), (Kind.PAGE, f"{CONTENT}/pages/"))


def discover(root: Path, languages: Sequence[Language]) -> Outcome[tuple[Source, ...]]:
    """Find the Sources under ``content/`` and ``static/``, and ``translations.lock``, by path.

    Problems: ``outside-file`` for a link that leaves the project, ``unsafe-file`` for a loop, a
    dangling link, a pipe or a device, ``machine`` for a folder that cannot be listed, and the note
    ``posts-elsewhere``.
    """
    problems: list[Problem] = []
    words = language_words(languages)
    real_root = os.path.realpath(root)
    sources = [
        _source(found, words, root)
        for top in (CONTENT, STATIC)
        for found in _walk(_Folder(str(root / top), top, ()), real_root, problems)
    ]
    sources += _ledger(root, real_root, problems)
    problems += _posts_elsewhere(root, sources)
    sources.sort(key=lambda source: source.path)
    return Outcome(value=tuple(sources), problems=tuple(problems))


class _Folder(NamedTuple):
    path: str
    relative: str
    real_parents: tuple[str, ...]


class _Found(NamedTuple):
    relative: str
    stat: os.stat_result


def _walk(folder: _Folder, real_root: str, problems: list[Problem]) -> Iterator[_Found]:
    try:
        with os.scandir(folder.path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(_machine(folder.relative, error))
        return
    parents = (*folder.real_parents, os.path.realpath(folder.path))
    for entry in entries:
        relative = f"{folder.relative}/{entry.name}"
        # Hidden files of static/ (.well-known, .nojekyll) are published on purpose.
        if is_litter(entry.name) and not relative.startswith(f"{STATIC}/.well-known"):
            continue
        if not _is_text(entry.name):
            problems.append(_not_utf8(relative))
            continue
        facts = _facts(entry, relative, real_root, parents, problems)
        if facts is None:
            continue
        if stat.S_ISDIR(facts.st_mode):
            yield from _walk(_Folder(entry.path, relative, parents), real_root, problems)
        elif stat.S_ISREG(facts.st_mode):
            yield _Found(relative, facts)
        else:
            problems.append(_unsafe(relative, "is a pipe, a socket or a device, not a file"))


def _ledger(root: Path, real_root: str, problems: list[Problem]) -> Iterator[Source]:
    """The one file beside ``site.yml`` that is read as content is."""
    with os.scandir(root) as listing:
        entries = [entry for entry in listing if entry.name == LEDGER]
    for entry in entries:
        facts = _facts(entry, LEDGER, real_root, (real_root,), problems)
        if facts is not None and stat.S_ISREG(facts.st_mode):
            yield Source(path=LEDGER, kind=Kind.LEDGER, stat=_stat(facts))
        elif facts is not None:
            problems.append(_unsafe(LEDGER, "is not a file"))


def _posts_elsewhere(root: Path, sources: Sequence[Source]) -> Iterator[Problem]:
    if any(source.kind is Kind.POST for source in sources):
        return
    for folder in ("_posts", f"{CONTENT}/_posts"):
        if (root / folder).is_dir():
            yield Problem(
                code="posts-elsewhere",
                message=f"there are no posts, and nothing reads {folder}/",
                place=Place(path=folder),
                hint=f"move what is in it to {CONTENT}/posts/",
            )


def _facts(
    entry: os.DirEntry[str],
    relative: str,
    real_root: str,
    parents: tuple[str, ...],
    problems: list[Problem],
) -> os.stat_result | None:
    """What the disk says of an entry that may be used; None, with a Problem, of any other."""
    try:
        if entry.is_symlink() and not _is_safe_link(entry, relative, real_root, parents, problems):
            return None
        return entry.stat()
    except OSError as error:
        problems.append(_machine(relative, error))
        return None


def _is_safe_link(
    entry: os.DirEntry[str],
    relative: str,
    real_root: str,
    parents: tuple[str, ...],
    problems: list[Problem],
) -> bool:
    real = os.path.realpath(entry.path)
    if real != real_root and not real.startswith(real_root + os.sep):
        problems.append(
            Problem(
                code="outside-file",
                message="this link leads out of the project, so it is not read",
                place=Place(path=relative),
                hint="put the file itself here",
            )
        )
        return False
    if real in parents or real == real_root:
        problems.append(_unsafe(relative, "is a link to a folder that contains it"))
        return False
    if not Path(real).exists():
        problems.append(_unsafe(relative, "is a link to nothing"))
        return False
    return True


def _source(found: _Found, words: Sequence[str], root: Path) -> Source:
    facts = _stat(found.stat)
    for kind, folder in _FOLDERS:
        if found.relative.startswith(folder) and _is_text_of_site(found.relative, root):
            name = name_facts(kind, found.relative.removeprefix(folder), words)
            return Source(path=found.relative, kind=kind, stat=facts, name=name)
    kind = Kind.STATIC if found.relative.startswith(f"{STATIC}/") else Kind.FILE
    return Source(path=found.relative, kind=kind, stat=facts)


def _is_text_of_site(relative: str, root: Path) -> bool:
    """Markdown by its name; HTML by its first bytes, which is Jekyll's rule (``entry_filter.rb``).

    HTML without front matter is a file like any other: an example that a text leads to.
    """
    if is_markdown(relative):
        return True
    if not relative.lower().endswith(HTML_ENDINGS):
        return False
    try:
        with (root / relative).open("rb") as file:
            return file.read(_MARK_BYTES).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def _is_text(name: str) -> bool:
    """Whether a name is UTF-8; what is not comes from the disk with surrogates in it."""
    return not _SURROGATE.search(name)


def _not_utf8(relative: str) -> Problem:
    shown = relative.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return Problem(
        code="bad-encoding",
        message="the name of this file is not UTF-8",
        place=Place(path=shown),
        hint="rename it",
    )


def _stat(facts: os.stat_result) -> Stat:
    return Stat(
        size=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
        ctime_ns=facts.st_ctime_ns,
        inode=facts.st_ino,
    )


def _unsafe(relative: str, why: str) -> Problem:
    return Problem(
        code="unsafe-file", message=f"{why}; it is passed over", place=Place(path=relative)
    )


def _machine(relative: str, error: OSError) -> Problem:
    return Problem(code="machine", message=f"{relative} cannot be read: {error.strerror or error}")
