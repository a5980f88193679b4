"""The notes about one text."""

from site_builder.model.body import MarkdownSettings
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def notebook(source, column=0):
    place = Place(path="x.md", line=5, column=column)
    return Notebook(source, place=place, settings=MarkdownSettings(), first_slot=3)


def test_slots():
    """Slots are numbered from the first one asked for, and carry their attribute."""
    notes = notebook("a b")
    assert notes.slot("link", "href", "a") == "\x003:href\x00"
    assert notes.slot("image", "src", "b") == "\x004:src\x00"
    assert [r.column for r in notes.references] == [1, 3]


def test_column_of_the_first_line():
    """A text that begins inside a line counts on from there, in that line only."""
    notes = notebook("a\nb", column=10)
    notes.slot("link", "href", "a")
    notes.slot("link", "href", "b")
    assert [(r.line, r.column) for r in notes.references] == [(5, 10), (6, 1)]


def test_not_found():
    """What cannot be found is at the line reached so far."""
    notes = notebook("a\nb\nc")
    notes.enter([1, 3])
    notes.next_line()
    notes.slot("link", "href", "z")
    assert [(r.line, r.column) for r in notes.references] == [(7, 1)]


def test_refused_once():
    """The same link in the same block is told once."""
    notes = notebook("[a](javascript:x)")
    notes.refuse("javascript:x")
    notes.refuse("javascript:x")
    (problem,) = notes.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("unsafe-link", 5, 5)


def test_spending():
    """Growth ends when the allowance is used up, and is told once."""
    notes = notebook("short")
    assert notes.spend(999_999)
    assert not notes.spend(10)
    assert not notes.spend(10)
    assert [problem.code for problem in notes.problems] == ["size-limit"]
