"""Texts of which each reader reads a share."""

from functools import partial

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_by_rules
from site_builder.parse.fast.text import draw
from site_builder.parse.markdown import render_markdown
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def drawn_of(text, **chosen):
    """A text as it is drawn."""
    place, settings = Place(path="x.md", line=1), MarkdownSettings(**chosen)
    return draw(text, partial(Notebook, text, place=place, settings=settings))


@pytest.mark.parametrize(
    "text",
    [
        "[a](b.md)\n\nhttps://c.org\n\n[d](e.md)\n\n![f](g.png 'h')\n\n![i](j.png)\n",
        "# a\n\n# a\n\n<p id='a-2'>b</p>\n\n# a\n\n# b {#c}\n\n# c\n",
        "| a |\n|---|\n\n- b\n\n  | c |\n  |---|\n  | ~~ |\n\n| d |\n|---|\n",
        "a[^x] b\n\nc\n\n[^y]: d\n\ne[^y]\n\n[^x]: f\n\n    g\n\nh\n",
        "[a][b] {c}\n\n[d][B]\n\n[b]: <e f> 'g'\n",
        "a\n\n$$\nb\n=\n$$\n\nc $x^2$ d\n\ne\n",
        "<div>\n\na\n\n</div>\n\nb\n\n<div>\n",
        "a\n\n<!-- b\n\n# c -->\n\n<!--more-->\n\n<!-- <d> -->\n\ne <!-- f -->\n",
        "a\n\n- [ ] b\n- [x] c\n\n> [!NOTE]\n> d\n\ne\n",
        "a {{ site.b }}\n\nc\n\n[d](javascript:e)\n\n[f](g) {% h %}\n",
        "> a\n\n<script>b</script>\n\n<style>c</style>\n\nd\n\n```js\nlet e\n```\n\n<f>\n",
    ],
)
def test_shared(text):
    """Slots, ids, tables, notes, references and Problems are those of one reader."""
    facts = {"path": "x.md", "first_line": 4, "settings": MarkdownSettings()}
    assert drawn_of(text).has_passages
    assert render_markdown(text, **facts) == render_by_rules(text, **facts)


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("~~a\n\nb\n", "~~a"),
        ("a\n\n~~b\n", "a"),
        ("- a\n\n> ~~b\n\n~~c\n", "~~c"),
        ("# a\n\nb\n\n~~c\n\n<!--more-->\n\nd\n", "b ~~c"),
        ("<!--more-->\n\na\n", "a"),
    ],
)
def test_excerpts(text, excerpt):
    """The paragraph that stands for a text is found whoever reads it."""
    drawn = drawn_of(text)
    assert drawn.facts.excerpt == excerpt
    assert (
        drawn.notebook.excerpt_html
        == render_by_rules(
            text, path="x.md", first_line=1, settings=MarkdownSettings()
        ).value.excerpt_html
    )


def test_what_shows_while_it_is_drawn():
    """Then the text is drawn once more, and that block by the rules."""
    drawn = drawn_of("[a](b.md)\n\n- c\n\n- \n\nd\n")
    assert drawn.has_passages
    assert drawn.notebook.references[0].slot == 0
    assert len(drawn.notebook.references) == 1


def test_nothing_for_the_rules():
    """Then they are not asked; nor are they for a comment, unless HTML is shown as typed."""
    assert not drawn_of("a\n\n- b\n").has_passages
    assert not drawn_of("a\n\n<!-- <b> -->\n").has_passages
    assert drawn_of("a\n\n<!-- <b> -->\n", raw_html=False).has_passages


def test_all_for_the_rules():
    """With smart quotes, with a limit that could be met, and with abbreviations."""
    assert drawn_of("a\n\nb\n", smart_quotes=True) is None
    assert drawn_of("> > > a\n\nb\n", max_nesting=3) is None
    assert drawn_of("*[A]: b\n\nA\n\nc\n") is None
    assert drawn_of("a `b` " * 20_000 + "\n\nc\n") is not None
    assert drawn_of("a `b` " * 30_000 + "\n\nc\n") is None
