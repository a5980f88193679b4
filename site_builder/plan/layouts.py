"""Which template draws a text: what its ``layout:`` means in the theme of this site.

    layout: post       the theme has it
    layout: essay      site.yml says what it is here: layouts: {essay: post}
    layout: single     a layout of Jekyll's themes: a post is drawn as post, a page as page
    layout: nope       nobody knows it, and the build says so

Thousands of texts that were written for another theme are drawn without an edit to any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.source import Kind
from site_builder.model.theme import Theme
from site_builder.model.words import did_you_mean
from site_builder.problems import Place, Problem

ELSEWHERE: Final = frozenset(
    {"archive", "article", "base", "blog", "default", "entry", "home", "posts", "single", "splash"}
)
"""Layouts for texts in Jekyll's own themes (minima, the themes of GitHub Pages) and in Minimal
Mistakes, Chirpy and the like, whose names say nothing of what a text is."""


def layout_of(document: Document, config: Config, theme: Theme) -> str:
    """The layout that draws the text; empty where nobody knows what its ``layout:`` means."""
    said = document.meta.layout.value
    known = config.layouts.get(said) or said
    if known in theme.layouts:
        return known
    return own_layout(document) if known in ELSEWHERE else ""


def own_layout(document: Document) -> str:
    """The layout of a text that says none."""
    return "post" if document.kind is Kind.POST else "page"


def template_of(document: Document, config: Config, theme: Theme) -> str:
    """The template that draws the text."""
    return f"{layout_of(document, config, theme) or document.meta.layout.value}.html"


def layout_problems(
    documents: Iterable[Document], config: Config, theme: Theme
) -> Iterable[Problem]:
    """Tell of each layout that the theme lacks.

    Problems: ``layout-missing`` of every text whose layout nobody knows, and one
    ``layout-elsewhere`` for all texts with the same layout of a theme of Jekyll's.
    """
    elsewhere: dict[str, list[Document]] = {}
    for document in documents:
        said = document.meta.layout.value
        if said in theme.layouts and said not in config.layouts:
            continue
        if not layout_of(document, config, theme):
            yield _missing(document, config.layouts, theme)
        elif said not in config.layouts:
            elsewhere.setdefault(said, []).append(document)
    for said, found in elsewhere.items():
        yield _elsewhere(said, found, theme)


def _missing(document: Document, layouts: Mapping[str, str], theme: Theme) -> Problem:
    said, known = document.meta.layout, ", ".join(theme.layouts)
    meant = did_you_mean(said.value, theme.layouts)
    hint = f"write one of {known}, or layouts: {{{said.value}: post}} in site.yml for all its texts"
    if said.value in layouts:
        said_here = f'site.yml draws layout "{said.value}" as "{layouts[said.value]}", which'
        message = f"{said_here} the theme {theme.name} does not have ({known})"
        hint = f"write one of {known} there"
    else:
        message = f'the theme {theme.name} has no layout "{said.value}" ({known})'
    if meant:
        hint = f'did you mean "{meant}"?'
    return Problem(code="layout-missing", message=message, place=said.place, hint=hint)


def _elsewhere(said: str, found: list[Document], theme: Theme) -> Problem:
    kinds = {own_layout(document) for document in found}
    as_what = " or ".join(sorted(kinds, reverse=True))
    texts = "1 text says" if len(found) == 1 else f"{len(found):,} texts say"
    place: Place = min(document.meta.layout.place for document in found)
    own = kinds.pop() if len(kinds) == 1 else "post"
    return Problem(
        code="layout-elsewhere",
        message=f"{texts} layout: {said}, of which the theme {theme.name} knows nothing; "
        f"drawn as {as_what}",
        place=place,
        hint=f"to hear of it no more, write layouts: {{{said}: {own}}} in site.yml",
    )
