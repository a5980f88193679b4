"""What YAML says, as frozen nodes: a value, a list, or keys with values, each with its place."""

from __future__ import annotations

from typing import TypeAlias

from site_builder.frozen import dataclass
from site_builder.model.words import shortened
from site_builder.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A key or a single value, as it was typed."""

    text: str
    """The text without its quotes; never turned into a number, a date or a truth."""
    plain: bool
    """Whether it was written without quotes and not as a block (``|``, ``>``)."""
    line: int
    """1-based, in the file."""
    column: int
    """1-based, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceNode:
    """A list."""

    items: tuple[Node, ...]
    """In the order of the file."""
    line: int
    """1-based, in the file."""
    column: int
    """1-based, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingNode:
    """Keys with their values; no key twice."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    """In the order of the file."""
    line: int
    """1-based, in the file."""
    column: int
    """1-based, in characters."""

    def get(self, key: str) -> Node | None:
        """Give the value of a key, or None when the key is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def place_of(node: Node, path: str) -> Place:
    """Give the place of a node in the file ``path``."""
    return Place(path=path, line=node.line, column=node.column)


def kind_of(node: Node) -> str:
    """Name what a node is, for a message: ``a list``, ``a mapping``, or the quoted text."""
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "a mapping"
    return f'"{shortened(node.text)}"'
