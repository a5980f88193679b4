"""Markdown text in, body HTML and facts out: a pure function.

The language is CommonMark 0.31 with GitHub's tables, strikethrough, task lists, alerts and bare
addresses, footnotes, definition lists, attributes, abbreviations and formulas; for every script, as
``rules/scanning.py`` explains. Each rule is a file in ``rules/``; the order is below.

These rules are what our Markdown is. ``fast/`` reads the plainer texts, and gives what they give.

Where a text without any of these would be drawn otherwise by CommonMark: a picture alone in its
paragraph with a title is a figure, bare addresses are links, headings and code have our markup.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from itertools import chain
from typing import TypeAlias, cast

from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from site_builder.model.body import Body, InlineText, MarkdownSettings
from site_builder.parse.fast.blocks import draw
from site_builder.parse.liquid_addresses import address_edits
from site_builder.parse.pieces import Piece, pieces_of
from site_builder.parse.rewritten import Rewritten
from site_builder.parse.rules.abbreviations import abbreviations
from site_builder.parse.rules.alerts import alerts
from site_builder.parse.rules.attributes import typed_attributes
from site_builder.parse.rules.autolinks import autolinks
from site_builder.parse.rules.code_blocks import code_blocks
from site_builder.parse.rules.facts import Facts, facts_of
from site_builder.parse.rules.footnotes import footnotes
from site_builder.parse.rules.formulas import formulas
from site_builder.parse.rules.headings import headings
from site_builder.parse.rules.html_tags import scripts_in
from site_builder.parse.rules.images import images
from site_builder.parse.rules.kramdown import kramdown
from site_builder.parse.rules.line_breaks import line_breaks
from site_builder.parse.rules.links import links
from site_builder.parse.rules.liquid import liquid, raw_edits
from site_builder.parse.rules.more import more
from site_builder.parse.rules.notebook import FREE_GROWTH, GROWTH, KEY, Notebook
from site_builder.parse.rules.parser import Drawer, SiteParser
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.raw_html import raw_html
from site_builder.parse.rules.scanning import scanning
from site_builder.parse.rules.tables import tables
from site_builder.parse.rules.tasks import tasks
from site_builder.parse.rules.typography import typography
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

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = bytes(sign for sign in range(32) if chr(sign) not in "\t\n\r")
_SCRIPT = re.compile(r"<[sS][cC][rR][iI][pP][tT]")
_LINE_END = re.compile(r"\r\n?")
_NOTE_SIGN = re.compile(r'<sup class="footnote-ref">(?:[^<]|<(?!/?sup\b))*</sup>')


def render_markdown(
    text: str, *, path: str, first_line: int, settings: MarkdownSettings
) -> Outcome[Body]:
    """Turn the Markdown of the file ``path`` into a Body; ``first_line`` is where it begins there.

    Problems: ``control-character`` (replaced by U+FFFD), ``unsafe-link`` (left as text),
    ``foreign-markup`` (Liquid and kramdown, shown as typed), ``too-dense`` (marks, shown as typed),
    ``nesting-limit`` (the inner blocks are not in the HTML), ``bad-value`` (a formula that cannot
    be read is shown as typed), ``size-limit`` (HTML more than 20 times as long as the text and
    longer than a million characters), ``unbalanced-html`` and ``unknown-element`` in raw HTML.
    """
    place = Place(path=path, line=first_line)
    clean, typed, problems = _cleaned(text, place)
    notebook = Notebook(clean, place=place, settings=settings, typed=typed)
    drawn = None if settings.is_html else draw(clean, notebook)
    if drawn is None:
        return render_by_rules(text, path=path, first_line=first_line, settings=settings)
    html, facts = drawn
    _mind_growth(html, notebook)
    return Outcome(value=_body(html, notebook, facts), problems=(*problems, *notebook.problems))


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
    clean, typed, problems = _cleaned(text, place)
    notebook = Notebook(clean, place=place, settings=settings, typed=typed)
    parser = _parser(settings.raw_html, settings.max_nesting).for_text(notebook)
    env = {KEY: notebook}
    tokens = parser.parse(clean, env)
    facts = facts_of(tokens, place.line, settings.language, has_more=notebook.has_more)
    notebook.excerpt_token = facts.excerpt_token
    parts = cast(Drawer, parser.renderer).draw_each(tokens, parser.options, env)
    html = "".join(parts)
    notebook.html_balance.finish(notebook)
    _mind_growth(html, notebook)
    return _Drawn(
        tokens=tokens,
        parts=parts,
        body=_body(html, notebook, facts),
        problems=(*problems, *notebook.problems),
    )


def _mind_growth(html: str, notebook: Notebook) -> None:
    if len(html) - notebook.colours > max(FREE_GROWTH, GROWTH * len(notebook.source)):
        notebook.too_long()


def render_inline(
    text: str, *, path: str, line: int, column: int, settings: MarkdownSettings, first_slot: int
) -> InlineText:
    """Turn one line of Markdown without blocks into HTML; it begins at ``line`` and ``column``.

    Its slots are numbered from ``first_slot``, so that many lines can share one list of
    references. Problems: ``control-character``, ``unsafe-link``, ``bad-value``, ``size-limit``.
    """
    place = Place(path=path, line=line, column=column)
    clean, typed, problems = _cleaned(text, place)
    notebook = Notebook(clean, place=place, settings=settings, first_slot=first_slot, typed=typed)
    parser = _parser(settings.raw_html, settings.max_nesting).for_text(notebook)
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


@lru_cache(maxsize=8)
def _parser(keeps_html: bool, max_nesting: int) -> SiteParser:  # noqa: FBT001 because a cache key has no names
    options = {"html": keeps_html, "maxNesting": max_nesting, "xhtmlOut": False}
    parser = SiteParser("commonmark", options, renderer_cls=Drawer)
    parser.enable("strikethrough")
    for teach in RULES:
        teach(parser)
    return parser


def _cleaned(text: str, place: Place) -> tuple[str, Rewritten, list[Problem]]:
    """Fold line ends to LF and replace what XML 1.0 forbids; each such character is told once.

    Beside it the text before that, which has a character for each of it.
    """
    text = _LINE_END.sub("\n", text) if "\r" in text else text
    typed = Rewritten(text, (*address_edits(text), *raw_edits(text)))
    text = typed.text
    if not _may_be_forbidden(text) or not _FORBIDDEN.search(text):
        return text, typed, []
    first: dict[str, int] = {}
    for found in _FORBIDDEN.finditer(text):
        first.setdefault(found[0], found.start())
    problems = [_control_character(typed, at, place) for at in first.values()]
    return _FORBIDDEN.sub("\ufffd", text), typed, problems


def _may_be_forbidden(text: str) -> bool:
    """A look that is never wrong when it finds nothing, and quicker than a search."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROLS)) < len(data) or b"\xef\xbf" in data


def _control_character(typed: Rewritten, at: int, place: Place) -> Problem:
    text = typed.text
    line = text.count("\n", 0, at)
    column = typed.column(at)
    if line == 0 and place.column:
        column += place.column - 1
    times = text.count(text[at])
    often = f", {times} times" if times > 1 else ""
    return Problem(
        code="control-character",
        message=f"the character U+{ord(text[at]):04X} was replaced by U+FFFD{often}",
        place=Place(path=place.path, line=place.line + line, column=column),
        hint="remove it; no reader can see it",
    )


def _body(html: str, notebook: Notebook, facts: Facts) -> Body:
    return Body(
        html=html,
        headings=tuple(notebook.headings),
        references=tuple(notebook.references),
        anchors=tuple(notebook.anchors),
        counts=facts.counts(notebook.references),
        excerpt_html=_NOTE_SIGN.sub("", notebook.excerpt_html),
        excerpt=facts.excerpt,
        text=facts.text,
        text_digest=facts.text_digest,
        code_blocks=facts.code_blocks,
        foreign=facts.foreign,
        remote_hosts=tuple(sorted(notebook.hosts)),
        inline_scripts=tuple(_script_digests(html)) if notebook.settings.raw_html else (),
        uses_inline_style=notebook.has_inline_style,
    )


def _script_digests(html: str) -> Iterable[str]:
    """Digest each inline script as a CSP does; one with an open slot in it is not final."""
    if not _SCRIPT.search(html):
        return ()
    return (
        b64encode(sha256(script.encode()).digest()).decode()
        for script in scripts_in(html)
        if script and "\0" not in script
    )
