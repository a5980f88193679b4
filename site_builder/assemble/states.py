"""How every work stands in every language of the site, seen from its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.model.language import Language
from site_builder.model.ledger import Ledger, State
from site_builder.model.site import Site
from site_builder.model.status import Standing
from site_builder.model.work import Work


def standings(
    site: Site, languages: Sequence[Language]
) -> Iterator[tuple[Work, tuple[Standing, ...]]]:
    """Every public work with its standings, in the order of ``languages``.

    The language of the original has none. Who is not public is not there: a draft is missing.
    """
    codes = [language.code for language in languages]
    for work in site.works:
        yield work, tuple(_standings(work, codes, site.ledger))


def _standings(work: Work, codes: Sequence[str], ledger: Ledger) -> Iterator[Standing]:
    by_code = {document.meta.language.value: document for document in work.documents}
    original = work.original
    own = original.meta.language.value if original else ""
    for code in codes:
        if code == own:
            continue
        document = by_code.get(code)
        state = ledger.state(document, original) if document else State.MISSING
        yield Standing(language=code, state=state, document=document)
