"""kramdown's attributes; tests/cases/markdown/from_jekyll.md has more."""

import pytest


@pytest.mark.parametrize(
    "typed", ["{: .a onclick='x' }", "{: reference}", "{::comment}", "{:.a data-x=1}"]
)
def test_told(read, typed):
    """What cannot be followed is shown as typed, and is a warning with its line."""
    outcome = read(f"text\n{typed}")
    (problem,) = outcome.problems
    assert (problem.code, problem.place.line) == ("foreign-markup", 11)
    assert "{:" in outcome.value.html


def test_table(read):
    """Attributes that touch a table are a row of it, which is told."""
    (problem,) = read("| a |\n|---|\n| b |\n{: .x}").problems
    assert problem.code == "foreign-markup"


def test_safe(body):
    """Attributes that could run code or bring a style are dropped, as in any list."""
    assert body('a\n{: .x style="color:red"}').html == '<p class="x">a</p>\n'


def test_alone(read):
    """Attributes without a block are told."""
    assert [p.code for p in read("{: .x}").problems] == ["foreign-markup"]
