"""Markdown text in, body HTML and facts out: a pure function.

The language is CommonMark 0.31 with GitHub's tables, strikethrough, task lists, alerts and bare
addresses, footnotes, definition lists, attributes, abbreviations and formulas; for every script, as
``rules/scanning.py`` explains. What it is, ``by_rules.py`` says; ``fast/`` reads the plainer
blocks, and gives what the rules give.

Where a text without any of these would be drawn otherwise by CommonMark: a picture alone in its
paragraph with a title is a figure, bare addresses are links, headings and code have our markup.
"""

from __future__ import annotations

from functools import partial

from site_builder.model.body import Body, MarkdownSettings
from site_builder.parse.body import body_of, outgrows, script_digests
from site_builder.parse.cleaning import cleaned
from site_builder.parse.fast.text import draw
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Outcome, Place


def render_markdown(
    text: str, *, path: str, first_line: int, settings: MarkdownSettings
) -> Outcome[Body]:
    """Turn the Markdown of the file ``path`` into a Body; ``first_line`` is where it begins there.

    Problems: ``control-character`` (replaced by U+FFFD), ``unsafe-link`` (left as text),
    ``foreign-markup`` (Liquid and kramdown, shown as typed), ``too-dense`` (marks, shown as typed),
    ``nesting-limit`` (the inner blocks are not in the HTML), ``bad-value`` (a formula that cannot
    be read is shown as typed), ``size-limit`` (HTML more than 20 times as long as the text and
    longer than a million characters), ``unbalanced-html`` and ``unknown-element`` in raw HTML.
    """
    place = Place(path=path, line=first_line)
    clean, typed, problems = cleaned(text, place)
    new = partial(Notebook, clean, place=place, settings=settings, typed=typed)
    drawn = None if settings.is_html else draw(clean, new)
    # The line at which a text grew too long is where the rules were when they drew it.
    if drawn is None or outgrows(drawn.html, drawn.notebook):
        # The rules, and the library that they are taught to, are imported at the first such text.
        from site_builder.parse.by_rules import render_by_rules

        return render_by_rules(text, path=path, first_line=first_line, settings=settings)
    notebook = drawn.notebook
    # Only the rules read HTML of its author's.
    scripts = script_digests(drawn.html) if drawn.has_passages and settings.raw_html else ()
    body = body_of(drawn.html, notebook, drawn.facts, scripts)
    return Outcome(value=body, problems=(*problems, *notebook.problems))
