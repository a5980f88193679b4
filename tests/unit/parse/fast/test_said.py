"""What pieces of a text say; tests/commonmark/test_readers_agree.py compares it with the rules."""

from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.fast.stream import read


def test_words():
    """Words without code, pictures and addresses; where they begin; what is quoted."""
    text = "*a* `b` ![c](d.png) e\n\n> f\n"
    events = read(text)
    said = SaidByEvents(events, lambda byte: text.encode().count(b"\n", 0, byte))
    end = [event[0] for event in events].index("-Paragraph")
    said.ranges += [(0, end, 0), (end + 2, len(events) - 2, 25)]
    said.quote()
    assert said.words(0).split() == ["a", "e"]
    assert (said.line(0), said.line(1)) == (0, 2)
    assert said.words(1) == "f"
    assert said.apart() == {1}
