"""How translations stand: a Site in, a table out. ``report`` draws it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from site_builder.assemble.states import standings
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.ledger import State
from site_builder.model.site import Site
from site_builder.model.status import LanguageStatus, Standing, StatusTable, WorkStatus
from site_builder.model.words import did_you_mean
from site_builder.model.work import Work
from site_builder.problems import Outcome, Problem


def status_table(
    site: Site, title: str, languages: Iterable[Language], paths: Collection[str] = ()
) -> StatusTable:
    """Ask about these ``languages``; with ``paths``, only about these documents and their works.

    The path of an original asks about all its translations, that of a translation about this one.
    """
    languages = tuple(languages)
    works = []
    for work, found in standings(site, languages):
        asked = asked_for(work, found, paths)
        if asked:
            works.append(_work(work, asked))
    works.sort(key=lambda one: one.path)
    works.sort(key=lambda one: one.day, reverse=True)
    return StatusTable(title=title, languages=_rows(languages, works), works=tuple(works))


def known_languages(words: Iterable[str], config: Config) -> Outcome[tuple[Language, ...]]:
    """The languages that ``words`` name, in the site's order; all when there are none.

    Problems: ``unknown-language``.
    """
    asked = {word: config.resolve_language(word) for word in words}
    codes = [language.code for language in config.languages]
    problems = []
    for word, language in asked.items():
        if language is None:
            meant = did_you_mean(word, codes)
            problems.append(
                Problem(
                    code="unknown-language",
                    message=f'"{word}" is not a language of this site ({", ".join(codes)})',
                    hint=f'did you mean "{meant}"?' if meant else "",
                )
            )
    chosen = tuple(one for one in config.languages if not asked or one in asked.values())
    return Outcome(value=None if problems else chosen, problems=tuple(problems))


def asked_for(
    work: Work, found: tuple[Standing, ...], paths: Collection[str]
) -> tuple[Standing, ...]:
    """Those of the standings that ``paths`` ask for; all when there are none."""
    if not paths or (work.original is not None and work.original.path in paths):
        return found
    return tuple(one for one in found if one.document and one.document.path in paths)


def _work(work: Work, found: tuple[Standing, ...]) -> WorkStatus:
    first: Document = work.original or work.documents[0]
    date = first.meta.date
    return WorkStatus(
        path=first.path,
        has_original=work.original is not None,
        title=first.meta.title.value,
        day=date.value.day if date else "",
        standings=found,
    )


def _rows(languages: Iterable[Language], works: Iterable[WorkStatus]) -> tuple[LanguageStatus, ...]:
    counts = {language.code: dict.fromkeys(State, 0) for language in languages}
    for work in works:
        for one in work.standings:
            counts[one.language][one.state] += 1
    return tuple(
        LanguageStatus(language=language, counts=counts[language.code]) for language in languages
    )
