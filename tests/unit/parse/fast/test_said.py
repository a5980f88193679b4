"""What pieces of a text say; tests/commonmark/test_readers_agree.py compares it with the rules."""

from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.fast.stream import read


def test_words():
    """Words without code, pictures and addresses; where they begin; what is quoted."""
    text = "*a* `b` ![c](d.png) e\n\n> f\n"
    stream = read(text)
    events = stream.events
    said = SaidByEvents(Outline(text.encode(), stream, has_gaps=False))
    end = [event[0] for event in events].index("-Paragraph")
    said.ranges += [(0, end, 0), (end + 2, len(events) - 2, 25)]
    said.quote()
    assert said.words(0).split() == ["a", "e"]
    assert (said.line(0), said.line(1)) == (0, 2)
    assert said.words(1) == "f"
    assert said.apart() == {1}


class Other:
    """Says something else."""

    def apart(self):
        return {3}

    def words(self, number):
        return f"words {number}"

    def line(self, number):
        return number + 10


def test_elsewhere():
    """About some pieces another is asked, by its own numbers."""
    said = SaidByEvents(Outline(b"a\n", read("a\n"), has_gaps=False))
    said.ranges.append((0, 3, 0))
    said.note_elsewhere(Other(), 3)
    said.note_elsewhere(Other(), 4)
    assert [said.words(number) for number in range(3)] == ["a", "words 3", "words 4"]
    assert [said.line(number) for number in range(3)] == [0, 13, 14]
    assert said.apart() == {1}
