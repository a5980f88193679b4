"""The top-level blocks of a body: paragraphs, headings, lists, figures, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_builder.frozen import dataclass
from site_builder.patterns import late

_TAG = late(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea)\b.*?</(?P=raw)\s*>"
    r"""|<(?P<close>/)?(?P<name>[a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE | re.DOTALL,
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements without an end tag (WHATWG HTML, 13.1.2)."""
_HEADING = late(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class Block:
    """One element at the top of a body, with what stands before it."""

    kind: str
    """The name of the element."""
    html: str

    @property
    def is_heading(self) -> bool:
        """Whether a section begins with it."""
        return _HEADING.fullmatch(self.kind) is not None


def split_blocks(html: str) -> tuple[Block, ...] | None:
    """Part ``html`` into its top-level elements; joined again they are the same text.

    None where tags of the author's do not match, so that no cut would be safe.
    """
    blocks: list[Block] = []
    start, depth, kind = 0, 0, ""
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if not name and not tag["raw"]:
            continue
        if depth == 0 and not tag["close"]:
            kind = name or tag["raw"].lower()
        if tag["close"]:
            depth -= 1
        elif name and name not in _VOID:
            depth += 1
        if depth < 0:
            return None
        if depth == 0:
            blocks.append(Block(kind, html[start : tag.end()]))
            start = tag.end()
    if depth:
        return None
    rest = html[start:]
    if blocks:
        blocks[-1] = Block(blocks[-1].kind, blocks[-1].html + rest)
    return tuple(blocks) if blocks else (Block("", rest),)


def pair_blocks(
    mine: Sequence[Block] | None, theirs: Sequence[Block] | None
) -> tuple[tuple[str, str], ...] | None:
    """Put two texts side by side: block by block where their structure allows.

    Where a section has not the same blocks on both sides, it stands beside the other as a whole;
    where the headings are not the same, so do the texts, and None is given.
    """
    if mine is None or theirs is None:
        return None
    sections, others = _sections(mine), _sections(theirs)
    if [_first(one) for one in sections] != [_first(one) for one in others]:
        return None
    return tuple(
        row
        for section, other in zip(sections, others, strict=True)
        for row in _rows(section, other)
    )


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """What comes before the first heading, maybe nothing; then each heading with what follows."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if block.is_heading:
            sections.append([])
        sections[-1].append(block)
    return sections


def _first(section: Sequence[Block]) -> str:
    return section[0].kind if section and section[0].is_heading else ""


def _rows(mine: Sequence[Block], theirs: Sequence[Block]) -> Iterable[tuple[str, str]]:
    if [block.kind for block in mine] == [block.kind for block in theirs]:
        yield from ((one.html, other.html) for one, other in zip(mine, theirs, strict=True))
        return
    has_heading = bool(_first(mine))
    if has_heading:
        yield mine[0].html, theirs[0].html
    yield _joined(mine[has_heading:]), _joined(theirs[has_heading:])


def _joined(blocks: Iterable[Block]) -> str:
    return "".join(block.html for block in blocks)
