"""Parts that are the same on every page of a language, such as the footer: rendered once a build.

Which templates are such parts is told from their code: they ask for nothing but what all pages of
a language have. Names that whoever includes them has set make them no part of this kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context

Render: TypeAlias = Callable[[Context], Iterator[str]]
"""A compiled template's root."""

_SHARED = frozenset({"asset", "chrome", "t", "t_for"})
"""What is the same for all pages with one ``chrome``, which is what all pages of a language share.

Globals, filters and macros see nothing of a page but what they are handed.
"""
_EXPORTING = (nodes.Macro, nodes.Assign, nodes.AssignBlock)


class Part(NamedTuple):
    """What is noted of a template that, by itself, is the same for every page."""

    includes: tuple[str, ...]
    """Templates that have to be the same too; empty for one that is not a name, or not only one."""
    has_names: bool
    """Whether something in it has a name: another template may import that, and needs it anew."""


def part(tree: nodes.Template) -> Part | None:
    """Note whether, and with what, a template is the same for every page; None where it is not."""
    if not asks_for_no_page(tree):
        return None
    has_names = next(iter(tree.find_all(_EXPORTING)), None) is not None
    return Part(tuple(_included(tree)), has_names)


def asks_for_no_page(tree: nodes.Template) -> bool:
    """Whether a template, without those that it includes, is the same for every page."""
    if any(name.name == "page" for name in tree.find_all(nodes.Name)):
        return False  # most ask for it, and to read them closely takes its time
    hands_on_all = (
        any(one.with_context for one in tree.find_all(nodes.Import)),
        any(one.with_context for one in tree.find_all(nodes.FromImport)),
    )
    return (
        tree.find(nodes.Extends) is None
        and not any(hands_on_all)
        and find_undeclared_variables(tree) <= _SHARED
    )


def _included(tree: nodes.Template) -> Iterator[str]:
    for include in tree.find_all(nodes.Include):
        name = include.template.value if isinstance(include.template, nodes.Const) else ""
        yield name if isinstance(name, str) else ""


def once(render: Render) -> Render:
    """Render when a language's chrome is met for the first time; then give the same again."""
    made: dict[str, tuple[Any, str]] = {}

    def root(context: Context) -> Iterator[str]:
        chrome = context.get("chrome")
        if chrome is None:
            yield from render(context)
            return
        known, text = made.get(chrome.language.code, (None, ""))
        if known is not chrome:
            text = "".join(render(context))
            made[chrome.language.code] = (chrome, text)
        yield text

    return root
