"""Where ``site.yml`` says what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.problems import Place
from site_builder.strict_yaml import MappingNode, load


def key_places(text: str, *, path: str) -> Mapping[str, Place]:
    """Key, with dots between the levels → the place of the key; empty when nothing can be read."""
    loaded = load(text, path=path)
    return dict(_places(loaded.value, path, "")) if loaded.value is not None else {}


def _places(node: MappingNode, path: str, above: str) -> Iterator[tuple[str, Place]]:
    for key, value in node.entries:
        name = above + key.text
        yield name, Place(path=path, line=key.line, column=key.column)
        if isinstance(value, MappingNode):
            yield from _places(value, path, f"{name}.")
