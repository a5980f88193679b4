"""A text as it is read: line ends folded, Liquid's addresses spelled out, no controls."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.parse.rewritten import Edit, Rewritten
from site_builder.patterns import late
from site_builder.problems import Place, Problem

_FORBIDDEN = late(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = bytes(sign for sign in range(32) if chr(sign) not in "\t\n\r")
_ABOVE = late(rb"\xef\xbf")
"""Begins, in UTF-8, what is forbidden beyond the controls."""
_LINE_END = late(r"\r\n?")
_LIQUID = late(r"\{[{%]")


def cleaned(text: str, place: Place) -> tuple[str, Rewritten, list[Problem]]:
    """Fold line ends to LF and replace what XML 1.0 forbids; each such character is told once.

    Beside it the text before that, which has a character for each of it.
    """
    text = _LINE_END.sub("\n", text) if "\r" in text else text
    typed = Rewritten(text, _edits(text) if _LIQUID.search(text) else ())
    text = typed.text
    if not _may_be_forbidden(text) or not _FORBIDDEN.search(text):
        return text, typed, []
    first: dict[str, int] = {}
    for found in _FORBIDDEN.finditer(text):
        first.setdefault(found[0], found.start())
    problems = [_control_character(typed, at, place) for at in first.values()]
    return _FORBIDDEN.sub("\ufffd", text), typed, problems


# Both are imported at the first text that may have Liquid.
def _edits(text: str) -> Sequence[Edit]:
    from site_builder.parse.liquid_addresses import address_edits
    from site_builder.parse.liquid_raw import raw_edits

    return (*address_edits(text), *raw_edits(text))


def _may_be_forbidden(text: str) -> bool:
    """A look that is never wrong when it finds nothing, and quicker than a search."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROLS)) < len(data) or _ABOVE.search(data) is not None


def _control_character(typed: Rewritten, at: int, place: Place) -> Problem:
    text = typed.text
    line = text.count("\n", 0, at)
    column = typed.column(at)
    if line == 0 and place.column:
        column += place.column - 1
    times = text.count(text[at])
    often = f", {times} times" if times > 1 else ""
    return Problem(
        code="control-character",
        message=f"the character U+{ord(text[at]):04X} was replaced by U+FFFD{often}",
        place=Place(path=place.path, line=place.line + line, column=column),
        hint="remove it; no reader can see it",
    )
