"""What stands in for a text where its translation is missing: ``missing_translations``.

``hide`` shows nothing; with ``link`` and ``show`` the lists of a language have the work's lead in
place of the text they lack, and with ``show`` that language has a page for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder.model.config import MissingTranslations
from site_builder.model.document import Document
from site_builder.model.source import Kind
from site_builder.model.work import Work


def stand_ins(
    works: Iterable[Work], codes: Sequence[str], policy: MissingTranslations
) -> Mapping[str, tuple[Document, ...]]:
    """Map the code of each language to the leads of the works it lacks, in the order of works.

    The text of a home stands in for nothing: every language has a home.
    """
    found: dict[str, list[Document]] = {code: [] for code in codes}
    if policy != "hide":
        for work in works:
            if work.is_home_text or (work.lead.kind is Kind.POST and work.lead.meta.date is None):
                continue
            present = {document.meta.language.value for document in work.documents}
            for code in codes:
                if code not in present:
                    found[code].append(work.lead)
    return {code: tuple(leads) for code, leads in found.items()}


def listed(posts: Sequence[Document], others: Iterable[Document]) -> tuple[Document, ...]:
    """The posts of a language with those that stand in among them, newest first, ties by path."""
    borrowed = [other for other in others if other.kind is Kind.POST]
    if not borrowed:
        return tuple(posts)
    return tuple(sorted((*posts, *borrowed), key=_newest_first))


def _newest_first(post: Document) -> tuple[float, str]:
    return (-post.meta.date.value.timestamp if post.meta.date else 0.0, post.path)
