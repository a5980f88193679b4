"""What the header of a picture says: PNG, JPEG, GIF, WebP, AVIF, SVG. Nothing is decoded.

Every reader walks the parts of its format and stops at the first that is not whole, so a picture
that was cut off, or that is something else, has no header at all.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace

from site_builder.frozen import dataclass
from site_builder.parse.exif import Exif, read_exif
from site_builder.parse.svg_header import svg_size

_ANIMATED_WEBP = 0x02
_TURNED = range(5, 9)
"""EXIF orientations that exchange width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The facts of one picture."""

    media_type: str
    width: int
    """Pixels, as shown."""
    height: int
    is_still: bool = True
    is_drawn: bool = False
    """Whether it is made of shapes and not of pixels."""
    tells_place: bool = False


def read_header(data: bytes) -> Header | None:
    """Read the header of a picture; None for what is none, or is not whole."""
    try:
        header = next((read(data) for begins, read in _READERS if begins(data)), None)
        if header is None:
            size = svg_size(data)
            header = size and Header(
                media_type="image/svg+xml", width=size[0], height=size[1], is_drawn=True
            )
    except (struct.error, IndexError, ValueError):
        return None
    return header if header and header.width > 0 and header.height > 0 else None


def _png(data: bytes) -> Header | None:
    """W3C PNG, third edition, 5.3: chunks of length, type, data, CRC; IEND is the last."""
    header: Header | None = None
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, start = data[at + 4 : at + 8], at + 8
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", data, start)
            header = Header(media_type="image/png", width=width, height=height)
        elif header and kind == b"acTL":
            header = replace(header, is_still=False)
        elif header and kind == b"eXIf":
            header = _with_exif(header, read_exif(data[start : start + length]))
        elif kind == b"IEND":
            return header
        at = start + length + 4
    return None


_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG that begin a frame and say its size."""
_EXIF = b"Exif\0\0"


def _jpeg(data: bytes) -> Header | None:
    """ITU-T T.81, annex B: segments of marker and length up to the scan, and EOI after it.

    Phones leave a film behind the end of the picture, so EOI need not be the last.
    """
    exif = Exif()
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 because every marker begins with it
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 because a marker may be filled up with it
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker == 0xE1 and data.startswith(_EXIF, at + 4):  # noqa: PLR2004 because it is APP1
            exif = read_exif(data[at + 4 + len(_EXIF) : at + 2 + length])
        if marker in _FRAMES:
            if data.find(b"\xff\xd9", at) < 0:
                return None
            height, width = struct.unpack_from(">HH", data, at + 5)
            return _with_exif(Header(media_type="image/jpeg", width=width, height=height), exif)
        at += 2 + length


def _gif(data: bytes) -> Header | None:
    """GIF89a: a screen, then blocks; two pictures or more are an animation."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + _palette(flags)
    pictures = 0
    while data[at] != 0x3B:  # noqa: PLR2004 because it is the trailer
        if data[at] == 0x2C:  # noqa: PLR2004 because a picture begins with it
            pictures += 1
            at += 11 + _palette(data[at + 9])
        elif data[at] == 0x21:  # noqa: PLR2004 because an extension begins with it
            at += 2
        else:
            return None
        while data[at]:
            at += 1 + data[at]
        at += 1
    return Header(media_type="image/gif", width=width, height=height, is_still=pictures == 1)


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> Header | None:
    """RFC 9649: a RIFF container whose first chunk says the size."""
    (size,) = struct.unpack_from("<I", data, 4)
    if size + 8 > len(data):
        return None
    kind = data[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return Header(media_type="image/webp", width=width & 0x3FFF, height=height & 0x3FFF)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return Header(
            media_type="image/webp", width=(bits & 0x3FFF) + 1, height=(bits >> 14 & 0x3FFF) + 1
        )
    header = Header(
        media_type="image/webp",
        width=int.from_bytes(data[24:27], "little") + 1,
        height=int.from_bytes(data[27:30], "little") + 1,
        is_still=not data[20] & _ANIMATED_WEBP,
    )
    at = 12
    while at + 8 <= size + 8:
        name, (length,) = data[at : at + 4], struct.unpack_from("<I", data, at + 4)
        if name == b"EXIF":
            raw = data[at + 8 : at + 8 + length]
            header = _with_exif(header, read_exif(raw.removeprefix(_EXIF)))
        at += 8 + length + length % 2
    return header


def _avif(data: bytes) -> Header | None:
    """ISO/IEC 23008-12: boxes in boxes; the first ``ispe`` of the properties is the size."""
    boxes = {name: (start, end) for name, start, end in _boxes(data, 0, len(data))}
    if b"mdat" not in boxes or b"meta" not in boxes:
        return None
    sizes: list[tuple[int, int]] = []
    turns = 0
    start, end = boxes[b"meta"]
    for name, begin, _ in _inside(data, start + 4, end, b"iprp", b"ipco"):
        if name == b"ispe":
            width, height = struct.unpack_from(">II", data, begin + 4)
            sizes.append((width, height))
        elif name == b"irot":
            turns = data[begin] & 3
    if not sizes:
        return None
    width, height = max(sizes)
    if turns % 2:
        width, height = height, width
    is_still = data[8:12] != b"avis"
    return Header(media_type="image/avif", width=width, height=height, is_still=is_still)


def _inside(data: bytes, start: int, end: int, *path: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The boxes inside the box that ``path`` leads to."""
    if not path:
        yield from _boxes(data, start, end)
        return
    for name, begin, stop in _boxes(data, start, end):
        if name == path[0]:
            yield from _inside(data, begin, stop, *path[1:])


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(Name, start, end) of each box; raises ValueError for one that is not whole."""
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start)
            start += 8
        stop = at + size if size else end
        if stop > end or stop < start:
            raise ValueError(name)
        yield name, start, stop
        at = stop


def _with_exif(header: Header, exif: Exif) -> Header:
    header = replace(header, tells_place=header.tells_place or exif.tells_place)
    if exif.orientation in _TURNED:
        return replace(header, width=header.height, height=header.width)
    return header


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Header | None]], ...] = (
    (lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    (lambda data: data.startswith(b"\xff\xd8"), _jpeg),
    (lambda data: data[:6] in {b"GIF87a", b"GIF89a"}, _gif),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    (lambda data: data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis", b"mif1"}, _avif),
)
"""How a format begins, and who reads it."""
