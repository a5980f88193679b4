"""What a text moved over from Jekyll has of kramdown: ``{: .class #id key="value"}``.

On the line after a block it belongs to that block; between empty lines, to the block below; behind
a link, picture or code, to that. ``{:toc}``, where Jekyll puts contents, goes: the theme has its
own. What cannot be followed is shown as typed, and told with its line.

Source: kramdown 2.4, ``parser/kramdown/extensions.rb``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.rules.attributes import LIST, give_attributes
from site_builder.parse.rules.liquid import tell_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.patterns import late

_LINE = late(r"(?:\A|\n)\{:[^{}\n]*\}[ \t]*\Z")
_CONTENTS = late(r"[^\n]*\n\{:toc\}[ \t]*")
_LEFT = late(r"\{::?/?[ \t]*[\w.#][^{}\n]*\}")


def kramdown(parser: SiteParser) -> None:
    """Teach attributes of blocks, and to tell of what is left."""
    parser.core.ruler.before("inline", "kramdown", _read_blocks)
    parser.core.ruler.push("kramdown_left", _tell)


def _read_blocks(state: StateCore) -> None:
    if "{:" not in state.src:
        return
    tokens = state.tokens
    gone: set[int] = set()
    for index, token, around in _with_braces(tokens):
        if _CONTENTS.fullmatch(token.content) and tokens[index - 2].type == "list_item_open":
            gone.update(range(index - 3, _closing(tokens, index - 3) + 1))
            continue
        found = _LINE.search(token.content)
        typed = LIST.fullmatch(found[0].strip().replace("{:", "{", 1)) if found else None
        if found is None or typed is None or tokens[index - 1].type != "paragraph_open":
            continue
        if found.start() > 0:
            token.content = token.content[: found.start()]
            give_attributes(_bearer(around), typed[0])
            continue
        target = _neighbour(tokens, index - 1)
        if target is not None:
            give_attributes(target, typed[0])
            gone.update(range(index - 1, index + 2))
    if gone:
        state.tokens = [token for index, token in enumerate(tokens) if index not in gone]


def _with_braces(tokens: Sequence[Token]) -> Iterator[tuple[int, Token, Sequence[Token]]]:
    """Every inline token with ``{:`` in it: its position, itself, and what is open around it."""
    around: list[Token] = []
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            around.append(token)
        elif token.nesting < 0:
            around.pop()
        elif token.type == "inline" and "{:" in token.content:
            yield index, token, around


def _closing(tokens: Sequence[Token], opening: int) -> int:
    level = tokens[opening].level
    return next(
        index
        for index in range(opening + 1, len(tokens))
        if tokens[index].level == level and tokens[index].nesting < 0
    )


def _bearer(around: Sequence[Token]) -> Token:
    """The paragraph, or the list when it is the text of an item without a paragraph of its own.

    ``around`` is what is open there, from the outermost inwards.
    """
    paragraph = around[-1]
    return around[-3] if paragraph.hidden else paragraph


def _neighbour(tokens: Sequence[Token], index: int) -> Token | None:
    """The block that a paragraph of attributes belongs to: the one it touches, else the next."""
    paragraph = tokens[index]
    line = paragraph.map[0] if paragraph.map else 0
    for at in range(index - 1, -1, -1):
        before = tokens[at]
        if before.level == paragraph.level and before.nesting >= 0:
            if before.map and before.map[1] == line:
                return before
            break
    after = tokens[index + 3] if index + 3 < len(tokens) else None
    return after if after is not None and after.nesting >= 0 else None


def _tell(state: StateCore) -> None:
    if "{:" in state.src:
        tell_of(state, _LEFT, "kramdown")
