"""Which language a text is in: ``lang`` > suffix > folder > default, and all must agree."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.config import find_language
from site_builder.model.meta import DEFAULT, FILE_NAME, FOLDER, Decided, FrontMatter
from site_builder.model.settings import ParseSettings
from site_builder.model.source import NameFacts, Source
from site_builder.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One place that says a language."""

    word: str
    rule: str
    place: Place


def decide_language(
    source: Source,
    name: NameFacts,
    front: FrontMatter,
    settings: ParseSettings,
    problems: list[Problem],
) -> Decided[str]:
    """``lang`` > suffix > folder > default; two places that disagree are a Problem."""
    whole = Place(path=source.path)
    said = []
    if front.lang is not None:
        said.append(_Said(word=front.lang.value, rule=front.lang.rule, place=front.lang.place))
    if name.suffix:
        said.append(_Said(word=name.suffix, rule=FILE_NAME, place=whole))
    if name.folder:
        said.append(_Said(word=name.folder, rule=FOLDER, place=whole))
    decided: Decided[str] | None = None
    for one in said:
        found = find_language(one.word, settings.languages)
        if found is None:
            # Only front matter can name a language the site does not have, and has said so.
            continue
        if decided is None:
            decided = Decided(value=found.code, rule=one.rule, place=one.place)
        elif found.code != decided.value:
            problems.append(_conflict(decided, one))
    default = Decided(value=settings.default_language, rule=DEFAULT, place=Place(path="site.yml"))
    return decided or default


def _conflict(decided: Decided[str], other: _Said) -> Problem:
    return Problem(
        code="language-conflict",
        message=(
            f'the {decided.rule} says the language is "{decided.value}", '
            f'the {other.rule} says "{other.word}"'
        ),
        place=decided.place,
        hint="let both say the same, or leave one out",
    )
