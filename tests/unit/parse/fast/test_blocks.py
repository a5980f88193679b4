"""Blocks; tests/commonmark/test_readers_agree.py compares them with the rules."""

from functools import partial

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_by_rules
from site_builder.parse.fast.text import draw
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def drawn_of(text):
    """A text as it is drawn."""
    place = Place(path="x.md", line=1)
    return draw(text, partial(Notebook, text, place=place, settings=MarkdownSettings()))


@pytest.mark.parametrize(
    "text",
    [
        "# a\n\nb\n\nc\n=\n\n## a\n",
        "- a\n- b\n\n  c\n",
        "- a\n  > b\n- c\n  ```\n  d\n  ```\n  e\n",
        "3. a\n   1. b\n\n---\n",
        "> a\n> > b\n",
        "| a | b |\n|:-:|---|\n| c |\n\n| d |\n|---|\n",
        "    code\n\n~~~js x\nlet a\n~~~\n",
    ],
)
def test_html(text):
    """Each is drawn as the rules draw it, and not by them."""
    drawn = drawn_of(text)
    html, facts, notebook, has_passages = drawn
    assert not has_passages
    ruled = render_by_rules(text, path="x.md", first_line=1, settings=MarkdownSettings()).value
    assert html == ruled.html
    assert facts.counts(notebook.references) == ruled.counts
    assert facts.excerpt == ruled.excerpt
    assert tuple(notebook.headings) == ruled.headings


def test_two_excerpts():
    """The first paragraph that stands by itself comes before one in a list."""
    text = "- nested\n\ntop\n"
    drawn = drawn_of(text)
    assert drawn.facts.excerpt == "top"
    assert drawn.notebook.excerpt_html == "<p>top</p>"
