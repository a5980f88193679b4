"""Why a page is as it is, as people read it."""

from site_builder.model.explanation import Explanation, Fact
from site_builder.problems import Place
from site_builder.report.explanation import explanation_lines, explanation_objects

TOLD = Explanation(
    subject="https://example.org/es/",
    path="a.md",
    facts=(
        Fact(name="language", value="es", rule="front matter", place=Place(path="a.md", line=2)),
        Fact(name="file", value="es/\x1b[2Jx", rule="as it is"),
        Fact(
            name="tags", value="a", rule="front matter", place=Place(path="b.md", line=3, column=4)
        ),
        Fact(name="slug", value="b", rule="file name", place=Place(path="a.md")),
    ),
)


def test_a_fact_is_a_line() -> None:
    """Name, value, and the reason standing back; a title cannot steer the terminal.

    The path of the text is said once.
    """
    lines = explanation_lines(TOLD, lambda text, colour: f"<{colour}:{text}>")
    assert list(lines) == [
        " https://example.org/es/   <2:a.md>",
        "   language  es  <2:· front matter, line 2>",
        "   file      es/\\x1b[2Jx  <2:· as it is>",
        "   tags      a  <2:· front matter, b.md:3:4>",
        "   slug      b  <2:· file name>",
    ]


def test_a_fact_is_an_object() -> None:
    """With file, line and column apart."""
    first, second, *_ = explanation_objects(TOLD)
    assert first == {
        "event": "explained",
        "subject": "https://example.org/es/",
        "name": "language",
        "value": "es",
        "rule": "front matter",
        "file": "a.md",
        "line": 2,
        "column": 0,
    }
    assert second["file"] is None
