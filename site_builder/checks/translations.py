"""Has a translation all parts of its original: headings, code, pictures, links, items, notes?

Only texts that say ``translated: true`` are compared. What differs is a hint, not a mistake: a
translator may have good reasons, but a machine that lost a section has none. More links alone are
no hint at all: translators add them to explain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Final

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem

_LINK: Final = "link"
_PARTS: Final[tuple[tuple[str, str, Callable[[Document], int]], ...]] = (
    ("heading", "headings", lambda document: document.counts.headings),
    ("code block", "code blocks", lambda document: document.counts.code_blocks),
    ("image", "images", lambda document: document.counts.images),
    (_LINK, f"{_LINK}s", lambda document: document.counts.links),
    ("list item", "list items", lambda document: document.counts.list_items),
    ("footnote", "footnotes", lambda document: document.counts.footnotes),
)


def pairs(site: Site) -> Iterator[tuple[Document, Document]]:
    """Every translation with its original, the original first."""
    for work in site.works:
        for document in work.documents:
            if work.original and document.meta.translated.value:
                yield work.original, document


def check_parts(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``translation-parts``, one for each translation that has more or fewer."""
    for original, translation in pairs(site):
        fewer: list[str] = []
        more: list[str] = []
        for one, several, count in _PARTS:
            difference = count(translation) - count(original)
            if difference:
                name = one if abs(difference) == 1 else several
                (more if difference > 0 else fewer).append(f"{abs(difference)} {name}")
        if fewer or any(not name.endswith((_LINK, f"{_LINK}s")) for name in more):
            said = [f"{', '.join(fewer)} fewer"] if fewer else []
            said += [f"{', '.join(more)} more"] if more else []
            mine, theirs = _first_difference(original, translation)
            yield Problem(
                code="translation-parts",
                message=f"{' and '.join(said)} than in {original.path}",
                place=Place(path=translation.path, line=mine),
                hint=f"compare with {original.path}:{theirs}" if theirs else "",
            )


def check_code(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``translation-code``, one for each translation, at the first block that differs."""
    for original, translation in pairs(site):
        if len(original.code_blocks) != len(translation.code_blocks):
            continue  # told by check_parts; which block is which cannot be told
        changed = [
            (mine, theirs)
            for mine, theirs in zip(translation.code_blocks, original.code_blocks, strict=True)
            if mine.digest and theirs.digest and mine.digest != theirs.digest
        ]
        if changed:
            mine, theirs = changed[0]
            others = f", and {len(changed) - 1} more" if len(changed) > 1 else ""
            yield Problem(
                code="translation-code",
                message=f"this code is not that of the original{others}",
                place=Place(path=translation.path, line=mine.line),
                hint=f"compare with {original.path}:{theirs.line}",
            )


def _first_difference(original: Document, translation: Document) -> tuple[int, int]:
    """Lines of the sections, here and in the original, where the two begin to differ; 0 unknown."""
    mine, theirs = _sections(translation), _sections(original)
    for number, (here, there) in enumerate(zip_longest(mine, theirs)):
        if here is None:
            return mine[-1].line, theirs[number].line
        if there is None:
            return mine[number].line, theirs[-1].line
        if here.shape != there.shape:
            return here.line, there.line
    return 0, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A heading with what stands below it, up to the next."""

    line: int
    shape: tuple[int, int, int, int]
    """Level of its heading; how many code blocks, images and links it has."""


def _sections(document: Document) -> list[_Section]:
    starts = [0, *(heading.line for heading in document.headings)]
    levels = [0, *(heading.level for heading in document.headings)]
    found = [Counter[str]() for _ in starts]
    for line, kind in _parts(document):
        found[bisect_right(starts, line) - 1][kind] += 1
    return [
        _Section(line=line, shape=(level, parts["code"], parts["image"], parts["link"]))
        for line, level, parts in zip(starts, levels, found, strict=True)
    ]


def _parts(document: Document) -> Iterator[tuple[int, str]]:
    yield from ((block.line, "code") for block in document.code_blocks)
    yield from ((reference.line, reference.kind) for reference in document.references)
