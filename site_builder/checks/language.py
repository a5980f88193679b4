"""Is every text, and every paragraph of it, in the language that it claims?"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.body import ForeignText
from site_builder.model.document import Document
from site_builder.model.language import known_language
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem


def check_language(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``wrong-language`` for a whole text, else ``foreign-paragraph`` for each piece."""
    for document in site.by_path.values():
        for foreign in document.foreign:
            yield _problem(document, foreign)


def _problem(document: Document, foreign: ForeignText) -> Problem:
    claimed = document.meta.language
    seems = _named(foreign.language)
    place = Place(path=document.path, line=foreign.line)
    if foreign.is_whole:
        return Problem(
            code="wrong-language",
            message=f"this text claims {_named(claimed.value)}, but reads like {seems}",
            place=place,
            hint=f"it has its language from the {claimed.rule}",
        )
    return Problem(
        code="foreign-paragraph",
        message=f"a paragraph that reads like {seems} in a text in {_named(claimed.value)}",
        place=place,
        hint=f"translate it, or mark it with {{lang={foreign.language}}} on the line before",
    )


def _named(word: str) -> str:
    known = known_language(word)
    return f"{known.name} ({known.tag})" if known else word
