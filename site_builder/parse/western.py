"""The words of a text in a Western European language, all folded at once.

Windows-1252 has every letter of these languages, their quotation marks and their dashes, a byte
each. So a text is folded by one table of 256 bytes, instead of word by word. What the encoding does
not have, or what folds to more than plain letters, is left to parse/folding.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

ENCODING = "cp1252"


class Western:
    """Folds as ``fold`` does, which takes a word in lower case."""

    def __init__(self, fold: Callable[[str], str], dropped: re.Pattern[str]) -> None:
        """``dropped`` matches what stands in a word and is no part of it, as a soft hyphen."""
        table = bytearray(b" " * 256)
        self._longer: list[tuple[bytes, bytes]] = []
        beyond = []
        for byte in range(256):
            letter = bytes([byte]).decode(ENCODING, "replace")
            folded = fold(letter.lower()) if letter.isalnum() else ""
            if not folded.isascii():
                beyond.append(letter)
            elif len(folded) > 1:
                self._longer.append((bytes([byte]), folded.encode()))
            elif folded:
                table[byte] = ord(folded)
        self._table = bytes(table)
        self._beyond = re.compile(f"[{''.join(beyond)}]")
        self._dropped = bytes(
            byte for byte in range(256) if dropped.match(bytes([byte]).decode(ENCODING, "replace"))
        )

    def words(self, text: str) -> list[str] | None:
        """The words of ``text`` in their order; None when it has more than this can fold."""
        try:
            data = text.encode(ENCODING)
        except UnicodeEncodeError:
            return None
        if not text.isascii():
            if self._beyond.search(text):
                return None
            for letter, letters in self._longer:
                data = data.replace(letter, letters)
        return data.translate(self._table, self._dropped).decode("ascii").split()
