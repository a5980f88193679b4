"""The compiled reader's events, flattened."""

from site_builder.parse.fast.stream import read, references


def test_events():
    """What begins has a plus, what ends a minus; positions are bytes."""
    assert [event[0] for event in read("# é *b*\n")] == [
        *("+Heading", "Text", "+Emphasis", "Text", "-Emphasis", "-Heading"),
    ]
    assert read("é\n")[1] == ("Text", "é", 0, 2)


def test_references():
    """Where references are defined."""
    assert references("a\n\n[r]: /u\n") == [(3, 10)]
    assert references("a\n") == []


def test_absent(monkeypatch):
    """None where the package is not installed."""
    monkeypatch.setattr("site_builder.parse.fast.stream._reader", lambda: None)
    assert read("a\n") is None
