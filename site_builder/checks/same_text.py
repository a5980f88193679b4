"""Two texts that say the same, word for word: a copy that a file manager made, as a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from site_builder.model.document import Document
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem

SHORTEST: Final = 20
"""Words, or characters of a script without spaces. Notes shorter than that may say the same."""


def check_same_text(site: Site, plan: Plan) -> Iterable[Problem]:  # noqa: ARG001 because the Protocol asks for it
    """Warn of a text that repeats another of its language: ``same-text``, at the longer path."""
    first: dict[tuple[str, str], Document] = {}
    for document in sorted(_texts(site), key=lambda one: (len(one.path), one.path)):
        if document.counts.words + document.counts.ideographs < SHORTEST:
            continue
        same = first.setdefault((document.meta.language.value, document.text_digest), document)
        if same is not document:
            yield Problem(
                code="same-text",
                message=f"this says word for word what {same.path} says",
                place=Place(path=document.path),
                hint="delete the one that is a copy, or make it a draft",
            )


def _texts(site: Site) -> Iterator[Document]:
    """Posts and pages of all languages."""
    return chain.from_iterable((*site.posts.values(), *site.pages.values()))
