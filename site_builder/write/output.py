"""The act: what is staged and what is copied becomes the output folder.

Everything is brought to the output's disk first, then renamed into place, then what is no longer
wanted goes, then the manifest says what lies there now. Whatever ends a build in between, the
manifest (with the journal, when nobody was left to write it) stays true for what is on the disk.
The caller holds the lock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder.frozen import dataclass
from site_builder.model.artifact import Artifact, Entry, Manifest
from site_builder.model.route import Copy
from site_builder.problems import Outcome, Problem, has_errors
from site_builder.write.location import misplaced
from site_builder.write.manifest import load_manifest
from site_builder.write.ownership import refusal
from site_builder.write.pieces import Piece, gather
from site_builder.write.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteResult:
    """What has become of the output folder."""

    files: int
    """How many files of ours lie in it and are wanted."""
    changed: tuple[str, ...]
    """Output paths whose bytes are new, sorted."""
    removed: tuple[str, ...]
    """Output paths that were taken away, sorted."""
    total_bytes: int
    """Size of all wanted files together."""
    entries: Mapping[str, Entry]
    """Output path → each file of ours, as the disk showed it to this build."""


def write(  # noqa: PLR0913 because each is a fact that only the conductor has
    artifacts: Sequence[Artifact],
    copies: Sequence[Copy],
    *,
    root: Path,
    output: Path,
    manifest: Manifest,
    adopt: bool = False,
    keep: bool = False,
) -> Outcome[WriteResult]:
    """Make ``output`` hold exactly the artifacts and copies; files with the same bytes stay as is.

    ``adopt`` writes into a folder with files that are not ours (see ``ownership``). ``keep`` is for
    a build that goes on despite errors: nothing is taken away but what stands in the way of a
    healthy file, so that the last good page of a source that is broken now stays. The next build
    without ``keep`` takes away what is left over.

    Problems: ``output-refused`` before anything is touched; ``machine`` for what the disk refused;
    the warning ``output-changed`` for a file that is no longer wanted but was changed by someone.
    """
    gathered = gather(artifacts, copies, root)
    if gathered.value is None:
        return Outcome(value=None, problems=gathered.problems)
    pieces = gathered.value
    wanted = {piece.output: piece.digest for piece in pieces}
    refused = refusal(root, output, manifest, wanted, adopt=adopt)
    if refused:
        return Outcome(value=None, problems=refused)
    work = Work(root, manifest)
    with work:
        work.publish(pieces, keep=keep)
    return _outcome(work, pieces)


def clean(root: Path, output: Path) -> Outcome[WriteResult]:
    """Take away what the manifest says we wrote and is still ours, then the folder if left empty.

    Problems: as :func:`write`, and those of ``load_manifest``.
    """
    wrong_place = misplaced(root, output)
    if wrong_place is not None:
        return Outcome(value=None, problems=(wrong_place,))
    loaded = load_manifest(root, output)
    if loaded.value is None:
        return Outcome(value=None, problems=loaded.problems)
    work = Work(root, loaded.value)
    with work:
        work.withdraw()
    return _outcome(work, (), loaded.problems)


def _outcome(
    work: Work, pieces: Sequence[Piece], before: tuple[Problem, ...] = ()
) -> Outcome[WriteResult]:
    problems = (*before, *work.problems)
    if has_errors(problems):
        return Outcome(value=None, problems=problems)
    result = WriteResult(
        files=len(pieces),
        changed=tuple(sorted(work.changed)),
        removed=tuple(sorted(work.removed)),
        total_bytes=sum(piece.size for piece in pieces),
        entries=work.entries,
    )
    return Outcome(value=result, problems=problems)
