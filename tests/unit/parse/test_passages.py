"""The passages of a text that only the rules can read."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.passages import Passages, normalised
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def passages_of(text, lines, chosen):
    """What the rules read of a text whose blocks begin at these lines."""
    settings = MarkdownSettings()
    notebook = Notebook(text, place=Place(path="x.md", line=1), settings=settings)
    return Passages(text, notebook, lines, chosen)


@pytest.mark.parametrize(
    ("text", "lines", "chosen", "found"),
    [
        ("a\n\nb\n\nc\n", [0, 2, 4], {1}, {1: 2}),
        ("a\n\nb\n\nc\n", [0, 2, 4], {0, 2}, {0: 1, 2: 3}),
        ("a\n\nb\n\nc\n", [0, 2, 4], {0, 1}, {0: 2}),
        ("<!--\n\n# a\n\n-->\n\nb\n", [0, 2, 4, 6], {0}, {0: 3}),
        ("$$\na\n=\n$$\n\nb\n", [0, 3, 5], {0}, {0: 2}),
    ],
)
def test_where_readers_meet(text, lines, chosen, found):
    """A passage goes on until both readers begin a block, which need not be its own end."""
    passages = passages_of(text, lines, chosen)
    assert {number: passage.end for number, passage in passages.found.items()} == found


def test_html():
    """Blocks of a passage are drawn with what the whole text defines, notes at the end."""
    text = "a[^1]\n\nb\n\n[c][d]\n\ng\n\n[^1]: e\n\n[d]: /f\n"
    passages = passages_of(text, [0, 2, 4, 6, 8, 10], {0, 2, 4, 5})
    assert "".join(passages.found[2].draw()) == "<p><a\x000:href\x00>c</a></p>\n"
    assert "footnote-ref" in "".join(passages.found[0].draw())
    assert "".join(passages.found[4].draw()) == ""
    assert "".join(passages.tail.draw()).startswith('<section class="footnotes"')
    assert passages.references() == {"D": ("/f", "")}
    assert passages.typed_ids == ["fnref1", "fn1"]


def test_headings():
    """A heading has an id that no other has, whoever reads the other."""
    passages = passages_of("a\n\n# b\n", [0, 2], {1})
    assert passages.ids.give("b") == "b"
    assert '<h1 id="b-1">' in "".join(passages.found[1].draw())


def test_parts():
    """Marks for more part a passage."""
    passages = passages_of("# a\n\nb\n\n<!--more-->\n\nc\n", [0, 2, 4, 6], {0, 1, 2, 3})
    first, second = passages.found[0].parts()
    assert [words for words, _ in first.words()] == ["a", "b"]
    assert list(first.headings()) == [(0, 3, 0, 1)]
    assert (first.excerpt().words, first.excerpt().is_alone) == ("b", True)
    assert second.excerpt().words == "c"


def test_labels():
    """Labels are compared without case, white space folded."""
    assert normalised(" Foo\n bar ") == "FOO BAR"
