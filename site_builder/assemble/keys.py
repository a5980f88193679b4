"""Posts of which only the slug is known: a translation that leaves its date to the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_builder.model.document import Document
from site_builder.model.naming import is_undated, slug_of
from site_builder.model.source import Kind


def settle_keys(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Give each post without any date the key of the one work with its slug.

    Where several days have that slug nothing is guessed, and the post still needs a date.
    """
    documents = tuple(documents)
    if not any(is_undated(document.meta.key.value) for document in documents):
        return documents
    dated: dict[str, set[str]] = {}
    for document in documents:
        key = document.meta.key.value
        if document.kind is Kind.POST and not is_undated(key):
            dated.setdefault(slug_of(key), set()).add(key)
    return tuple(_settled(document, dated) for document in documents)


def _settled(document: Document, dated: dict[str, set[str]]) -> Document:
    key = document.meta.key
    found = dated.get(slug_of(key.value), set()) if is_undated(key.value) else set()
    if len(found) != 1:
        return document
    meta = replace(document.meta, key=replace(key, value=next(iter(found))))
    return replace(document, meta=meta)
