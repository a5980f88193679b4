"""What is to be known about a text beside its HTML: numbers, digests, the excerpt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from site_builder.frozen import dataclass
from site_builder.model.body import CodeBlock, Counts, ForeignText, Reference
from site_builder.parse.rules.scripts import IDEOGRAPH, WIDE_MARK, may_be_wide
from site_builder.patterns import late

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORD = late(r"\w")
_IDEOGRAPHS = late(f"{IDEOGRAPH.pattern}+")
_WIDE_MARKS = late(f"{WIDE_MARK.pattern}+")
_SPACES = bytes(ord(" ") if chr(byte).isspace() else ord("a") for byte in range(256))
"""Characters of Latin-1: a space for all white space, a letter for all others."""
_WHITE = bytes(byte for byte in range(256) if chr(byte).isspace() and chr(byte) not in " \n")
_SIGNS = bytes(byte for byte in range(256) if not re.match(r"[\w\s]", chr(byte)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one walk over a text found."""

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
    try:
        # All Latin-1 is in NFC.
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        flat = unicodedata.normalize("NFC", text).replace("\n", " ")
        # Of what can be printed, a space is the only white space.
        is_folded = "  " not in flat and flat.isprintable()
    else:
        flat = text.replace("\n", " ")
        is_folded = "  " not in flat and len(data.translate(None, _WHITE)) == len(data)
    return flat.strip(" ") if is_folded else " ".join(flat.split())


def count_words(prose: str) -> tuple[int, int]:
    """How many words, outside Chinese and Japanese, and how many ideographs."""
    with suppress(UnicodeEncodeError):
        # A word begins behind white space. To part the words would take three times as long.
        return f" {prose}".encode("latin-1").translate(_SPACES, _SIGNS).count(b" a"), 0
    ideographs = 0
    if may_be_wide(prose):
        pieces = _IDEOGRAPHS.split(prose)
        ideographs = len(prose) - sum(map(len, pieces))
        prose = _WIDE_MARKS.sub(" ", " ".join(pieces))
    runs = prose.split()
    signs = [run for run in runs if not run[0].isalnum()]
    return len(runs) - sum(not _WORD.search(sign) for sign in signs), ideographs
