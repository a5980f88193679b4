"""Blocks; tests/commonmark/test_readers_agree.py compares them with the rules."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_by_rules
from site_builder.parse.fast.blocks import draw
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


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
    notebook = Notebook(text, place=Place(path="x.md", line=1), settings=MarkdownSettings())
    html, facts = draw(text, notebook)
    ruled = render_by_rules(text, path="x.md", first_line=1, settings=MarkdownSettings()).value
    assert html == ruled.html
    assert facts.counts(notebook.references) == ruled.counts
    assert facts.excerpt == ruled.excerpt
    assert tuple(notebook.headings) == ruled.headings


def test_two_excerpts():
    """The first paragraph that stands by itself comes before one in a list."""
    text = "- nested\n\ntop\n"
    notebook = Notebook(text, place=Place(path="x.md", line=1), settings=MarkdownSettings())
    assert draw(text, notebook)[1].excerpt == "top"
    assert notebook.excerpt_html == "<p>top</p>"
