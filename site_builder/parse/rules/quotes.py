"""Which quotation marks a language has, and where straight ones open and close.

    He said "it's 'fine'"          en   He said “it’s ‘fine’”
    Elle dit "l'esprit"            fr   Elle dit « l’esprit », with narrow no-break spaces
    Er sagt "ja" -- und geht...    de   Er sagt „ja“ – und geht…

Chinese and Japanese have none here: there a straight quote between two characters does not say on
which side of a word it stands, and their writers type “ ” and 「 」 themselves.

Source: CLDR 48, delimiters of each language; the spaces of French are those of the Imprimerie
nationale. Arabic and Persian take the marks that Unicode mirrors from right to left.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from site_builder.patterns import late


@dataclass(frozen=True, slots=True)
class Pairs:
    """The four marks of a language."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_ENGLISH = Pairs("“", "”", "‘", "’")
_SPANISH = Pairs("«", "»", "“", "”")
_GERMAN = Pairs("„", "“", "‚", "‘")
_RUSSIAN = Pairs("«", "»", "„", "“")
_MIRRORED = Pairs("«", "»", "‹", "›")
_PAIRS: dict[str, Pairs | None] = {
    "ar": _MIRRORED,
    "ca": _SPANISH,
    "cs": _GERMAN,
    "de": _GERMAN,
    "de-ch": _MIRRORED,
    "el": _SPANISH,
    "es": _SPANISH,
    "fa": _MIRRORED,
    "fr": Pairs("«\u202f", "\u202f»", "“", "”"),
    "fr-ch": _MIRRORED,
    "he": None,
    "it": _SPANISH,
    "ja": None,
    "lzh": None,
    "pl": Pairs("„", "”", "«", "»"),
    "ru": _RUSSIAN,
    "sk": _GERMAN,
    "uk": _RUSSIAN,
    "wuu": None,
    "yue": None,
    "zh": None,
}
"""By lower-case BCP 47 tag; a language that is not here has the marks of English, as Hindi has."""

OPAQUE = "\ufffc"
"""Stands for what has no letters: code, a formula, a picture."""

_APOSTROPHE = "’"
_MARK = late(r"""["']""")
_DASHES = late(r"(?<!-)---?(?!-)")
_DOTS = late(r"(?<!\.)\.\.\.(?!\.)")


def pairs_of(tag: str) -> Pairs | None:
    """The marks of the language with this BCP 47 tag; None where straight quotes stay."""
    lowered = tag.lower()
    if lowered in _PAIRS:
        return _PAIRS[lowered]
    return _PAIRS.get(lowered.split("-")[0], _ENGLISH)


def typeset(text: str, pairs: Pairs) -> list[str]:
    """Give what stands for each character of a paragraph: itself, a better one, or nothing.

    A quote that nothing closes stays straight; ``'`` within or before a word is an apostrophe.
    """
    letters = list(text)
    reader = _Reader(letters=letters, pairs=pairs)
    for found in _MARK.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        (reader.double if found[0] == '"' else reader.single)(at, before, after)
    for found in _DASHES.finditer(text):
        # ``word--word`` and ``word -- word`` are dashes; ``--option`` is none.
        start, end = found.span()
        if _is_space(text[start - 1 : start]) == _is_space(text[end : end + 1]):
            letters[start:end] = ["–" if end - start == 2 else "—", *[""] * (end - start - 1)]  # noqa: PLR2004 because two hyphens are the short dash
    for found in _DOTS.finditer(text):
        letters[found.start() : found.end()] = ["…", "", ""]
    return letters


@dataclass(slots=True)
class _Reader:
    """Remembers which quotes are open."""

    letters: list[str]
    pairs: Pairs
    open_doubles: list[int] = field(default_factory=list)
    open_singles: list[int] = field(default_factory=list)

    def double(self, at: int, before: str, after: str) -> None:
        """Read a ``"``."""
        if self.open_doubles and not _is_space(before) and not _opens(before):
            start = self.open_doubles.pop()
            self.letters[start], self.letters[at] = self.pairs.open, self.pairs.close
            self.open_singles = [single for single in self.open_singles if single < start]
        elif not _is_space(after) and not before.isdigit():
            self.open_doubles.append(at)

    def single(self, at: int, before: str, after: str) -> None:
        """Read a ``'``; one that turns out to close nothing is an apostrophe."""
        is_open = bool(self.open_singles) and (
            not self.open_doubles or self.open_singles[-1] > self.open_doubles[-1]
        )
        if before.isdigit() and after.isdigit():
            return  # feet and inches: 5'10"
        if _is_word(before) and _is_word(after):
            self.letters[at] = _APOSTROPHE
        elif is_open and not _is_space(before):
            start = self.open_singles.pop()
            self.letters[start], self.letters[at] = self.pairs.inner_open, self.pairs.inner_close
        elif _is_word(after):
            self.letters[at] = _APOSTROPHE
            if not after.isdigit() and not _is_word(before):
                self.open_singles.append(at)
        elif not _is_space(before) and not before.isdigit():
            self.letters[at] = _APOSTROPHE


def _is_space(letter: str) -> bool:
    return not letter or letter.isspace()


def _is_word(letter: str) -> bool:
    return bool(letter) and (letter == OPAQUE or unicodedata.category(letter)[0] in "LMN")


def _opens(letter: str) -> bool:
    return unicodedata.category(letter) in {"Ps", "Pi"} or letter in "¿¡"
