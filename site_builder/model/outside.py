"""What the rest of a site can know of a text: all but the words of its body.

The pages that carry the body, and the search index, are made from the body itself; the frame around
it, the lists, the neighbours and the checks of a build stand on what is told here. So two versions
of a text that are the same from outside leave all of these as they were.
``tests/unit/model/test_outside.py`` plans sites from nothing but this and finds the same plan.
"""

from __future__ import annotations

from dataclasses import replace

from site_builder.model.body import Counts
from site_builder.model.document import Document


def outside(document: Document) -> Document:
    """The document without what only its own body tells.

    Lines and columns go too: they matter where something is wrong, and then no one asks.
    """
    return replace(
        document,
        digest="",
        body_digest="",
        # Only whether it is to be found at all.
        words_digest="found" if document.words_digest else "",
        text_digest="",
        # A description goes before it wherever it could be shown.
        excerpt="" if document.meta.description else document.excerpt,
        headings=tuple(replace(one, line=0) for one in document.headings),
        references=tuple(replace(one, line=0, column=0) for one in document.references),
        counts=Counts(images=document.counts.images),
        code_blocks=(),
        foreign=(),
    )
