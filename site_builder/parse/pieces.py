"""A text in its outermost blocks, each with its HTML: what a page with a structure is read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from markdown_it.token import Token

from site_builder.frozen import dataclass
from site_builder.model.body import Heading
from site_builder.parse.rules.plain import plain_text

_LINE = frozenset(
    {
        *("text", "text_special", "softbreak", "code_inline"),
        *("strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close"),
    }
)
"""What a line of words is made of: no pictures, notes, formulas or HTML, no words on hover."""


_LISTS: Final[Mapping[str, Literal["bullets", "numbers"]]] = {
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a list."""

    html: str
    """Of a single paragraph without its tags; of whatever blocks there are otherwise."""
    text: str
    """The words without markup, white space folded."""
    line: int
    """1-based, in the file."""
    is_plain: bool
    """Whether it is one paragraph of words, emphasis, code and links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An outermost block."""

    kind: Literal["heading", "bullets", "numbers", "other"]
    html: str
    """Whole, with slots."""
    line: int
    """1-based, in the file."""
    heading: Heading | None = None
    items: tuple[Item, ...] = ()
    start: int = 1
    """The number of the first item."""


def pieces_of(tokens: Sequence[Token], parts: Sequence[str], first_line: int) -> tuple[Piece, ...]:
    """Cut a text at its outermost blocks; the HTML of all pieces, joined, is that of the text.

    ``parts`` has the HTML of each of the ``tokens``; the text begins at ``first_line``, 1-based.
    """
    pieces = []
    line = first_line
    for start, end in _spans(tokens, 0, len(tokens)):
        line = _line(tokens[start], first_line, line)
        pieces.append(_piece(tokens, parts, (start, end), line))
    return tuple(pieces)


def _piece(
    tokens: Sequence[Token], parts: Sequence[str], span: tuple[int, int], line: int
) -> Piece:
    start, end = span
    first = tokens[start]
    html = "".join(parts[start:end])
    if first.type == "heading_open":
        return Piece(
            kind="heading", html=html, line=line, heading=tokens[start + 1].meta["heading"]
        )
    kind = _LISTS.get(first.type)
    items = [*_spans(tokens, start + 1, end - 1)] if kind else []
    # A box to tick belongs to the item itself, not to its words.
    if kind is None or any("checked" in tokens[item].meta for item, _ in items):
        return Piece(kind="other", html=html, line=line)
    offset = line - (first.map or [0])[0]
    return Piece(
        kind=kind,
        html=html,
        line=line,
        items=tuple(_item(tokens, parts, item, offset) for item in items),
        start=int(first.attrs.get("start", 1)),
    )


def _item(
    tokens: Sequence[Token], parts: Sequence[str], span: tuple[int, int], offset: int
) -> Item:
    start, end = span
    inner = tokens[start + 1 : end - 1]
    line = (tokens[start].map or [0])[0] + offset
    words = "\n".join(plain_text(one.children or ()) for one in inner if one.type == "inline")
    is_paragraph = [one.type for one in inner] == ["paragraph_open", "inline", "paragraph_close"]
    chosen = parts[start + 2 : end - 2] if is_paragraph else parts[start + 1 : end - 1]
    return Item(
        html="".join(chosen).strip(),
        text=" ".join(words.split()),
        line=line,
        is_plain=is_paragraph
        and all(one.type in _LINE and "title" not in one.attrs for one in inner[1].children or ()),
    )


def _spans(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """From where to where each outermost block reaches between two positions."""
    depth, first = 0, start
    for index in range(start, end):
        depth += tokens[index].nesting
        if depth == 0:
            yield first, index + 1
            first = index + 1


def _line(token: Token, first_line: int, before: int) -> int:
    return token.map[0] + first_line if token.map else before
