"""Which language a text is in: ``lang`` > suffix > folder > default, and all must agree."""

from __future__ import annotations

from site_builder.frozen import dataclass
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
    shown: str
    """The place in the words of a message."""


def decide_language(
    source: Source,
    name: NameFacts,
    front: FrontMatter,
    settings: ParseSettings,
    problems: list[Problem],
) -> Decided[str]:
    """``lang`` > suffix > folder > default; two places that disagree are a Problem."""
    # Only front matter can name a language that the site does not have, and has said so.
    heard = [
        (one, found)
        for one in _all_said(source, name, front)
        if (found := find_language(one.word, settings.languages))
    ]
    if not heard:
        place = Place(path="site.yml")
        return Decided(value=settings.default_language, rule=DEFAULT, place=place)
    first, language = heard[0]
    problems += [_conflict(first, one) for one, found in heard if found.code != language.code]
    return Decided(value=language.code, rule=first.rule, place=first.place)


def _all_said(source: Source, name: NameFacts, front: FrontMatter) -> list[_Said]:
    """What each place says, the strongest first."""
    whole = Place(path=source.path)
    said = []
    if front.lang is not None:
        word, place = front.lang.value, front.lang.place
        said.append(_Said(word=word, rule=front.lang.rule, place=place, shown="the front matter"))
    if name.suffix:
        shown = f"the name {source.path.rpartition('/')[2]}"
        said.append(_Said(word=name.suffix, rule=FILE_NAME, place=whole, shown=shown))
    if name.folder:
        shown = f"the folder {name.folder}/"
        said.append(_Said(word=name.folder, rule=FOLDER, place=whole, shown=shown))
    return said


def _conflict(decided: _Said, other: _Said) -> Problem:
    hint = "let both say the same, or leave one out"
    if other.rule == FILE_NAME:
        stem, _, ending = other.place.path.rpartition("/")[2].rpartition(".")
        mended = f"{stem}-{decided.word}.{ending}"
        hint = f'let both say the same; if "{other.word}" belongs to the slug, name it {mended}'
    return Problem(
        code="language-conflict",
        message=(
            f'{decided.shown} says the language is "{decided.word}", '
            f'{other.shown} says "{other.word}"'
        ),
        place=decided.place,
        hint=hint,
    )
