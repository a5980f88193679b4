"""What is noted of a text while it is drawn."""

from site_builder.model.body import MarkdownSettings
from site_builder.parse.fast.notes import Notes
from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.fast.stream import read
from site_builder.parse.passages import Passages
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def notes_of(text, chosen=()):
    """Notes of a text, a notebook, and the passages that the rules read."""
    settings = MarkdownSettings()
    notebook = Notebook(text, place=Place(path="x.md", line=1), settings=settings)
    outline = Outline(text.encode(), read(text), has_gaps=False)
    lines = [outline.line_at(start) for start in outline.starts]
    passages = Passages(text, notebook, lines, chosen)
    return Notes(notebook, SaidByEvents(outline)), notebook, passages


def test_words_and_excerpt():
    """Words in their order; the first paragraph that stands by itself is the excerpt."""
    notes, notebook, _ = notes_of("a\n")
    notes.prose.append("a")
    notes.excerpts[False] = ("b", "<p>b</p>")
    notes.excerpts[True] = ("c", "<p>c</p>")
    facts = notes.facts()
    assert (facts.prose, facts.excerpt) == ("a", "c")
    assert notebook.excerpt_html == "<p>c</p>"


def test_a_passage():
    """Its HTML, words, code and numbers go where those of all blocks go."""
    notes, notebook, passages = notes_of("a\n\n- b\n\n```\nc\n```\n", chosen={0, 1, 2})
    notes.passage(passages.found[0])
    facts = notes.facts()
    assert "".join(notes.parts).startswith("<p>a</p>\n<ul>\n<li>b</li>")
    assert (facts.prose, facts.code, facts.excerpt) == ("a\nb", ("c\n",), "a")
    assert facts.counts(notebook.references).list_items == 1


def test_more():
    """What is before the mark is the excerpt, without headings of either reader."""
    notes, notebook, passages = notes_of("# a\n\nb\n\n<!--more-->\n\nc\n", chosen={0, 1, 2})
    begun = notes.begin_heading()
    notes.prose.append("x")
    notes.parts.append("<h2>x</h2>")
    notes.end_heading(begun)
    notes.passage(passages.found[0])
    assert notes.facts().excerpt == "b"
    assert notebook.excerpt_html == "<p>b</p>\n"
