"""What has to lie in the output, pages and copied files alike: one Piece each."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.problems import Outcome, Problem
from site_builder.write.atomic import open_regular
from site_builder.write.folders import is_safe
from site_builder.write.trouble import printable, shown, trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file of the output and where its bytes are."""

    output: str
    """The file, relative to the output folder."""
    digest: str
    """SHA-256 of the bytes."""
    size: int
    """Bytes."""
    source: str
    """Absolute path of the bytes; empty when the output holds them already."""
    is_movable: bool
    """Whether the file at ``source`` is ours to move; otherwise it is copied."""


def gather(
    artifacts: Sequence[Artifact], copies: Sequence[Copy], root: Path
) -> Outcome[tuple[Piece, ...]]:
    """Make the Pieces, copied files first, so that a new page finds its style and pictures there.

    A copy whose digest is not known is read for it; no other is opened.

    Problems, with no value: ``machine`` for a file that cannot be read,
    ``output-refused`` for a path that would leave the output.
    """
    problems = [
        _unsafe(path)
        for path in (*(one.output for one in copies), *(one.output for one in artifacts))
        if not is_safe(path)
    ]
    pieces: list[Piece] = []
    for one in copies:
        try:
            pieces.append(_copied(one, root))
        except OSError as error:
            problems.append(trouble(shown(root, root / one.source), "read", error))
    if problems:
        return Outcome(value=None, problems=tuple(problems))
    return Outcome(value=(*pieces, *_rendered(artifacts)))


def _copied(one: Copy, root: Path) -> Piece:
    source = root / one.source
    if one.digest:
        digest, size = one.digest, source.stat().st_size
    else:
        with open_regular(source) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = os.fstat(file.fileno()).st_size
    return Piece(output=one.output, digest=digest, size=size, source=str(source), is_movable=False)


def _rendered(artifacts: Sequence[Artifact]) -> Iterator[Piece]:
    # Two artifacts of the same bytes may share one staged file: all but the last have to copy it.
    left = Counter(one.staged for one in artifacts)
    for one in artifacts:
        left[one.staged] -= 1
        yield Piece(
            output=one.output,
            digest=one.digest,
            size=one.size,
            source=one.staged,
            is_movable=left[one.staged] == 0,
        )


def _unsafe(path: str) -> Problem:
    return Problem(
        code="output-refused",
        message=f"{printable(path)} is not a path that may be written below the output folder",
        hint="rename the file or the permalink it comes from",
    )
