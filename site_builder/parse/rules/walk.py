"""One walk over the finished tokens of a text, before they are drawn: its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markdown_it.token import Token

from site_builder.model.body import CodeBlock
from site_builder.parse.identify.foreign import foreign_pieces
from site_builder.parse.rules.code_digests import digest_of_code
from site_builder.parse.rules.facts import Facts
from site_builder.parse.rules.html_tags import words_in
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.said import SaidByTokens

CODE = frozenset({"fence", "code_block"})
_CELLS = {"td_open", "th_open"}


def facts_of(tokens: Sequence[Token], first_line: int, tag: str, *, has_more: bool) -> Facts:
    """Walk over the tokens of a text in the language of the BCP 47 ``tag``.

    ``first_line`` is the 1-based line of the file where their line 0 is; ``has_more`` says that
    ``<!--more-->`` is among them.
    """
    prose: list[str] = []
    typed: list[str] = []
    pieces: list[tuple[int, str]] = []
    code: list[Token] = []
    before_more: list[str] = []
    seen: Counter[str] = Counter(token.type for token in tokens if not token.hidden)
    is_before_more = has_more
    for index, token in enumerate(tokens):
        words = words_of(token)
        if words:
            prose.append(words)
            typed.append(token.meta.get("typed", words))
            if is_piece(tokens, index):
                pieces.append((index, words))
            if is_before_more and tokens[index - 1].type != "heading_open":
                before_more.append(words)
        elif token.type in CODE:
            code.append(token)
        elif token.type == "more":
            is_before_more = False
    paragraph = None if before_more else first_paragraph(tokens)
    chosen = words_of(paragraph) if paragraph else "\n".join(before_more)
    # A text of nothing but HTML has no paragraph that we know of.
    if not chosen and len(tokens) == 1:
        chosen = "\n".join(prose)
    return Facts(
        prose="\n".join(prose),
        typed="\n".join(typed),
        code=tuple(block.content for block in code),
        code_blocks=tuple(code_block(block, first_line) for block in code),
        foreign=foreign_pieces(SaidByTokens(tokens), pieces, tag, first_line),
        excerpt=" ".join(chosen.split()),
        excerpt_token=paragraph,
        seen=seen,
    )


def is_piece(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands for words in some language; a table is data."""
    return tokens[index].type == "inline" and tokens[index - 1].type not in _CELLS


def code_block(block: Token, first_line: int) -> CodeBlock:
    """What is remembered of a block of code."""
    digest = digest_of_code(block.content, block.info)
    return CodeBlock(line=first_line + (block.map or [0])[0], digest=digest)


def words_of(token: Token) -> str:
    """The words of a token."""
    if token.type == "inline":
        return plain_text(token.children or ())
    if token.type == "html_block":
        return words_in(token.content).strip()
    if token.type == "figure_close":
        return str(token.meta["caption"])
    return token.content if token.type == "math_block" else ""


def first_paragraph(tokens: Sequence[Token]) -> Token | None:
    """The first paragraph with words that stands by itself, else the first in a list or quote."""
    nested: Token | None = None
    for index, token in enumerate(tokens):
        if token.type == "footnote_block_open":
            break
        if token.type != "paragraph_open" or not _has_words(tokens[index + 1]):
            continue
        if token.level == 0:
            return tokens[index + 1]
        nested = nested or tokens[index + 1]
    return nested


def _has_words(inline: Token) -> bool:
    return bool(plain_text(inline.children or (), with_alt=False).strip())
