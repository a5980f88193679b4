"""One ``permalink:`` in all translations of a text: each lives at it below its own language.

    permalink: /about/ in English, the default language     /about/
    permalink: /about/ in its Spanish translation           /es/about/

So have it those who wrote for jekyll-polyglot and plugins like it, which copy a site for each
language. Taken as typed, the addresses could only collide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.meta import Decided


def parted(members: Sequence[Document], config: Config) -> tuple[Document, ...]:
    """The documents of one work, those that share a permalink each below its language."""
    typed = [_typed(one) for one in members]
    said = [permalink for permalink in typed if permalink is not None]
    # Nearly all texts of nearly all sites end here.
    if len(said) == len(set(said)):
        return tuple(members)
    return tuple(
        _below_language(one, one.meta.permalink, config)
        if one.meta.permalink is not None and said.count(own or "") > 1
        else one
        for one, own in zip(members, typed, strict=True)
    )


def _typed(document: Document) -> str | None:
    permalink = document.meta.permalink
    return None if permalink is None else permalink.value.lstrip("/")


def _below_language(document: Document, typed: Decided[str], config: Config) -> Document:
    code = document.meta.language.value
    if code == config.default_language and not config.default_language_prefix:
        return document
    permalink = Decided(
        value=f"/{code}/{typed.value.lstrip('/')}",
        rule=f"{typed.rule}, below its language as its translations say the same",
        place=typed.place,
    )
    return replace(document, meta=replace(document.meta, permalink=permalink))
