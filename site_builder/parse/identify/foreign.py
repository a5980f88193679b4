"""The pieces of a text that are not in the language it claims: left untranslated, or mixed up.

A piece is a paragraph, an item or a heading; a table is data. A quick look tells of nearly every
piece that it is what it claims; the others are read closely. What is quoted or marked ``lang`` may
be in any language. A text that is foreign as a whole is told once.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from site_builder.model.body import ForeignText
from site_builder.parse.identify.close import read_closely
from site_builder.parse.identify.quick import Piece, quick_look, sentence_length
from site_builder.parse.identify.spoken import elsewhere, spoken


def foreign_texts(
    tokens: Sequence[Token], pieces: Sequence[Piece], tag: str, first_line: int
) -> tuple[ForeignText, ...]:
    """Find what is not in the language of the BCP 47 ``tag``; nothing where we cannot tell.

    ``first_line`` is the 1-based line of the file where the tokens' line 0 is.
    """
    suspects = quick_look(tag)(pieces)
    length = sentence_length(tag)
    sentences = sum(len(words) >= length for _, words in pieces)
    if not pieces or (sentences and not suspects):
        return ()
    apart = elsewhere(tokens)
    if 2 * len(suspects) >= sentences:
        # Short pieces say little one by one; so do those of a language that is much like this one.
        own = [index for index, _ in pieces if index not in apart]
        language = read_closely(" ".join(spoken(tokens[index]) for index in own), tag)
        if language:
            return (_foreign(tokens[own[0]], language, first_line, is_whole=True),)
    return tuple(
        _foreign(tokens[index], language, first_line, is_whole=False)
        for index in suspects
        if index not in apart and (language := read_closely(spoken(tokens[index]), tag))
    )


def _foreign(inline: Token, language: str, first_line: int, *, is_whole: bool) -> ForeignText:
    line = first_line + (inline.map or [0])[0]
    return ForeignText(line=line, language=language, is_whole=is_whole)
