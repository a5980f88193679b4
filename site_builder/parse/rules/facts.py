"""What is to be known about a text beside its HTML: numbers, digests, the excerpt.

One walk over the finished tokens, before they are drawn.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markdown_it.token import Token

from site_builder.model.body import CodeBlock, Counts, ForeignText, Reference
from site_builder.parse.identify.foreign import foreign_texts
from site_builder.parse.rules.code_digests import digest_of_code
from site_builder.parse.rules.html_tags import words_in
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.scripts import IDEOGRAPH, WIDE_MARK, may_be_wide

_CELLS = {"td_open", "th_open"}
_WORD = re.compile(r"\w")
_IDEOGRAPHS = re.compile(f"{IDEOGRAPH.pattern}+")
_WIDE_MARKS = re.compile(f"{WIDE_MARK.pattern}+")
_SPACES = bytes(ord(" ") if chr(byte).isspace() else byte for byte in range(256))
"""What is white space in a text is it in bytes too."""
_SIGNS = bytes(byte for byte in range(128) if not re.match(r"[\w\s]", chr(byte)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one walk over the tokens found."""

    prose: str
    """All words but those of code blocks, block by block."""
    typed: str
    """The same before typography changed the marks of any."""
    code: tuple[str, ...]
    """The code blocks."""
    code_blocks: tuple[CodeBlock, ...]
    foreign: tuple[ForeignText, ...]
    excerpt: str
    """Plain text, uncut."""
    excerpt_token: Token | None
    """The inline token that the excerpt is, when it is a single paragraph."""
    seen: Counter[str]
    """How often each type of token occurs."""

    @property
    def text(self) -> str:
        """All words, those of code blocks last."""
        return "\n".join((self.prose, *self.code))

    @property
    def text_digest(self) -> str:
        """SHA-256 of all words in NFC, white space folded but in code."""
        return sha256("\0".join((folded(self.typed), *self.code)).encode()).hexdigest()

    def counts(self, references: Sequence[Reference]) -> Counts:
        """The structure in numbers."""
        words, ideographs = count_words(self.prose)
        return Counts(
            headings=self.seen["heading_open"],
            paragraphs=self.seen["paragraph_open"],
            code_blocks=len(self.code),
            images=sum(reference.kind == "image" for reference in references),
            links=sum(reference.kind == "link" for reference in references),
            list_items=self.seen["list_item_open"],
            footnotes=self.seen["footnote_open"],
            tables=self.seen["table_open"],
            words=words,
            ideographs=ideographs,
        )


def folded(text: str) -> str:
    """The text in NFC, each run of white space a space."""
    flat = unicodedata.normalize("NFC", text).replace("\n", " ")
    # Of what can be printed, a space is the only white space.
    is_folded = "  " not in flat and flat.isprintable()
    return flat.strip(" ") if is_folded else " ".join(flat.split())


def count_words(prose: str) -> tuple[int, int]:
    """How many words, outside Chinese and Japanese, and how many ideographs."""
    if prose.isascii():
        return len(prose.encode().translate(_SPACES, _SIGNS).split()), 0
    ideographs = 0
    if may_be_wide(prose):
        pieces = _IDEOGRAPHS.split(prose)
        ideographs = len(prose) - sum(map(len, pieces))
        prose = _WIDE_MARKS.sub(" ", " ".join(pieces))
    runs = prose.split()
    signs = [run for run in runs if not run[0].isalnum()]
    return len(runs) - sum(not _WORD.search(sign) for sign in signs), ideographs


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
        words = _words(token)
        if words:
            prose.append(words)
            typed.append(token.meta.get("typed", words))
            if token.type == "inline" and tokens[index - 1].type not in _CELLS:
                pieces.append((index, words))
            if is_before_more and tokens[index - 1].type != "heading_open":
                before_more.append(words)
        elif token.type in {"fence", "code_block"}:
            code.append(token)
        elif token.type == "more":
            is_before_more = False
    paragraph = None if before_more else _first_paragraph(tokens)
    chosen = _words(paragraph) if paragraph else "\n".join(before_more)
    # A text of nothing but HTML has no paragraph that we know of.
    if not chosen and len(tokens) == 1:
        chosen = "\n".join(prose)
    return Facts(
        prose="\n".join(prose),
        typed="\n".join(typed),
        code=tuple(block.content for block in code),
        code_blocks=tuple(_code_block(block, first_line) for block in code),
        foreign=foreign_texts(tokens, pieces, tag, first_line),
        excerpt=" ".join(chosen.split()),
        excerpt_token=paragraph,
        seen=seen,
    )


def _code_block(block: Token, first_line: int) -> CodeBlock:
    digest = digest_of_code(block.content, block.info)
    return CodeBlock(line=first_line + (block.map or [0])[0], digest=digest)


def _words(token: Token) -> str:
    if token.type == "inline":
        return plain_text(token.children or ())
    if token.type == "html_block":
        return words_in(token.content).strip()
    if token.type == "figure_close":
        return str(token.meta["caption"])
    return token.content if token.type == "math_block" else ""


def _first_paragraph(tokens: Sequence[Token]) -> Token | None:
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
