"""Reading one key after another, and keeping all that is wrong with them for one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from site_builder.model.words import did_you_mean
from site_builder.problems import Problem
from site_builder.strict_yaml.nodes import MappingNode, Node, place_of
from site_builder.strict_yaml.values import (
    Misfit,
    as_bool,
    as_int,
    as_mapping,
    as_sequence,
    as_text,
    as_text_list,
)

T = TypeVar("T")


class Fields:
    """Reads the values of one file.

    Each reader gives the value, or None where nothing is said or where the value does not fit; the
    latter is then among :attr:`problems`. ``key`` is how messages name the value.
    """

    def __init__(self, *, path: str, code: str) -> None:
        """Read values of the file ``path``; misfits become Problems with this code."""
        self.path = path
        self.code = code
        self.problems: list[Problem] = []

    def text(self, key: str, node: Node | None) -> str | None:
        """Read a text, as it was typed."""
        return self._fit(key, node, as_text)

    def flag(self, key: str, node: Node | None) -> bool | None:
        """Read ``true`` or ``false``."""
        return self._fit(key, node, as_bool)

    def number(self, key: str, node: Node | None, *, low: int, high: int) -> int | None:
        """Read a whole number from ``low`` to ``high``."""
        value = self._fit(key, node, as_int)
        if node is None or value is None or low <= value <= high:
            return value
        self.add(node, f"{key}: {value} is not between {low} and {high}")
        return None

    def texts(self, key: str, node: Node | None) -> tuple[str, ...] | None:
        """Read a list of texts; one text alone is a list of one."""
        return self._fit(key, node, as_text_list)

    def items(self, key: str, node: Node | None) -> tuple[Node, ...]:
        """Read a list; empty where nothing is said."""
        return self._fit(key, node, as_sequence) or ()

    def mapping(self, key: str, node: Node | None) -> MappingNode | None:
        """Read keys with values."""
        return self._fit(key, node, as_mapping)

    def choice(self, key: str, node: Node | None, words: Iterable[str]) -> str | None:
        """Read one of ``words``."""
        value = self.text(key, node)
        if node is None or value is None:
            return None
        known = tuple(words)
        if value in known:
            return value
        self.unknown(node, f'{key}: "{value}" is not one of {", ".join(known)}', value, known)
        return None

    def known_keys(self, key: str, mapping: MappingNode, known: Iterable[str]) -> None:
        """Refuse the keys of ``mapping`` that are not ``known``; ``key`` is empty at the top."""
        words = tuple(known)
        for name, _ in mapping.entries:
            if name.text not in words:
                where = f"{key}: " if key else ""
                self.unknown(name, f'{where}"{name.text}" is not a key we know', name.text, words)

    def unknown(self, node: Node, message: str, word: str, candidates: Iterable[str]) -> None:
        """Add a Problem with the candidate that was probably meant."""
        meant = did_you_mean(word, candidates)
        self.add(node, message, f'did you mean "{meant}"?' if meant else "")

    def add(self, node: Node, message: str, hint: str = "", *, code: str = "") -> None:
        """Add a Problem at the place of ``node``."""
        place = place_of(node, self.path)
        self.problems.append(
            Problem(code=code or self.code, message=message, place=place, hint=hint)
        )

    def _fit(
        self, key: str, node: Node | None, read: Callable[[Node], T | Misfit | None]
    ) -> T | None:
        if node is None:
            return None
        value = read(node)
        if isinstance(value, Misfit):
            hint = f"write {key.rpartition(': ')[2]}: {value.meant}" if value.meant else value.hint
            self.add(value.node, f"{key}: {value.what}", hint)
            return None
        return value
