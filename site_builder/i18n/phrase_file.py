"""One phrase file understood: keys with a text, or with a text for each plural form.

    home: Inicio
    posts_count:
      one: "{count} artículo"
      other: "{count} artículos"

Nothing here knows which phrases there should be; the catalog does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from site_builder.frozen import dataclass
from site_builder.patterns import late
from site_builder.problems import Problem
from site_builder.strict_yaml import MappingNode, Node, ScalarNode, is_null, load, place_of

Entry: TypeAlias = str | Mapping[str, str]
"""A phrase: its text, or its forms by CLDR plural category."""

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
"""The plural categories (Unicode Technical Standard 35, part 3, 5.1.1)."""

PLACEHOLDER: Final = late(r"\{([a-z_]+)\}")
"""What a page fills in: ``{count}``. Attributes, indexes and formats of Python are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseFile:
    """What one file says."""

    path: str
    """For Problems: relative to the site's root, with ``/``."""
    is_theme: bool
    """Whether a theme brought it; the others are the builder's own."""
    entries: Mapping[str, Entry]
    """The phrases that could be read."""
    lines: Mapping[str, int]
    """The 1-based line of each of them."""
    problems: tuple[Problem, ...]
    """What could not be read: ``bad-yaml`` or ``bad-phrase``."""


def read_phrases(text: str, *, path: str, is_theme: bool) -> PhraseFile:
    """Read a phrase file; what is wrong in it is among its problems, all else is kept."""
    outcome = load(text, path=path)
    nodes = outcome.value.entries if outcome.value else ()
    problems = [*outcome.problems]
    entries: dict[str, Entry] = {}
    for key, node in nodes:
        found = list(_mistakes(key.text, node, path))
        problems += found
        if not found:
            entries[key.text] = _entry(node)
    return PhraseFile(
        path=path,
        is_theme=is_theme,
        entries=entries,
        lines={key.text: key.line for key, _ in nodes},
        problems=tuple(problems),
    )


def forms_of(entry: Entry) -> Mapping[str, str]:
    """Give the forms of a phrase by category; a phrase that is one text has only ``other``."""
    return {"other": entry} if isinstance(entry, str) else entry


def _entry(node: Node) -> Entry:
    if isinstance(node, MappingNode):
        return {form.text: _text(value) for form, value in node.entries}
    return _text(node)


def _text(node: Node) -> str:
    return node.text if isinstance(node, ScalarNode) else ""


def _mistakes(key: str, node: Node, path: str) -> Iterator[Problem]:
    if isinstance(node, MappingNode):
        yield from _mistakes_in_forms(key, node, path)
    elif not isinstance(node, ScalarNode) or is_null(node):
        message = f'the phrase "{key}" needs a text'
        yield _problem(node, path, message, 'write "" for a phrase that says nothing')


def _mistakes_in_forms(key: str, node: MappingNode, path: str) -> Iterator[Problem]:
    for form, value in node.entries:
        if form.text not in CATEGORIES:
            message = f'"{form.text}" is not a plural form of the phrase "{key}"'
            yield _problem(form, path, message, f"the forms are {', '.join(CATEGORIES)}")
        elif not isinstance(value, ScalarNode) or is_null(value):
            message = f'the form "{form.text}" of the phrase "{key}" needs a text'
            yield _problem(value, path, message, 'copy "other" if there is no difference')
    if node.get("other") is None:
        message = f'the phrase "{key}" has no form "other"'
        yield _problem(node, path, message, 'add "other": it stands for every number not named')


def _problem(node: Node, path: str, message: str, hint: str) -> Problem:
    return Problem(code="bad-phrase", message=message, place=place_of(node, path), hint=hint)
