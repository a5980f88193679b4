"""What a key needs, read from what was typed: text, yes or no, a whole number, a list of texts.

YAML 1.1 turns ``no`` into a falsehood, ``3.10`` into 3.1 and ``12:30`` into 750. Here a value is
read only as what its key asks for. Each reader gives the value, None where nothing is said (empty,
``~``, ``null``), or a :class:`Misfit` that says why it cannot.
"""

from __future__ import annotations

from site_builder.frozen import dataclass
from site_builder.patterns import late
from site_builder.strict_yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of

# YAML 1.2 core schema, 10.3.2.
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# What people type for them elsewhere: YAML 1.1, other tools, quotes by habit.
_MEANT_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_MEANT_FALSE = frozenset({"false", "no", "off", "n", "0"})
_INTEGER = late(r"[+-]?(?:0|[1-9][0-9]{0,11})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Why a node cannot be read as what its key needs; the caller adds the key and the place."""

    what: str
    """Follows the key in a message: ``needs true or false, found "yes"``."""
    node: Node
    """The node that does not fit: the value itself, or one item of it."""
    hint: str = ""
    """One suggestion; empty when there is nothing to suggest."""
    meant: str = ""
    """The value as it should be typed, where that is plain."""


def is_null(node: Node) -> bool:
    """Whether nothing is said: an empty value, ``~`` or ``null``, without quotes."""
    return isinstance(node, ScalarNode) and node.plain and node.text in _NULLS


def as_text(node: Node) -> str | Misfit | None:
    """Read a text, as it was typed: ``no``, ``3.10`` and ``12:30`` stay what they are."""
    if is_null(node):
        return None
    if isinstance(node, ScalarNode):
        return node.text
    return Misfit(what=f"needs a text, found {kind_of(node)}", node=node, hint="put it in quotes")


def as_bool(node: Node) -> bool | Misfit | None:
    """Read ``true`` or ``false`` (YAML 1.2 core); ``yes``, ``on`` and quoted words do not fit."""
    if is_null(node):
        return None
    if isinstance(node, ScalarNode):
        if node.plain and node.text in _BOOLS:
            return _BOOLS[node.text]
        meant = _meant_bool(node.text.strip().casefold())
        return Misfit(what=f"needs true or false, found {_as_typed(node)}", node=node, meant=meant)
    return Misfit(what=f"needs true or false, found {kind_of(node)}", node=node)


def as_int(node: Node) -> int | Misfit | None:
    """Read a whole number in decimal digits, at most twelve of them."""
    if is_null(node):
        return None
    if isinstance(node, ScalarNode) and _INTEGER.fullmatch(node.text):
        if node.plain:
            return int(node.text)
        what = f"needs a whole number, found {_as_typed(node)}"
        return Misfit(what=what, node=node, meant=node.text)
    return Misfit(what=f"needs a whole number, found {kind_of(node)}", node=node)


def as_text_list(node: Node) -> tuple[str, ...] | Misfit | None:
    """Read a list of texts; one text alone is a list of one."""
    if not isinstance(node, SequenceNode):
        text = as_text(node)
        if isinstance(text, Misfit):
            return Misfit(what=f"needs a list of texts, found {kind_of(node)}", node=node)
        return None if text is None else (text,)
    texts: list[str] = []
    for item in node.items:
        text = as_text(item)
        if not isinstance(text, str):
            found = "an empty item" if text is None else kind_of(item)
            what = f"needs a list of texts, found {found} in it"
            return Misfit(what=what, node=item, hint="delete it, or put it in quotes")
        texts.append(text)
    return tuple(texts)


def as_sequence(node: Node) -> tuple[Node, ...] | Misfit | None:
    """Read a list of whatever items."""
    if is_null(node):
        return None
    if isinstance(node, SequenceNode):
        return node.items
    return Misfit(what=f"needs a list, found {kind_of(node)}", node=node, hint='begin with "- "')


def as_mapping(node: Node) -> MappingNode | Misfit | None:
    """Read keys with values."""
    if is_null(node):
        return None
    if isinstance(node, MappingNode):
        return node
    return Misfit(what=f"needs keys with values, found {kind_of(node)}", node=node)


def _meant_bool(word: str) -> str:
    if word in _MEANT_TRUE:
        return "true"
    if word in _MEANT_FALSE:
        return "false"
    return ""


def _as_typed(node: ScalarNode) -> str:
    shown = kind_of(node)
    return shown if node.plain else f"the quoted {shown}"
