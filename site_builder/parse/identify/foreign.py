"""The pieces of a text that are not in the language it claims: left untranslated, or mixed up.

A piece is a paragraph, an item or a heading; a table is data. A quick look tells of nearly every
piece that it is what it claims; the others are read closely. What is quoted or marked ``lang`` may
be in any language. A text that is foreign as a whole is told once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from site_builder.model.body import ForeignText
from site_builder.parse.identify.close import read_closely
from site_builder.parse.identify.quick import Piece, quick_look, sentence_length


class Said(Protocol):
    """What is asked about pieces that a quick look does not settle; each by its number."""

    def apart(self) -> frozenset[int]:
        """Those that may be in any language, and perhaps others that are no pieces."""

    def words(self, number: int) -> str:
        """What of a piece is in its language at all."""

    def line(self, number: int) -> int:
        """Where a piece begins, from 0."""


def foreign_pieces(
    said: Said, pieces: Sequence[Piece], tag: str, first_line: int
) -> tuple[ForeignText, ...]:
    """Find what is not in the language of the BCP 47 ``tag``; nothing where we cannot tell.

    ``first_line`` is the 1-based line of the file where the text's line 0 is.
    """
    suspects = quick_look(tag)(pieces)
    length = sentence_length(tag)
    if not pieces or (not suspects and any(len(words) >= length for _, words in pieces)):
        return ()
    sentences = sum(len(words) >= length for _, words in pieces)
    apart = said.apart()
    if 2 * len(suspects) >= sentences:
        # Short pieces say little one by one; so do those of a language that is much like this one.
        own = [number for number, _ in pieces if number not in apart]
        language = read_closely(" ".join(map(said.words, own)), tag)
        if language:
            line = first_line + said.line(own[0])
            return (ForeignText(line=line, language=language, is_whole=True),)
    return tuple(
        ForeignText(line=first_line + said.line(number), language=language, is_whole=False)
        for number in suspects
        if number not in apart and (language := read_closely(said.words(number), tag))
    )
