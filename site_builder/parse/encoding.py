"""The bytes of a content file → its text, or why they are not text."""

from __future__ import annotations

import codecs
from typing import Final

from site_builder.problems import Outcome, Place, Problem

MAX_BYTES: Final = 16 * 1024 * 1024
"""Size of a content file, in bytes."""

MAX_LINES: Final = 30_000
"""Of a content file: a line costs time, however short it is."""

_HINT = "save the file as UTF-8, in your editor or with iconv -t UTF-8"


def read_text(data: bytes, path: str) -> Outcome[str]:
    """Decode UTF-8, drop one byte order mark, and end every line with LF.

    Problems, all without a value: ``size-limit``, ``bad-encoding`` with the line and the offset of
    the first byte that is not UTF-8, and ``empty-file`` for a file of nothing but white space.
    """
    if len(data) > MAX_BYTES:
        message = f"{len(data):,} bytes, more than the {MAX_BYTES:,} of a content file"
        return _refused("size-limit", Place(path=path), message, "split the text")
    wide = _wide_encoding(data)
    if wide:
        place = Place(path=path, line=1, column=1)
        return _refused("bad-encoding", place, f"the file is {wide} text, not UTF-8", _HINT)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.count("\n") if len(text) > MAX_LINES else 0
    if lines > MAX_LINES:
        message = f"{lines:,} lines, more than the {MAX_LINES:,} of a content file"
        return _refused("size-limit", Place(path=path), message, "split the text")
    if not text.strip():
        hint = "write something in it, or delete it"
        return _refused("empty-file", Place(path=path), "there is nothing in the file", hint)
    return Outcome(value=text)


def _wide_encoding(data: bytes) -> str:
    """Tell UTF-32 and UTF-16 by their byte order mark, or by NULs beside the first character."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    # Without a mark, an ASCII character in UTF-16 is a NUL and another byte.
    pairs = data[:64]
    nuls_first, nuls_second = pairs[::2].count(0), pairs[1::2].count(0)
    half = len(pairs) // 4
    return "UTF-16" if half and max(nuls_first, nuls_second) > half else ""


def _not_utf8(data: bytes, offset: int, path: str) -> Outcome[str]:
    # CRLF and CR count as one line end each, as they do in the text.
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode()
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    place = Place(path=path, line=line, column=column)
    message = f"byte 0x{data[offset]:02X} at offset {offset:,} is not UTF-8"
    return _refused("bad-encoding", place, message, _HINT)


def _refused(code: str, place: Place, message: str, hint: str) -> Outcome[str]:
    problem = Problem(code=code, message=message, place=place, hint=hint)
    return Outcome(value=None, problems=(problem,))
