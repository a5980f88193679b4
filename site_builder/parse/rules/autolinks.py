"""Bare addresses become links, as ``drawing/addresses.py`` finds them."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from site_builder.parse.drawing.addresses import address_at
from site_builder.parse.rules.parser import SiteParser


def autolinks(parser: SiteParser) -> None:
    """Teach bare addresses."""
    parser.inline.ruler.push("bare_address", _bare_address)


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    if state.linkLevel > 0 or silent:
        return False
    found = address_at(state.src, state.pos, state.posMax)
    if found is None or not state.pending.endswith(state.src[found.start : state.pos]):
        return False
    return _link(state, found.start, found.end, found.target)


def _link(state: StateInline, start: int, end: int, target: str) -> bool:
    if not state.md.validateLink(target):
        return False
    if start < state.pos:
        state.pending = state.pending[: start - state.pos]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": _without_entities(target)}
    token.markup = "autolink"
    token.info = "auto"
    state.push("text", "", 0).content = _without_entities(state.src[start:end])
    token = state.push("link_close", "a", -1)
    token.markup = "autolink"
    token.info = "auto"
    state.pos = end
    return True


def _without_entities(typed: str) -> str:
    """Queries are often copied from HTML, where ``&`` is spelled ``&amp;``."""
    return typed.replace("&amp;", "&")
