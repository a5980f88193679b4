"""``{#id .class lang=es}``: attributes typed by the author.

On a line of its own it belongs to the block below, after a picture, code or link to that, after
``[words]`` it makes a span. Only names on the list below are kept; ``style`` and ``on…`` are
dropped, so that attributes can neither run code nor need an inline style. Braces with anything
else in them, such as ``{{ title }}`` or ``{% raw %}``, are text.

Source: Djot's attribute syntax, as mdit-py-plugins reads it.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.attrs.parse import parse

from site_builder.parse.rules.parser import SiteParser, taught
from site_builder.patterns import late

ALLOWED = [
    "id",
    "class",
    "lang",
    "dir",
    "title",
    "width",
    "height",
    "loading",
    "decoding",
    "start",
    "reversed",
    "type",
    "value",
    "alt",
    "cite",
    "translate",
    "rel",
    "hreflang",
    "download",
    "target",
    "role",
    "aria-label",
    "aria-hidden",
]

_NAME = r"[#.][^\s!\"#$%&'()*+,./;<=>?@\[\]^`{|}~\\]+"
_PAIR = rf"(?:{'|'.join(ALLOWED)}|style|on[a-z]+)=(?:\"[^\"{{}}\\\n]*\"|[A-Za-z0-9_:-]+)"
LIST = late(rf"\{{[ \t]*(?:{_NAME}|{_PAIR})(?:[ \t]+(?:{_NAME}|{_PAIR}))*[ \t]*\}}")
"""A list of attributes that is one beyond doubt."""
_INLINE = late(LIST.pattern.replace(r"\{", r"\{:?", 1))
"""The same behind an inline element, where kramdown has ``{:``."""
_BEARERS = frozenset({"image", "code_inline", "link_close", "span_close"})


def typed_attributes(parser: SiteParser) -> None:
    """Teach attributes of blocks, inline elements and spans."""
    parser.use(attrs_block_plugin, allowed=ALLOWED)
    read_block = taught(parser.block.ruler, "attr")

    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
        first = state.bMarks[start] + state.tShift[start]
        found = LIST.match(state.src, first, state.eMarks[start])
        if found is None or state.src[found.end() : state.eMarks[start]].strip():
            return False
        return read_block(state, start, end, silent)

    parser.block.ruler.at("attr", block)
    parser.inline.ruler.push("attr", _behind)
    parser.inline.ruler.after("link", "span", _span)


def give_attributes(token: Token, typed: str) -> None:
    """Put the attributes of a list, which :data:`LIST` matches, on a token."""
    _, found = parse(typed)
    for name, value in found.items():
        if name == "class":
            token.attrJoin("class", value)
        elif name in ALLOWED:
            token.attrSet(name, value)


def _behind(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    """Give attributes to the inline element that ends where they begin."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = len(state.tokens) - 1
    found = _INLINE.match(state.src, state.pos, state.posMax)
    if found is None or state.tokens[last].type not in _BEARERS:
        return False
    if not silent:
        give_attributes(state.tokens[_opening(state.tokens, last)], found[0].replace("{:", "{", 1))
    state.pos = found.end()
    return True


def _opening(tokens: Sequence[Token], last: int) -> int:
    """Where the element begins that ends at ``last``."""
    level = 0
    while True:
        level += tokens[last].nesting
        if level == 0:
            return last
        last -= 1


def _span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    if state.src[state.pos] != "[" or state.html_terminator_last("]{") < state.pos:
        return False
    start, maximum = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = LIST.match(state.src, end + 1, maximum) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        state.pos, state.posMax = start, end
        give_attributes(state.push("span_open", "span", 1), found[0])
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = found.end(), maximum
    return True
