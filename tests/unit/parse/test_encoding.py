"""The bytes of a content file → its text."""

from __future__ import annotations

import pytest

from site_builder.parse import encoding
from site_builder.parse.encoding import read_text


def refused(data: bytes) -> str:
    """Read bytes that must be refused, and spell why."""
    outcome = read_text(data, "a.md")
    assert outcome.value is None
    (problem,) = outcome.problems
    return f"{problem.place}: {problem.message} ({problem.code})"


@pytest.mark.parametrize(
    "data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb\n"]
)
def test_line_ends_and_one_byte_order_mark_change_nothing(data: bytes) -> None:
    """Whatever the editor wrote, the text is the same."""
    assert read_text(data, "a.md").value == "a\nb\n"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named_with_how_to_convert_it(codec: str) -> None:
    """With or without its mark."""
    data = "---\ntitle: Bad post\n---\n\nBADBODY text.\n".encode(codec)
    name = "UTF-32" if codec == "utf-32" else "UTF-16"
    assert refused(data) == f"a.md:1:1: the file is {name} text, not UTF-8 (bad-encoding)"
    (problem,) = read_text(data, "a.md").problems
    assert problem.hint == "save the file as UTF-8, in your editor or with iconv -t UTF-8"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_byte_that_is_not_utf_8_is_named_with_line_and_offset(end: bytes) -> None:
    """Columns count characters, not bytes."""
    data = b"---" + end + "é caf".encode() + b"\xe9 x"
    offset = 3 + len(end) + 6
    expected = f"a.md:2:6: byte 0xE9 at offset {offset} is not UTF-8 (bad-encoding)"
    assert refused(data) == expected


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_file_without_a_word_is_empty(data: bytes) -> None:
    """The file as a whole is the place."""
    assert refused(data) == "a.md: there is nothing in the file (empty-file)"


def test_a_file_larger_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is good."""
    monkeypatch.setattr(encoding, "MAX_BYTES", 4)
    assert read_text(b"four", "a.md").value == "four"
    assert refused(b"fives") == ("a.md: 5 bytes, more than the 4 of a content file (size-limit)")


def test_a_nul_in_the_text_is_left_for_markdown_to_name() -> None:
    """One NUL is not UTF-16."""
    assert read_text(b"a long enough text with a\x00b in it\n", "a.md").value is not None


def test_lines():
    """More lines than a text may have are refused; each costs time, however short."""
    assert read_text(b"a\n" * 30_000, "x.md").value is not None
    (problem,) = read_text(b"a\n" * 30_001, "x.md").problems
    assert problem.code == "size-limit"
    assert "30,001 lines" in problem.message
