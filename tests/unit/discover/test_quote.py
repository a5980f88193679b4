"""The line of the file that a Problem points at."""

from pathlib import Path

from site_builder.discover.quote import quote_lines
from site_builder.problems import Place, Problem


def test_the_line_is_quoted_as_it_stands(tmp_path: Path) -> None:
    """A message shows the author the very line, without a byte order mark or a CR."""
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbffirst\r\nsecond\r\n")
    place = Place(path="a.md", line=2, column=1)
    quoted = quote_lines([Problem(code="bad-date", message="m", place=place)], tmp_path)
    assert quoted[0].quote == "second"


def test_what_cannot_be_quoted_is_said_all_the_same(tmp_path: Path) -> None:
    """A Problem without a line, beyond the file or in a file that is gone stays a Problem."""
    (tmp_path / "a.md").write_text("one", encoding="utf-8")
    places = [None, Place(path="a.md"), Place(path="a.md", line=9), Place(path="b.md", line=1)]
    problems = [Problem(code="bad-date", message="m", place=place) for place in places]
    assert list(quote_lines(problems, tmp_path)) == problems
