"""The one registry of output paths: two owners of one file are a Problem, never a race.

Paths are compared NFC-normalised and case-folded, because macOS and Windows do. A file where
another owner needs a folder is a collision too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from site_builder.frozen import dataclass
from site_builder.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody wants a file of the output."""

    output: str
    address: str
    owner: str
    """In words, for the message."""
    place: Place | None
    """Where the author can change it."""


def collisions(claims: Iterable[Claim]) -> tuple[Problem, ...]:
    """Name both owners of every file, or of a file and a folder, that are claimed twice."""
    problems: list[Problem] = []
    files: dict[str, Claim] = {}
    folders: dict[str, Claim] = {}
    for claim in claims:
        key = _key(claim.output)
        parents = _parents(key)
        other = (
            files.get(key)
            or folders.get(key)
            or next((files[parent] for parent in parents if parent in files), None)
        )
        if other is not None:
            problems.append(_problem(claim, other))
            continue
        files[key] = claim
        for parent in parents:
            folders.setdefault(parent, claim)
    return tuple(problems)


def _key(output: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", output).casefold())


def _parents(key: str) -> list[str]:
    parts = key.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _problem(claim: Claim, other: Claim) -> Problem:
    # The message should stand at a file the author can edit, whoever came first.
    if claim.place is None and other.place is not None:
        claim, other = other, claim
    return Problem(
        code="collision",
        message=f"{claim.address} is claimed by {claim.owner} and by {other.owner}",
        place=claim.place,
        hint="give one of them another slug or permalink",
    )
