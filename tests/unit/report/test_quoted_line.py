"""The quoted line and its caret."""

import pytest

from site_builder.report.quoted_line import caret_line, excerpt


@pytest.mark.parametrize(
    ("quote", "column", "expected"),
    [
        ("date: x", 7, "      ^"),
        ("\tdate", 2, "\t^"),
        ("题目: x", 5, "\u3000\u3000  ^"),
        ("e\u0301: x", 3, " ^"),
        ("date", 1, "^"),
        ("date", 9, "    ^"),
        ("date", 0, ""),
    ],
)
def test_the_caret_stands_below_its_character(quote: str, column: int, expected: str) -> None:
    """Tabs, wide letters and combining marks before it do not move the caret away."""
    assert caret_line(quote, column) == expected


@pytest.mark.parametrize("column", [1, 50, 51, 300, 951, 1000])
def test_a_long_line_is_cut_around_its_caret(column: int) -> None:
    """Of a paragraph in one line, the part around the mistake is shown, and the caret fits."""
    line = "".join(chr(0x4E00 + number) for number in range(1000))
    shown, at = excerpt(line, column)
    assert len(shown) <= 102
    assert shown[at - 1] == line[column - 1]


def test_a_long_line_without_a_column_is_shown_from_its_start() -> None:
    """Where only the line is known, its beginning is shown, without a caret."""
    assert excerpt("x" * 200, 0) == ("x" * 100 + "…", 0)
    assert excerpt("short", 3) == ("short", 3)
