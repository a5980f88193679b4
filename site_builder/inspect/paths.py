"""Files as a person types them at the command line → paths as the Site knows them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from site_builder.model.words import did_you_mean
from site_builder.problems import Outcome, Problem


def named_texts(
    typed: Iterable[str], root: Path, here: Path, known: Collection[str]
) -> Outcome[tuple[str, ...]]:
    """The texts among ``known`` that were typed, relative to ``here`` or to the site's ``root``.

    Problems: ``file-missing`` for each that is none of them.
    """
    by_spelling = {_spelled(path): path for path in known}
    found: list[str] = []
    problems: list[Problem] = []
    for word in typed:
        tries = [as_source(word, root, here), _spelled(word.removeprefix("./"))]
        path = next((by_spelling[one] for one in tries if one in by_spelling), None)
        if path is None:
            meant = did_you_mean(tries[0], known)
            problems.append(
                Problem(
                    code="file-missing",
                    message=f"{word} is not a public post or page of this site",
                    hint=f"did you mean {meant}?" if meant else "",
                )
            )
        else:
            found.append(path)
    return Outcome(value=None if problems else tuple(found), problems=tuple(problems))


def as_source(word: str, root: Path, here: Path) -> str:
    """A typed path relative to the site's root, with ``/``, NFC; as typed when it is elsewhere."""
    absolute = Path(os.path.abspath(here / word))  # noqa: PTH100 because a link keeps its name
    if absolute.is_relative_to(root):
        return _spelled(absolute.relative_to(root).as_posix())
    return _spelled(word)


def _spelled(path: str) -> str:
    return unicodedata.normalize("NFC", path)
