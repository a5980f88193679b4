"""The YAML that most texts have, read without a parser: one key with one short value on each line.

    title: How this site is written
    lang: en
    tags: [writing, markdown]
    description: "What is in a post: a short word on each part."

What is read here is what the parser would have given, node for node; whatever is not beyond doubt
is left to it. ``tests/unit/strict_yaml/test_plain.py`` holds the two against each other.
"""

from __future__ import annotations

from typing import Final

from site_builder.patterns import late
from site_builder.strict_yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MOST: Final = 4_096
"""Characters; longer front matter is rare enough for the parser."""

# A value begins with none of the marks that mean something (YAML 1.2, 5.3), and has no mark in it
# that could end it: a colon before a space, or a number sign. What is not printable is refused by
# the other reader, with its place.
_UNSEEN: Final = r"\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff"
_FIRST: Final = rf"[^\s{_UNSEEN}\-?:,\[\]{{}}#&*!|>'\"%@`]"
_BETWEEN: Final = rf"(?:[^{_UNSEEN}#:]|:(?=[^\s{_UNSEEN}#]))"
_PLAIN: Final = rf"{_FIRST}(?:{_BETWEEN}*(?:[^\s{_UNSEEN}#:]))?"
_QUOTED: Final = rf"\"[^{_UNSEEN}\"\\]*\"|'[^{_UNSEEN}']*'"
_IN_ITEM: Final = rf"{_UNSEEN}#:,\[\]{{}}\"'"
_ITEM: Final = rf"{_FIRST}(?:[^{_IN_ITEM}]*[^\s{_IN_ITEM}])?"
_LIST: Final = rf"\[(?:(?:{_ITEM})(?:, ?(?:{_ITEM}))*)?\]"
_LINE = late(rf"([A-Za-z_][A-Za-z0-9_-]{{0,63}}): (?:({_PLAIN})|({_QUOTED})|({_LIST}))\n")
_EACH = late(rf"{_ITEM}")


def read_plain(text: str, first_line: int = 1) -> MappingNode | None:
    """The keys and values of ``text``, which ends with a line break; None where it has more in it.

    ``first_line`` is the line of the file on which ``text`` begins.
    """
    if len(text) > MOST:
        return None
    entries: dict[str, tuple[ScalarNode, Node]] = {}
    at, line = 0, first_line
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None or match[1] in entries:
            return None
        key = ScalarNode(text=match[1], plain=True, line=line, column=1)
        entries[match[1]] = (key, _value(match[2], match[3], match[4], line, len(match[1]) + 3))
        at, line = match.end(), line + 1
    if not entries:
        return None
    return MappingNode(entries=tuple(entries.values()), line=first_line, column=1)


def _value(
    plain: str | None, quoted: str | None, items: str | None, line: int, column: int
) -> Node:
    if plain is not None:
        return ScalarNode(text=plain, plain=True, line=line, column=column)
    if quoted is not None:
        return ScalarNode(text=quoted[1:-1], plain=False, line=line, column=column)
    nodes = tuple(
        ScalarNode(text=one.group(), plain=True, line=line, column=column + one.start())
        for one in _EACH.finditer(items or "")
    )
    return SequenceNode(items=nodes, line=line, column=column)
