"""Bare addresses become links: ``https://…``, ``www.…`` and ``name@host.tld``.

Source: the autolinks extension of GitHub Flavored Markdown 0.29. Where it was made for English,
this rule goes further: an address may follow a Chinese character or a bracket directly, and ends
before full-width punctuation, Arabic and Indian stops, quotation marks, ``**`` and ``~~``.
``https://example.com。`` leads to example.com. ``README.md`` is a word, not an address.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.parse.rules.scripts import IDEOGRAPH, WIDE_MARK
from site_builder.patterns import late

_STOPS = WIDE_MARK.pattern[1:-1] + "\u060c\u061b\u061f\u06d4\u0964\u0965«»“”‘"
_ADDRESS = late(rf"(?:(?!\*\*|~~)[^\s\x00-\x20<>\"`{_STOPS}])+")
_HOST = late(r"[^\s/?#:@]+")
_LABELS = late(r"[\w-]+(?:\.[\w-]+)*", re.UNICODE)
_ENTITY = late(r"&[A-Za-z0-9]+;\Z")
_MAIL_HOST = late(r"[A-Za-z0-9-]+(?:[._][A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]*")
MAIL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_")
_MAIL_NAME_LIMIT = 64
"""RFC 5321, 4.5.3.1.1: the longest local part, in characters."""
_TRAILING = "?!.,:*_~'\"]…—–"


class Address(NamedTuple):
    """Where a bare address begins and ends, and what its link leads to."""

    start: int
    end: int
    target: str
    run: int
    """Where what may be part of an address ends: before that nothing else may begin."""


def address_at(source: str, at: int, limit: int) -> Address | None:
    """The address that has its ``://``, ``www.`` or ``@`` at ``at``; it ends before ``limit``."""
    if source[at] == ":":
        return _with_scheme(source, at, limit)
    if source[at] == "w":
        return _with_www(source, at, limit)
    return _mail(source, at, limit) if source[at] == "@" else None


def _with_scheme(source: str, at: int, limit: int) -> Address | None:
    if not source.startswith("://", at):
        return None
    for scheme in ("https", "http"):
        start = at - len(scheme)
        if start >= 0 and source[start:at].lower() == scheme:
            break
    else:
        return None
    end, run = _end_of_address(source, start, at + 3, limit)
    return Address(start, end, source[start:end], run) if end > at + 3 else None


def _with_www(source: str, start: int, limit: int) -> Address | None:
    if not source.startswith("www.", start):
        return None
    end, run = _end_of_address(source, start, start, limit)
    if end <= start or "." not in source[start + 4 : end]:
        return None
    return Address(start, end, f"http://{source[start:end]}", run)


def _mail(source: str, at: int, limit: int) -> Address | None:
    start = at
    while start > 0 and at - start <= _MAIL_NAME_LIMIT and source[start - 1] in MAIL_LETTERS:
        start -= 1
    host = _MAIL_HOST.match(source, at + 1, limit)
    if host is None or not 0 < at - start <= _MAIL_NAME_LIMIT:
        return None
    if start > 0 and source[start - 1] in "/:@":
        return None
    return Address(start, host.end(), f"mailto:{source[start : host.end()]}", host.end())


def _end_of_address(source: str, start: int, host_start: int, limit: int) -> tuple[int, int]:
    """Where the address that begins at ``start`` ends, and its run; ``start`` when it is none."""
    none = (start, start)
    if start > 0 and source[start - 1].isascii() and source[start - 1].isalnum():
        return none
    # Asked first: what has no host is not read to its end at each of its thousand colons.
    if not _LABELS.match(source, host_start, limit):
        return none
    whole = _ADDRESS.match(source, host_start, limit)
    host = _HOST.match(source, host_start, whole.end()) if whole else None
    if whole is None or host is None:
        return none
    host_end = _end_of_host(source, host.start(), host.end())
    end = whole.end() if host_end == host.end() else host_end
    end = _trimmed(source, host_start, end)
    return (end, whole.end()) if _LABELS.match(source, host_start, end) else none


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
