"""A line break between two Chinese or Japanese characters is no space.

The author broke the line for the editor; a browser would show a gap in the middle of a sentence.
Korean separates words by spaces, so Hangul does not join. Curly quotes, dashes and ellipses are
shared with English: they join only in a text whose language is Chinese or Japanese.

Source: CSS Text Level 3, 4.1.3, segment break transformation.
"""

from __future__ import annotations

from site_builder.parse.rules.scripts import WIDE

_SHARED = frozenset("“”‘’—…·")
_WIDE_LANGUAGES = frozenset({"zh", "ja", "yue", "wuu", "lzh"})
_FIRST_WIDE = "\u2014"


def shared_marks(language: str) -> frozenset[str]:
    """The marks that count as Chinese or Japanese in a text of this language."""
    return _SHARED if language.lower().split("-")[0] in _WIDE_LANGUAGES else frozenset()


def joins(before: str, after: str, shared: frozenset[str]) -> bool:
    """Whether the lines join that end and begin with these characters; empty for no character."""
    if before < _FIRST_WIDE and before not in shared:
        return False
    wide_before, wide_after = bool(WIDE.match(before)), bool(WIDE.match(after))
    return (
        (wide_before or before in shared)
        and (wide_after or after in shared)
        and (wide_before or wide_after)
    )
