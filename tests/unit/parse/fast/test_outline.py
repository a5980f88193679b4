"""Where the outermost blocks of a text are."""

from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.stream import read


def outline_of(text):
    """The outline of a text."""
    return Outline(text.encode(), read(text), has_gaps=True)


def test_blocks():
    """Each has a kind, its events and the byte at which it begins."""
    outline = outline_of("é\n\n- b\n\n  c\n")
    assert [outline.kind(number) for number in range(len(outline))] == ["+Paragraph", "+List"]
    assert outline.starts == [0, 4]
    assert [event[0] for event in outline.events_of(0)] == ["+Paragraph", "Text", "-Paragraph"]
    assert (outline.end(0), outline.end(1)) == (4, 13)
    assert (outline.at(3), outline.at(4)) == (0, 1)


def test_what_lies_between():
    """Definitions of references are a block without events; empty lines are nothing."""
    outline = outline_of("\n[r]: /u\n\na\n\n [s]: /v\n")
    assert [outline.is_gap(number) for number in range(len(outline))] == [True, False, True]
    assert outline.starts == [1, 10, 14]
    assert outline.kind(2) == ""


def test_apart():
    """A block is apart below an empty line, at the edge of its own."""
    outline = outline_of("a\n# b\n\nc\n\n  d\n\n    e\n")
    assert [outline.is_apart(number) for number in range(5)] == [True, False, True, False, False]
    assert [outline.line_end_before(number) for number in range(3)] == [0, 1, 6]


def test_lines():
    """Lines are counted from 0, whatever was asked before."""
    outline = outline_of("a\n\nb\n")
    assert [outline.line_at(byte) for byte in (3, 0, 2)] == [2, 0, 1]


def test_other_events():
    """Some blocks may get other events; their numbers stay."""
    outline = outline_of("a\n\nb\n\nc\n")
    outline.rewrite({1: [("Rule", None, 3, 4)]})
    assert [outline.kind(number) for number in range(3)] == ["+Paragraph", "Rule", "+Paragraph"]
    assert outline.events_of(2)[1][1] == "c"
