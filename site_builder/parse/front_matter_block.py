"""Where the front matter of a file begins and ends, read strictly.

    ---                 line 1, at the first column
    title: Hello
    ---                 or a line of three dots, as in Jekyll (``document.rb``, YAML_FRONT_MATTER)
    The body begins here.

Nothing passes that looks like front matter and is not: an unclosed block taken for text would
publish a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from site_builder.frozen import dataclass
from site_builder.parse.keys import HIDING_KEYS, KEY_NAMES
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem
from site_builder.strict_yaml import MappingNode, read_plain

_OPENING = late(r"---[ \t]*\n")
_CLOSING = late(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# White space, byte order marks, zero-width space and joiner: what stands unseen before a line.
_UNSEEN = r"\s\ufeff\u200b\u2060"
# Dashes, or what an editor made of them, that are not where or how they should be.
_NEARLY_OPENING = late(rf"[{_UNSEEN}]*(?:[-—–]{{2,}}|[—–])[{_UNSEEN}]*\n[{_UNSEEN}]*")
_KEY = late(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t\n]|\Z)")
_INSIDE_VALUE = (" ", "- ", "#")

_NOTHING = MappingNode(entries=(), line=1, column=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A file in its two parts."""

    keys: MappingNode
    """Empty where the file has no front matter."""
    body: str
    """Every character after the closing line."""
    body_line: int
    """The line of the file on which the body begins, 1-based."""


def read_block(text: str, path: str) -> Outcome[Block]:
    """Split a text, whose lines end with LF, and read its front matter.

    Problems: ``bad-front-matter`` where the block is not closed or does not open on line 1, and
    ``bad-yaml``; after either there is no value.
    """
    if not _OPENING.match(text) and text != "---":
        missed = _missed_opening(text, path)
        if missed is not None:
            return Outcome(value=None, problems=(missed,))
        return Outcome(value=Block(keys=_NOTHING, body=text, body_line=1))
    start = text.find("\n") + 1
    closing = _CLOSING.search(text, start) if start else None
    if closing is None:
        return Outcome(value=None, problems=(_unclosed(text, path),))
    head, body = text[: closing.end()], text[closing.end() :]
    keys = _keys(text[start : closing.start()], head, path)
    if keys.value is None:
        return Outcome(value=None, problems=keys.problems)
    return Outcome(value=Block(keys=keys.value, body=body, body_line=_line_after(head)))


def _keys(between: str, head: str, path: str) -> Outcome[MappingNode]:
    plain = read_plain(between, first_line=2)
    if plain is not None:
        return Outcome(value=plain)
    # Imported here: most texts have plain front matter, and an edit of one needs no YAML.
    from site_builder.parse.front_matter_handler import StrictHandler

    handler = StrictHandler(between, path, _CLOSING)
    return handler.read(head)


def _line_after(head: str) -> int:
    # A closing line at the very end of the file has no line break of its own.
    return head.count("\n") + (1 if head.endswith("\n") else 2)


def _unclosed(text: str, path: str) -> Problem:
    last = len(_key_lines(text.split("\n")[1:])) + 1
    return Problem(
        code="bad-front-matter",
        message="the front matter that opens here is never closed",
        place=Place(path=path, line=1, column=1),
        hint=f"add a line with three dashes under the last key (line {last})",
    )


def _key_lines(lines: Iterable[str]) -> list[str]:
    """Take the lines from the first on that are keys, their values or lists."""
    return list(takewhile(lambda line: _KEY.match(line) or line.startswith(_INSIDE_VALUE), lines))


def _known_keys(text: str) -> set[str]:
    """Name the keys that we know, in any case, among the lines with which a text begins."""
    matches = (_KEY.match(line) for line in _key_lines(text.split("\n")))
    return {match[1].lower() for match in matches if match} & KEY_NAMES


def _missed_opening(text: str, path: str) -> Problem | None:
    """Find front matter that does not open as it should: it must not be shown as text."""
    opening = _NEARLY_OPENING.match(text)
    start = re.sub(rf"\A[{_UNSEEN}]+", "", text)
    if start.startswith("+++\n"):
        message, hint = "front matter in TOML is not read", "write YAML between lines of ---"
    elif opening and _known_keys(text[opening.end() :]):
        message = "front matter opens with --- alone on line 1, at the first column"
        hint = "make the first line of the file three dashes"
    elif _is_without_opening(start):
        message, hint = "keys without a line of --- above them", "add a line of ---"
    else:
        return None
    line = text[: len(text) - len(start)].count("\n") + 1
    place = Place(path=path, line=line, column=1)
    return Problem(code="bad-front-matter", message=message, place=place, hint=hint)


def _is_without_opening(text: str) -> bool:
    """Whether several keys, or one that hides, stand at the top and nothing opens them.

    A line of dashes closes them, or an empty one where dashes were forgotten altogether. One other
    line above dashes is a heading (CommonMark, setext).
    """
    keys = _known_keys(text)
    if not (keys.intersection(HIDING_KEYS) or len(keys) > 1):
        return False
    lines = text.split("\n")
    rest = lines[len(_key_lines(lines)) :]
    return not any(rest[:1]) or _CLOSING.match("\n".join(rest)) is not None
