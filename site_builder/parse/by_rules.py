"""Our Markdown, as a list of rules: what any other reader is held to.

Each rule is a file in ``rules/``, taught to one parser in the order below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TypeAlias, cast

from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from site_builder.frozen import dataclass
from site_builder.model.body import Body, InlineText, MarkdownSettings
from site_builder.parse.body import body_of, mind_growth, script_digests
from site_builder.parse.cleaning import cleaned
from site_builder.parse.pieces import Piece, pieces_of
from site_builder.parse.rules.abbreviations import abbreviations
from site_builder.parse.rules.alerts import alerts
from site_builder.parse.rules.attributes import typed_attributes
from site_builder.parse.rules.autolinks import autolinks
from site_builder.parse.rules.code_blocks import code_blocks
from site_builder.parse.rules.footnotes import footnotes
from site_builder.parse.rules.formulas import formulas
from site_builder.parse.rules.headings import headings
from site_builder.parse.rules.images import images
from site_builder.parse.rules.kramdown import kramdown
from site_builder.parse.rules.line_breaks import line_breaks
from site_builder.parse.rules.links import links
from site_builder.parse.rules.liquid import liquid
from site_builder.parse.rules.more import more
from site_builder.parse.rules.notebook import KEY, Notebook
from site_builder.parse.rules.parser import Drawer, SiteParser
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.raw_html import raw_html
from site_builder.parse.rules.scanning import scanning
from site_builder.parse.rules.tables import tables
from site_builder.parse.rules.tasks import tasks
from site_builder.parse.rules.typography import typography
from site_builder.parse.rules.walk import facts_of
from site_builder.parse.rules.whole_html import whole_html
from site_builder.problems import Outcome, Place, Problem

RULES = (
    scanning,
    tables,
    tasks,
    alerts,
    more,
    deflist_plugin,
    footnotes,
    typed_attributes,
    kramdown,
    abbreviations,
    formulas,
    autolinks,
    typography,
    links,
    images,
    code_blocks,
    liquid,
    raw_html,
    whole_html,
    line_breaks,
    headings,
)
"""All rules beyond CommonMark and strikethrough, in the order in which they are taught."""

Cut: TypeAlias = Callable[[], tuple[Piece, ...]]
"""Gives the outermost blocks of a text."""


def render_by_rules(
    text: str, *, path: str, first_line: int, settings: MarkdownSettings
) -> Outcome[Body]:
    """As :func:`render_markdown`, by the rules whatever the text is: what it is held to."""
    drawn = _draw(text, Place(path=path, line=first_line), settings)
    return Outcome(value=drawn.body, problems=drawn.problems)


def render_pieces(
    text: str, *, path: str, first_line: int, settings: MarkdownSettings
) -> Outcome[tuple[Body, Cut]]:
    """As :func:`render_markdown`; beside the Body what cuts it into blocks, for who asks."""
    drawn = _draw(text, Place(path=path, line=first_line), settings)
    cut = partial(pieces_of, drawn.tokens, drawn.parts, first_line)
    return Outcome(value=(drawn.body, cut), problems=drawn.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A text, drawn token by token."""

    tokens: Sequence[Token]
    parts: Sequence[str]
    body: Body
    problems: tuple[Problem, ...]


def _draw(text: str, place: Place, settings: MarkdownSettings) -> _Drawn:
    clean, typed, problems = cleaned(text, place)
    notebook = Notebook(clean, place=place, settings=settings, typed=typed)
    parser = parser_for(notebook)
    env = {KEY: notebook}
    tokens = parser.parse(clean, env)
    facts = facts_of(tokens, place.line, settings.language, has_more=notebook.has_more)
    notebook.excerpt_token = facts.excerpt_token
    notebook.leave()
    parts = cast(Drawer, parser.renderer).draw_each(tokens, parser.options, env)
    html = "".join(parts)
    notebook.html_balance.finish(notebook)
    mind_growth(html, notebook)
    scripts = script_digests(html) if settings.raw_html else ()
    return _Drawn(
        tokens=tokens,
        parts=parts,
        body=body_of(html, notebook, facts, scripts),
        problems=(*problems, *notebook.problems),
    )


def render_inline(
    text: str, *, path: str, line: int, column: int, settings: MarkdownSettings, first_slot: int
) -> InlineText:
    """Turn one line of Markdown without blocks into HTML; it begins at ``line`` and ``column``.

    Its slots are numbered from ``first_slot``, so that many lines can share one list of
    references. Problems: ``control-character``, ``unsafe-link``, ``bad-value``, ``size-limit``.
    """
    place = Place(path=path, line=line, column=column)
    clean, typed, problems = cleaned(text, place)
    notebook = Notebook(clean, place=place, settings=settings, first_slot=first_slot, typed=typed)
    parser = parser_for(notebook)
    env = {KEY: notebook}
    tokens = parser.parseInline(clean, env)
    html = str(parser.renderer.render(tokens, parser.options, env))
    words = plain_text(chain.from_iterable(token.children or () for token in tokens))
    return InlineText(
        html=html,
        references=tuple(notebook.references),
        text=" ".join(words.split()),
        problems=(*problems, *notebook.problems),
    )


def parser_for(notebook: Notebook) -> SiteParser:
    """The parser that has been taught all rules, for the text of this notebook."""
    settings = notebook.settings
    return _parser(settings.raw_html, settings.max_nesting).for_text(notebook)


@lru_cache(maxsize=8)
def _parser(keeps_html: bool, max_nesting: int) -> SiteParser:  # noqa: FBT001 because a cache key has no names
    options = {"html": keeps_html, "maxNesting": max_nesting, "xhtmlOut": False}
    parser = SiteParser("commonmark", options, renderer_cls=Drawer)
    parser.enable("strikethrough")
    for teach in RULES:
        teach(parser)
    return parser
