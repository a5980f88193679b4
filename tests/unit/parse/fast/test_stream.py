"""The compiled reader's events, flattened."""

from site_builder.parse.fast.stream import read, references


def test_events():
    """What begins has a plus, what ends a minus; positions are bytes."""
    assert [event[0] for event in read("# é *b*\n").events] == [
        *("+Heading", "Text", "+Emphasis", "Text", "-Emphasis", "-Heading"),
    ]
    assert read("é\n").events[1] == ("Text", "é", 0, 2)


def test_references():
    """What references stand for, and where that is said."""
    assert references('a\n\n[R]: /u "t"\n') == {"R": ("/u", "t", 3, 14)}
    assert references("a\n") == {}


def test_outermost():
    """Which events begin a block that is inside no other."""
    events, outermost = read("- a\n\n  b\n\n---\n\n# c\n")
    assert [events[at][0] for at in outermost] == ["+List", "Rule", "+Heading"]


def test_absent(monkeypatch):
    """None where the package is not installed."""
    monkeypatch.setattr("site_builder.parse.fast.stream._reader", lambda: None)
    assert read("a\n") is None
