"""Bare addresses among the compiled reader's events: it knows none of them.

An address begins in words, and the rules read it before any mark that is in it. So it is a link
where it ends in the same words as they were typed, no mark behind it could go on with it, and
nothing was decoded in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.parse.drawing.addresses import MAIL_LETTERS, Address, address_at
from site_builder.parse.fast.stream import Event
from site_builder.parse.fast.watch import RefusedError
from site_builder.parse.fast.words import INLINE
from site_builder.patterns import late

_SIGN = late(r"://|www\.|@")
_ENDS = (b" ", b"\n", b"`", b"<", b'"', b"**")
"""No address goes on behind one of these."""
_STOP = late(r"[\s<>\"]")
_BEFORE = frozenset("".join(MAIL_LETTERS).encode() + b"\\")
"""What parts an address, when it stands before it: a backslash, and what is of a name."""


def with_addresses(events: Sequence[Event], data: bytes) -> list[Event]:
    """The events of a block of the text ``data``, with links where there are bare addresses.

    Raises RefusedError where the rules might find another end, or another address.
    """
    found: list[Event] = []
    is_code = False
    around = 0
    for event, (following, *_) in zip(events, (*events[1:], ("", None, 0, 0)), strict=True):
        key, value, _, end = event
        if key in {"+Link", "+Image"}:
            around += 1
        elif key in {"-Link", "-Image"}:
            around -= 1
        elif key in {"+CodeBlock", "-CodeBlock"}:
            is_code = key[0] == "+"
        if key != "Text" or is_code or around or not _SIGN.search(value):
            found.append(event)
            continue
        # Behind the last words of a block, nothing goes on.
        is_closed = following not in INLINE or data.startswith(_ENDS, end)
        found += _parted(event, data, is_closed=is_closed)
    return found


def _parted(event: Event, data: bytes, *, is_closed: bool) -> Iterator[Event]:
    """The words of one event and the links between them."""
    _, words, start, end = event
    at, first = 0, start
    is_typed = data[start:end] == words.encode()
    for address in _addresses(words, is_closed=is_closed):
        is_cut = address.start == 0 and start > 0 and data[start - 1] in _BEFORE
        is_cut |= words.startswith("\\", address.start - 1)
        if is_cut or not is_typed:
            raise RefusedError
        before, shown = words[at : address.start], words[address.start : address.end]
        if before:
            yield ("Text", before, first, first + len(before.encode()))
        first += len(before.encode())
        last = first + len(shown.encode())
        link = {"link_type": "Bare", "dest_url": address.target, "title": ""}
        yield ("+Link", link, first, last)
        yield ("Text", shown, first, last)
        yield ("-Link", None, first, last)
        at, first = address.end, last
    if at < len(words):
        yield ("Text", words[at:], first, end)


def _addresses(words: str, *, is_closed: bool) -> Iterator[Address]:
    """All addresses in ``words``; what reaches to their end may go on where that is not closed."""
    at = done = 0
    while sign := _SIGN.search(words, at):
        if not is_closed and not _STOP.search(words, sign.end()):
            raise RefusedError
        address = address_at(words, sign.start(), len(words))
        at = sign.end()
        if address is None or address.start < done:
            continue
        if sign[0] == "@" and "_" in words[address.start : sign.start()]:
            raise RefusedError  # to the rules a mark may part the name
        yield address
        at = done = address.end
