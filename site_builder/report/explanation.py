"""Why a page is as it is, as lines for people and as JSON objects.

https://example.org/es/hola/   content/posts/2023-01-02-hola-es.md
title      Hola      front matter       line 2:8
address    /es/hola/ permalink: /:slug/ site.yml:5:1
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from site_builder.model.explanation import Explanation
from site_builder.problems import Place
from site_builder.report.spelling import visible

Paint = Callable[[str, str], str]
_QUIET = "2"
"""Faint (ECMA-48 SGR): the reasons stand back behind the values."""


def explanation_lines(explanation: Explanation, paint: Paint) -> Iterator[str]:
    """One fact a line: its name, its value, the rule, the place; the path of the text once."""
    subject = visible(explanation.subject)
    path = visible(explanation.path)
    yield f" {subject}   {paint(path, _QUIET)}" if path not in {"", subject} else f" {subject}"
    widest = max(len(fact.name) for fact in explanation.facts)
    for fact in explanation.facts:
        reason = ", ".join(filter(None, (fact.rule, _where(fact.place, explanation.path))))
        quiet = paint(f"· {visible(reason)}", _QUIET)
        yield f"   {fact.name:<{widest}}  {visible(fact.value)}  {quiet}"


def explanation_objects(explanation: Explanation) -> Iterator[Mapping[str, object]]:
    """One object a fact."""
    for fact in explanation.facts:
        yield {
            "event": "explained",
            "subject": explanation.subject,
            "name": fact.name,
            "value": fact.value,
            "rule": fact.rule,
            "file": fact.place.path if fact.place else None,
            "line": fact.place.line if fact.place else None,
            "column": fact.place.column if fact.place else None,
        }


def _where(place: Place | None, own: str) -> str:
    """A place; of the text itself, which is named already, only the line and the column."""
    if place is None:
        return ""
    if place.path != own:
        return str(place)
    numbers = str(place).removeprefix(own).removeprefix(":")
    return f"line {numbers}" if numbers else ""
