"""Headings: an id that never collides, ``{#id}`` at the end of the line, and a link to itself.

``{#id}`` stands behind a space; behind a Chinese or Japanese character, where nobody types one,
also without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.model.body import Heading
from site_builder.parse.drawing.headings import draw_end
from site_builder.parse.rules.attributes import LIST, give_attributes
from site_builder.parse.rules.html_tags import ids_in
from site_builder.parse.rules.notebook import Notebook, notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.scripts import WIDE
from site_builder.parse.slugs import HeadingIds
from site_builder.patterns import late

_SCRIPT = late(r"</?(?:script|style|iframe)\b", re.IGNORECASE)


def headings(parser: SiteParser) -> None:
    """Teach headings; the ids are given when all other ids are known."""
    parser.core.ruler.before("inline", "heading_attributes", _read_attributes)
    parser.core.ruler.push("heading_scripts", _show_scripts)
    parser.core.ruler.push("heading_ids", _give_ids)
    parser.draw("heading_close", _close)


def _read_attributes(state: StateCore) -> None:
    for opening, inline in _headings(state.tokens):
        if not inline.content.endswith("}"):
            continue
        start = inline.content.rfind("{")
        before = inline.content[:start]
        is_apart = not before or before[-1] in " \t" or WIDE.match(before[-1])
        if is_apart and LIST.fullmatch(inline.content, start):
            give_attributes(opening, inline.content[start:])
            inline.content = before.rstrip()


def _show_scripts(state: StateCore) -> None:
    """A heading names a thing in contents and feeds, so a script in it is shown, never run."""
    for _, inline in _headings(state.tokens):
        for child in inline.children or []:
            if child.type == "html_inline" and _SCRIPT.match(child.content):
                child.type, child.tag = "text", ""


def _give_ids(state: StateCore) -> None:
    notebook = notebook_of(state.env)
    taken = list(typed_ids(state.tokens))
    note_headings(state.tokens, HeadingIds(taken), notebook)
    notebook.note_anchors(taken)


def note_headings(tokens: Sequence[Token], ids: HeadingIds, notebook: Notebook) -> None:
    """Note the headings among ``tokens``, and give an id to each that has none."""
    for opening, inline in _headings(tokens):
        children = inline.children or []
        if "id" not in opening.attrs:
            name = inline.meta.get("typed_name") or plain_text(children, with_alt=False)
            opening.attrs = {"id": ids.give(name), **opening.attrs}
        notebook.enter(opening.map)
        heading = Heading(
            level=int(opening.tag[1]),
            id=str(opening.attrs["id"]),
            text=" ".join(plain_text(children).split()),
            line=notebook.line(),
        )
        notebook.headings.append(heading)
        inline.meta["heading"] = heading


def typed_ids(tokens: Sequence[Token]) -> Iterator[str]:
    """All ids but those of headings without one, in order."""
    for token in tokens:
        if token.attrs and "id" in token.attrs:
            yield str(token.attrs["id"])
        if token.type in {"html_block", "html_inline"}:
            yield from ids_in(token.content)
        elif token.type == "footnote_ref":
            number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
            yield f"fnref{number}:{again}" if again else f"fnref{number}"
        elif token.type == "footnote_open":
            yield f"fn{token.meta['id'] + 1}"
        if token.children:
            yield from typed_ids(token.children)


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[index + 1]


def _close(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    return draw_end(tokens[index - 1].meta["heading"], is_empty=not tokens[index - 1].children)
