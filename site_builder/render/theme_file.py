"""``theme.yml``: what a theme says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.model.words import did_you_mean
from site_builder.problems import Outcome, Place, Problem
from site_builder.strict_yaml import (
    MappingNode,
    Misfit,
    Node,
    as_bool,
    as_mapping,
    as_text,
    as_text_list,
    load,
)

NAME = "theme.yml"
_TEXTS = ("name", "title", "extends", "description", "author")
_KEYS = frozenset({*_TEXTS, "abstract", "layouts", "bundles"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFacts:
    """What one ``theme.yml`` says."""

    extends: str = ""
    """The theme that gives what this one lacks; empty for none."""
    is_abstract: bool = False
    """Whether others stand on it and no site can choose it."""
    layouts: tuple[str, ...] = ()
    """What ``layout:`` may say; each has a template."""
    bundles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Published name → the parts it is joined of, as paths below the theme's folder."""


def read_theme_file(text: str, path: str) -> Outcome[ThemeFacts]:
    """Read a ``theme.yml``; the value is there whatever the Problems.

    Problems: ``bad-yaml``, ``unknown-key``, and ``bad-theme`` for a value that does not fit.
    """
    loaded = load(text, path=path)
    problems = list(loaded.problems)
    said: dict[str, Node] = {}
    for key, node in loaded.value.entries if loaded.value else ():
        if key.text in _KEYS:
            said[key.text] = node
        else:
            place = Place(path=path, line=key.line, column=key.column)
            message = f"{key.text}: is not a key of themes"
            problems.append(Problem(code="unknown-key", message=message, place=place))
    facts: dict[str, str | bool | tuple[str, ...] | MappingNode | None] = {}
    readers = {"layouts": as_text_list, "abstract": as_bool, "bundles": as_mapping}
    for name, node in said.items():
        value = readers.get(name, as_text)(node)
        if isinstance(value, Misfit):
            problems.append(_misfit(name, value, path))
        else:
            facts[name] = value
    layouts, bundles = facts.get("layouts"), facts.get("bundles")
    read = ThemeFacts(
        extends=str(facts.get("extends") or ""),
        is_abstract=facts.get("abstract") is True,
        layouts=layouts if isinstance(layouts, tuple) else (),
        bundles=dict(_bundles(bundles, path, problems)) if isinstance(bundles, MappingNode) else {},
    )
    return Outcome(value=read, problems=tuple(problems))


def no_such_theme(name: str, homes: Sequence[Path]) -> Problem:
    """Say which themes there are, where ``name`` is none that a site can choose."""
    files = {file.parent.name: file for home in homes for file in sorted(home.glob(f"*/{NAME}"))}
    known = sorted(theme for theme, file in files.items() if not _is_abstract(file))
    meant = did_you_mean(name, known)
    return Problem(
        code="bad-theme",
        message=f'there is no theme "{name}" (known: {", ".join(known)})',
        place=Place(path="site.yml"),
        hint=f'did you mean "{meant}"?' if meant else f"make themes/{name}/{NAME}",
    )


def _is_abstract(file: Path) -> bool:
    read = read_theme_file(file.read_text(encoding="utf-8"), str(file)).value
    return read is not None and read.is_abstract


def _bundles(
    mapping: MappingNode, path: str, problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, node in mapping.entries:
        parts = as_text_list(node)
        if isinstance(parts, Misfit):
            problems.append(_misfit(f"bundles: {key.text}", parts, path))
        else:
            yield key.text, parts or ()


def _misfit(key: str, misfit: Misfit, path: str) -> Problem:
    place = Place(path=path, line=misfit.node.line, column=misfit.node.column)
    message = f"{key}: {misfit.what}"
    return Problem(code="bad-theme", message=message, place=place, hint=misfit.hint)
