"""Bare addresses become links: ``https://…``, ``www.…`` and ``name@host.tld``.

Source: the autolinks extension of GitHub Flavored Markdown 0.29. Where it was made for English,
this rule goes further: an address may follow a Chinese character or a bracket directly, and ends
before full-width punctuation, Arabic and Indian stops, quotation marks, ``**`` and ``~~``.
``https://example.com。`` leads to example.com. ``README.md`` is a word, not an address.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.scripts import IDEOGRAPH, WIDE_MARK
from site_builder.patterns import late

_STOPS = WIDE_MARK.pattern[1:-1] + "\u060c\u061b\u061f\u06d4\u0964\u0965«»“”‘"
_ADDRESS = late(rf"(?:(?!\*\*|~~)[^\s\x00-\x20<>\"`{_STOPS}])+")
_HOST = late(r"[^\s/?#:@]+")
_LABELS = late(r"[\w-]+(?:\.[\w-]+)*", re.UNICODE)
_ENTITY = late(r"&[A-Za-z0-9]+;\Z")
_MAIL_HOST = late(r"[A-Za-z0-9-]+(?:[._][A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]*")
_MAIL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_")
_MAIL_NAME_LIMIT = 64
"""RFC 5321, 4.5.3.1.1: the longest local part, in characters."""
_TRAILING = "?!.,:*_~'\"]…—–"


def autolinks(parser: SiteParser) -> None:
    """Teach bare addresses."""
    parser.inline.ruler.push("bare_address", _bare_address)


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    if state.linkLevel > 0 or silent:
        return False
    letter = state.src[state.pos]
    if letter == ":":
        return _with_scheme(state)
    if letter == "w":
        return _with_www(state)
    return letter == "@" and _mail(state)


def _with_scheme(state: StateInline) -> bool:
    if not state.src.startswith("://", state.pos):
        return False
    for scheme in ("https", "http"):
        start = state.pos - len(scheme)
        if start >= 0 and state.src[start : state.pos].lower() == scheme:
            break
    else:
        return False
    end = _end_of_address(state, start, state.pos + 3)
    if end <= state.pos + 3 or not state.pending.endswith(state.src[start : state.pos]):
        return False
    return _link(state, start, end, state.src[start:end])


def _with_www(state: StateInline) -> bool:
    start = state.pos
    if not state.src.startswith("www.", start):
        return False
    end = _end_of_address(state, start, start)
    if end <= start or "." not in state.src[start + 4 : end]:
        return False
    return _link(state, start, end, f"http://{state.src[start:end]}")


def _mail(state: StateInline) -> bool:
    start = state.pos
    while (
        start > 0
        and state.pos - start <= _MAIL_NAME_LIMIT
        and state.src[start - 1] in _MAIL_LETTERS
    ):
        start -= 1
    host = _MAIL_HOST.match(state.src, state.pos + 1, state.posMax)
    name = state.src[start : state.pos]
    if host is None or not 0 < len(name) <= _MAIL_NAME_LIMIT:
        return False
    if (start > 0 and state.src[start - 1] in "/:@") or not state.pending.endswith(name):
        return False
    return _link(state, start, host.end(), f"mailto:{state.src[start : host.end()]}")


def _end_of_address(state: StateInline, start: int, host_start: int) -> int:
    """Where the address that begins at ``start`` ends; ``start`` when it is none."""
    source = state.src
    if start > 0 and source[start - 1].isascii() and source[start - 1].isalnum():
        return start
    # Asked first: what has no host is not read to its end at each of its thousand colons.
    if not _LABELS.match(source, host_start, state.posMax):
        return start
    whole = _ADDRESS.match(source, host_start, state.posMax)
    host = _HOST.match(source, host_start, whole.end()) if whole else None
    if whole is None or host is None:
        return start
    host_end = _end_of_host(source, host.start(), host.end())
    end = whole.end() if host_end == host.end() else host_end
    end = _trimmed(source, host_start, end)
    is_host = _LABELS.match(source, host_start, end)
    return end if is_host else start


def _end_of_host(source: str, start: int, end: int) -> int:
    """A host name does not go over from ASCII to Han or kana: there the sentence goes on."""
    has_dot = False
    for at in range(start, min(end, start + 255)):
        if source[at] == ".":
            has_dot = True
        elif has_dot and not source[at].isascii() and IDEOGRAPH.match(source[at]):
            before = source[at - 1]
            if before.isascii() and before.isalnum():
                return at
    return end


def _trimmed(source: str, start: int, end: int) -> int:
    """Leave out trailing punctuation, a bracket that closes what was opened before, an entity."""
    opened = source.count("(", start, end)
    closed = source.count(")", start, end)
    while end > start:
        last = source[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ")" and closed > opened:
            closed -= 1
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(source, max(start, end - 32), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return end


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
