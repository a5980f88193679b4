"""Blocks of words; tests/commonmark/test_readers_agree.py compares them with the rules."""

from functools import partial

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.fast.text import draw
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def drawn_of(text, line):
    """A text that begins at this line, as it is drawn."""
    place = Place(path="x.md", line=line)
    return draw(text, partial(Notebook, text, place=place, settings=MarkdownSettings()))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b* **c** `d`\n", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"),
        ("中\n文\n", "<p>中文</p>\n"),
        ("中*文*\n**字**\n", "<p>中<em>文</em><strong>字</strong></p>\n"),
        ("a\nb  \nc\n", "<p>a\nb<br>\nc</p>\n"),
        ('[a](b "c")\n', '<p><a\x000:href\x00 title="c">a</a></p>\n'),
        ("![a\nb](c)\n", '<p><img\x000:src\x00 alt="a b" loading="lazy" decoding="async"></p>\n'),
        ("<a@b.org>\n", "<p><a\x000:href\x00>a@b.org</a></p>\n"),
    ],
)
def test_html(text, html):
    """Each is drawn as the rules draw it."""
    assert drawn_of(text, 1).html == html


def test_places():
    """A link knows its line and column, in characters, though events count bytes."""
    text = "é\n中文 [a](b.md)\n"
    references = drawn_of(text, 5).notebook.references
    assert [(r.line, r.column, r.text) for r in references] == [(6, 8, "a")]
