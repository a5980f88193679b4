"""Reading the values of a hiring page's front matter: texts, lines of Markdown, lists of entries.

What is wrong is kept in one list; every entry's place is kept for messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from site_builder.model.body import MarkdownSettings, Reference
from site_builder.model.hiring import RichText
from site_builder.parse.by_rules import render_inline
from site_builder.parse.date_readings import date_readings
from site_builder.parse.dates import read_day
from site_builder.parse.drawing.targets import is_safe
from site_builder.patterns import late
from site_builder.problems import Place
from site_builder.strict_yaml import Fields, MappingNode, Node, ScalarNode, place_of

T = TypeVar("T")

_WEB_ADDRESS = late(r"https?://[^\s<>\"]+", re.IGNORECASE)


class HiringValues:
    """Reads one page, numbering its slots as it goes."""

    def __init__(self, path: str, settings: MarkdownSettings, first_slot: int) -> None:
        """Slots are numbered from ``first_slot``."""
        self.fields = Fields(path=path, code="bad-value")
        self.settings = settings
        self.first_slot = first_slot
        self.references: list[Reference] = []
        self.places: dict[str, Place] = {}

    def items(self, key: str, node: Node | None) -> Iterator[Node]:
        """Read a list, keeping the place of each item."""
        if node is not None:
            self.places[key] = place_of(node, self.fields.path)
        for number, item in enumerate(self.fields.items(key, node)):
            self.places[f"{key}[{number}]"] = place_of(item, self.fields.path)
            yield item

    def entries(
        self,
        key: str,
        node: Node | None,
        known: tuple[str, ...],
        read: Callable[[str, MappingNode], T | None],
    ) -> tuple[T, ...]:
        """Read a list of mappings, each with ``read``."""
        found = []
        for item in self.items(key, node):
            if isinstance(item, MappingNode):
                found.append(read(key, self.mapping(key, item, known)))
            else:
                self.lacks_keys(key, item, known)
        return tuple(entry for entry in found if entry is not None)

    def sentences(self, key: str, node: Node | None) -> Iterator[RichText]:
        """Read a list of lines of Markdown."""
        for item in self.items(key, node):
            text = self.sentence(key, item)
            if text:
                yield text

    def sentence(self, key: str, node: Node) -> RichText:
        """Read an item of a list of sentences; an empty one is a slip."""
        text = self.rich(key, node)
        if not text and isinstance(node, ScalarNode):
            self.fields.add(node, f"{key}: an empty item", "write it, or delete its hyphen")
        return text

    def rich(self, key: str, node: Node | None) -> RichText:
        """Read one line of Markdown."""
        text = self.fields.text(key, node)
        if not text or not isinstance(node, ScalarNode):
            return RichText()
        inline = render_inline(
            text,
            path=self.fields.path,
            line=node.line,
            column=node.column if node.plain else node.column + 1,
            settings=self.settings,
            first_slot=self.first_slot + len(self.references),
        )
        self.references += inline.references
        self.fields.problems += inline.problems
        return RichText(html=inline.html, text=inline.text)

    def link(self, key: str, node: Node, words: str) -> int | None:
        """Read where a link of these words leads, and give its slot."""
        target = self.line(key, node)
        if not target:
            return None
        if not is_safe(target):
            self.fields.add(node, f'{key}: "{target}" cannot be used', "write the path of a post")
            return None
        quoted = isinstance(node, ScalarNode) and not node.plain
        slot = self.first_slot + len(self.references)
        self.references.append(
            Reference(
                kind="link",
                target=target,
                line=node.line,
                column=node.column + quoted,
                text=words,
                slot=slot,
                attribute="href",
            )
        )
        return slot

    def line(self, key: str, node: Node | None) -> str:
        """Read a text that has no markup."""
        return (self.fields.text(key, node) or "").strip()

    def needed(self, key: str, entry: MappingNode, name: str) -> str:
        """Read a text without which an entry says nothing."""
        text = self.line(f"{key}: {name}", entry.get(name))
        value = entry.get(name)
        if not text and (value is None or isinstance(value, ScalarNode)):
            self.lacks(key, entry, name)
        return text

    def day(self, key: str, node: Node | None) -> str:
        """Read a day of the calendar, ISO 8601."""
        text = self.line(key, node)
        if node is None or not text:
            return ""
        day = read_day(text)
        if day is None:
            days = dict.fromkeys(one[:10] for one in date_readings(text))
            hint = f"write it as {' or '.join(days or ['2026-01-15'])}"
            message = f'{key}: "{text}" is not a day of the calendar'
            self.fields.add(node, message, hint, code="bad-date")
        return day or ""

    def web(self, key: str, node: Node | None) -> str:
        """Read an address of the web."""
        return self.shaped(key, node, _WEB_ADDRESS, "https://example.org")

    def shaped(self, key: str, node: Node | None, shape: re.Pattern[str], example: str) -> str:
        """Read a text of a certain shape."""
        text = self.line(key, node)
        if node is None or not text or shape.fullmatch(text):
            return text
        self.fields.add(node, f'{key}: "{text}" cannot be used', f"write it as {example}")
        return ""

    def mapping(self, key: str, node: Node | None, known: tuple[str, ...]) -> MappingNode:
        """Read keys with values; one that is not there or does not fit has no keys."""
        mapping = self.fields.mapping(key, node)
        if mapping is None:
            return MappingNode(entries=(), line=1, column=1)
        self.fields.known_keys(key, mapping, known)
        return mapping

    def lacks(self, key: str, entry: MappingNode, name: str) -> None:
        """Say that an entry is without its main part."""
        self.fields.add(entry, f"{key}: an entry without {name}", f"add {name}: to it")

    def lacks_keys(self, key: str, node: Node, known: tuple[str, ...]) -> None:
        """Say that an entry is no mapping."""
        keys = ", ".join(f"{name}: …" for name in known)
        self.fields.add(node, f"{key}: each entry needs keys with values", f"write {{{keys}}}")
