"""What is in the output: the files that ``build`` wrote, and nothing that anyone else did."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from site_builder.events import Notice
from site_builder.frozen import dataclass
from site_builder.problems import Outcome, Place, Problem
from site_builder.publish.recency import saved_since
from site_builder.publish.scan import content_faults, name_fault
from site_builder.write.about import About, about_moment, load_about
from site_builder.write.manifest import load_manifest
from site_builder.write.trouble import shown

NOJEKYLL = ".nojekyll"
"""Without it GitHub Pages runs Jekyll over the site and drops names with an underscore."""
FILE_LIMIT = 100 * 1024 * 1024
"""Bytes; GitHub refuses a push with a larger file."""
SITE_LIMIT = 1024 * 1024 * 1024
"""Bytes; GitHub Pages publishes no more."""
MANY = 2_000
"""Files; with fewer a deployment is over before one wonders."""
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_SHORTEST = 3
"""Parts of a path: ``/root`` is named in many a text, ``/home/ana`` in none by chance."""
_PUBLIC = frozenset({"http", "https"})
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 because it is refused
_MOST_NAMED = 10


Tell: TypeAlias = Callable[[Notice], None]


def silent(notice: Notice) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The files to publish."""

    output: Path
    files: Mapping[str, str]
    """Path → SHA-256 of its bytes; sorted."""
    total_bytes: int
    url: str
    """For which address the pages were made."""

    @property
    def host(self) -> str:
        """The host in that address."""
        return urlsplit(self.url).hostname or ""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises OSError, also when they are not those that were looked at."""
        if path not in self.files:
            raise FileNotFoundError(path)
        if path == NOJEKYLL and not (self.output / path).exists():
            return b""
        content = (self.output / path).read_bytes()
        if hashlib.sha256(content).hexdigest() != self.files[path]:
            raise OSError(f"{path} has changed since it was built")
        return content


def load_payload(
    root: Path, output: Path, allowed: Collection[str], tell: Tell = silent
) -> Outcome[Payload]:
    """Look at the output; ``allowed`` are paths that may hold what looks like a secret.

    Problems, all of them without a value: ``deploy-refused`` for an output that ``build`` did not
    make, or made with drafts or errors, or that was changed since; for files that no site should
    show or GitHub does not take; ``machine``. With a value: the warnings
    ``site-size`` and ``not-built``.
    """
    about = load_about(root, output)
    loaded = load_manifest(root, output)
    where = shown(root, output)
    if loaded.value is None:
        return Outcome(value=None, problems=loaded.problems)
    if about is None or not loaded.value.entries:
        return _refuse(
            f"{where} was not made by a build that ended well", "build it first: site-builder build"
        )
    problems = list(_about_faults(about, where))
    entries = loaded.value.entries
    problems += _foreign(output, entries, where)
    sizes = {path: entry.size for path, entry in entries.items()}
    digests = {path: entries[path].digest for path in sorted(entries)}
    digests.setdefault(NOJEKYLL, hashlib.sha256().hexdigest())
    payload = Payload(
        output=output,
        files=digests,
        total_bytes=sum(sizes.values()),
        url=about.url,
    )
    # Messages name files with the folder, so it may be typed too.
    allowed = {path.removeprefix(f"{where}/") for path in allowed}
    if len(digests) >= MANY:
        tell(Notice(text=f"looking through {len(digests):,} files"))
    problems += _file_faults(payload, sizes, allowed, _private(root), where)
    if problems:
        return Outcome(value=None, problems=tuple(problems))
    saved = saved_since(root, about_moment(root, output))
    warnings = filter(None, (_size_warning(payload), saved))
    return Outcome(value=payload, problems=tuple(warnings))


def _about_faults(about: About, where: str) -> Iterator[Problem]:
    host = urlsplit(about.url)
    again = "build again without it (with --force if it says that nothing has changed)"
    if about.drafts:
        yield _refused(f"{where} was built with --drafts", again)
    if about.future:
        yield _refused(f"{where} was built with --future", again)
    if about.errors:
        yield _refused(f"{where} was built despite errors", "mend them and build again")
    name = host.hostname or ""
    if name in _LOCAL_HOSTS or name.endswith(".localhost") or host.scheme not in _PUBLIC:
        yield _refused(
            f"{where} was built for {about.url}, which only this machine can reach",
            "set url: in site.yml, or build with --url",
        )


def _foreign(output: Path, known: Collection[str], where: str) -> Iterator[Problem]:
    """Files that we did not write: nobody knows whether they are to be published."""
    found = sorted(path for path in _walk(output) if path not in known)
    for path in found[:_MOST_NAMED]:
        yield _refused(
            f"{where}/{path} was put there by someone else",
            "move it to static/, from where it is published, or out of the output",
        )
    if len(found) > _MOST_NAMED:
        yield _refused(f"{len(found) - _MOST_NAMED} more files in {where} are not ours", "")


def _walk(output: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(output):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in (*names, *links):
            if name not in _LITTER:
                yield (here / name).relative_to(output).as_posix()


def _file_faults(
    payload: Payload,
    sizes: Mapping[str, int],
    allowed: Collection[str],
    private: Collection[str],
    where: str,
) -> Iterator[Problem]:
    for path in payload.files:
        place = Place(path=f"{where}/{path}")
        if sizes.get(path, 0) > FILE_LIMIT:
            size = f"{sizes[path] / 1024 / 1024:,.0f} MB"
            yield _refused(f"{size}, and GitHub takes no file over 100 MB", "", place)
            continue
        try:
            content = payload.read(path)
        except FileNotFoundError:
            yield _refused("it was deleted since it was built", "build again", place)
            continue
        except OSError:
            yield _refused("it was changed since it was built", "build again", place)
            continue
        if path in allowed:
            continue
        faults = [*filter(None, [name_fault(path)]), *content_faults(path, content, private)]
        for fault in faults:
            hint = f"if it is meant for the world: --allow {path}"
            yield _refused(fault, hint, place)


def _private(root: Path) -> tuple[str, ...]:
    """Folders of this machine whose names would tell who works here."""
    folders = [root]
    # A user without a home has none to give away.
    with suppress(RuntimeError):
        folders.append(Path.home())
    return tuple(str(folder) for folder in folders if len(folder.parts) >= _SHORTEST)


def _size_warning(payload: Payload) -> Problem | None:
    if payload.total_bytes <= SITE_LIMIT:
        return None
    return Problem(
        code="site-size",
        message=f"{payload.total_bytes / SITE_LIMIT:.1f} GB, and GitHub Pages takes up to 1 GB",
        hint="publish large files elsewhere and link to them",
    )


def _refuse(message: str, hint: str) -> Outcome[Payload]:
    return Outcome(value=None, problems=(_refused(message, hint),))


def _refused(message: str, hint: str, place: Place | None = None) -> Problem:
    return Problem(code="deploy-refused", message=message, hint=hint, place=place)
