"""How a Problem is spelled: once, in order, and without steering who reads it."""

from dataclasses import replace

import pytest

from site_builder.problems import Place, Problem, Severity
from site_builder.report.spelling import (
    annotation,
    as_json,
    folded,
    gathered,
    others,
    quote,
    severities,
    tally,
    visible,
)

WARNING = Problem(
    code="unknown-key",
    message="m",
    place=Place(path="b.md", line=3, column=2),
    hint="h",
    quote="q: x",
)
ERROR = Problem(code="machine", message="the disk is full")


def test_problems_stand_in_the_order_of_their_places() -> None:
    """Those of the machine first; the same words of one file are one, at the first line."""
    again = replace(WARNING, place=Place(path="b.md", line=9))
    first = replace(WARNING, place=Place(path="a.md", line=5))
    found = list(folded([again, WARNING, first, ERROR]))
    assert found == [(ERROR, 1), (first, 1), (WARNING, 2)]


def test_what_is_said_of_many_files_is_gathered_where_it_is_said_first() -> None:
    """Its other places follow; other words, and troubles without a place, stay by themselves."""
    many = [replace(WARNING, place=Place(path=f"{name}.md", line=1)) for name in "cabdefghij"]
    found = list(gathered([*many, WARNING, replace(WARNING, message="n"), ERROR, ERROR]))
    assert [one.problem.message for one in found] == ["the disk is full", "m", "n"]
    assert found[1].problem.place == Place(path="a.md", line=1)
    assert [place.path for place in found[1].elsewhere] == [f"{name}.md" for name in "bcdefghij"]


def test_of_many_places_a_few_are_named() -> None:
    """The number of the rest, and how to see them."""
    places = [Place(path=f"{number}.md", line=1) for number in range(1_003)]
    assert others(places[:2]) == "0.md:1, 1.md:1"
    assert others(places).endswith("2.md:1, and 1,000 more; --json names all")


def test_a_caret_stands_below_the_place_and_not_without_one() -> None:
    """A file as a whole has no line to quote."""
    line, caret = quote(WARNING)
    assert line[caret.index("^")] == ":"
    assert quote(replace(WARNING, place=Place(path="b.md"), quote="")) == []
    assert quote(ERROR) == []


@pytest.mark.parametrize("typed", ["a\x1b[2Jb", "a\u202eb", "a\rb", "a\x07b"])
def test_a_text_cannot_steer_a_terminal(typed: str) -> None:
    """What has no shape of its own is spelled; letters of every script are not."""
    shown = visible(typed)
    assert shown.isprintable()
    assert shown.startswith("a\\")
    assert visible("हिन्दी\t中文") == "हिन्दी\t中文"


def test_an_annotation_is_one_line_whatever_is_in_it() -> None:
    """GitHub reads a line end as the end of the command."""
    spelled = annotation(replace(WARNING, message="100%\r\n::error::x"))
    assert spelled == "::warning file=b.md,line=3,title=unknown-key::100%25%0D%0A::error::x"
    place = Place(path="a,line=9\n::stop-commands::x.md", line=1)
    spelled = annotation(replace(WARNING, place=place))
    assert spelled.startswith("::warning file=a%2Cline=9%0A%3A%3Astop-commands%3A%3Ax.md,line=1,")
    assert annotation(ERROR) == "::error title=machine::the disk is full"


def test_an_object_has_every_fact() -> None:
    """A trouble of the machine has no file, which is null and not a word."""
    assert as_json(WARNING, 2) == {
        "event": "problem",
        "severity": "warning",
        "code": "unknown-key",
        "message": "m",
        "hint": "h",
        "file": "b.md",
        "line": 3,
        "column": 2,
        "quote": "q: x",
        "times": 2,
    }
    assert as_json(ERROR, 1)["file"] is None


def test_the_tally_counts_what_is_to_be_mended() -> None:
    """Every file once, the worst first; nothing where nothing is."""
    many = [replace(WARNING, place=Place(path=f"{name}.md", line=1)) for name in "abcde"]
    counts = severities([*many, *many, ERROR])
    assert counts == {Severity.ERROR: 1, Severity.WARNING: 5, Severity.NOTE: 0}
    assert tally(counts) == "1 error, 5 warnings"
    assert tally(severities([])) == ""
