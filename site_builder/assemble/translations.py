"""Which documents are one Work, which of them is the original, and what translations inherit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from site_builder.assemble.permalinks import parted
from site_builder.model.config import Config
from site_builder.model.document import Document, Meta
from site_builder.model.meta import Decided
from site_builder.model.slugs import topic_slug
from site_builder.model.work import Work
from site_builder.problems import Outcome, Place, Problem


def group_works(documents: Iterable[Document], config: Config) -> Outcome[tuple[Work, ...]]:
    """Group public documents by key, choose each original, let translations inherit.

    Problems: ``translation-conflict`` for two documents of one language in one work,
    ``two-originals`` where several are not marked translated.
    """
    order = {language.code: position for position, language in enumerate(config.languages)}
    names = _tag_names(config)
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.meta.key.value, []).append(document)
    problems: list[Problem] = []
    works: list[Work] = []
    for key, members in sorted(groups.items()):
        members.sort(key=lambda member: (order[member.meta.language.value], member.path))
        conflicts = _conflicts(members, config)
        original, several = _original(members, config.default_language)
        # Two texts in one language are two originals too; one message is enough.
        problems += conflicts or several
        inherited = [_inherit(member, original, names) for member in members]
        # Two texts in one language stay where they collide, and are told.
        documents = tuple(inherited) if conflicts else parted(inherited, config)
        works.append(_work(key, documents, original, config.default_language))
    return Outcome(value=tuple(works), problems=tuple(problems))


def _conflicts(members: Sequence[Document], config: Config) -> list[Problem]:
    problems = []
    for first, second in pairwise(members):
        language = second.meta.language.value
        if first.meta.language.value != language:
            continue
        name = next(known.name for known in config.languages if known.code == language)
        problems.append(
            Problem(
                code="translation-conflict",
                message=f"this and {first.path} are the same text in {name}",
                place=Place(path=second.path, line=second.meta.key.place.line),
                hint="give one of them another slug, or its own translation_key",
            )
        )
    return problems


def _original(members: Sequence[Document], default: str) -> tuple[Document | None, list[Problem]]:
    originals = [member for member in members if not member.meta.translated.value]
    if not originals:
        return None, []
    chosen = next((one for one in originals if one.meta.language.value == default), originals[0])
    if len(originals) == 1:
        return chosen, []
    return chosen, [_second_original(one, chosen) for one in originals if one is not chosen]


def _second_original(document: Document, chosen: Document) -> Problem:
    """Told of the text that most often has to change."""
    return Problem(
        code="two-originals",
        # The same words for every such work, so that thousands of them are one message.
        message="neither this nor another text of this work is marked as a translation; "
        "the other is taken as the original",
        place=Place(path=document.path, line=document.meta.translated.place.line),
        hint=f"write translated: true here, if {chosen.path} is the original; else write it there",
    )


_TagNames: TypeAlias = Mapping[tuple[str, str], Mapping[str, str]]
"""Language code and slug of a tag → code → its name, as the table of site.yml has them."""


def _tag_names(config: Config) -> _TagNames:
    return {
        (code, topic_slug(name)): dict(names) for _, names in config.tags for code, name in names
    }


def inherited(document: Document, original: Document | None, config: Config) -> Document:
    """Give one translation what it does not say itself, as :func:`group_works` does for all."""
    return _inherit(document, original, _tag_names(config))


def _inherit(document: Document, original: Document | None, names: _TagNames) -> Document:
    """Give a translation the date, tags and image that it does not say itself."""
    if original is None or document.path == original.path:
        return document
    mine, theirs = document.meta, original.meta
    date = mine.date or theirs.date
    tags = mine.tags if mine.tags is not None else _translated_tags(mine, theirs, names)
    image = mine.image or theirs.image
    if date is mine.date and tags is mine.tags and image is mine.image:
        return document
    return replace(document, meta=replace(mine, date=date, tags=tags, image=image))


def _translated_tags(mine: Meta, theirs: Meta, names: _TagNames) -> Decided[tuple[str, ...]] | None:
    """The original's tags, by the names that the table gives them in this language."""
    if theirs.tags is None or not names:
        return theirs.tags
    code, own = mine.language.value, theirs.language.value
    words = tuple(
        names.get((own, topic_slug(word)), {}).get(code, word) for word in theirs.tags.value
    )
    return replace(theirs.tags, value=words)


def _work(
    key: str, documents: tuple[Document, ...], original: Document | None, default: str
) -> Work:
    if original is not None:
        # The documents have inherited; the original among them is the one to name.
        lead = next(document for document in documents if document.path == original.path)
        return Work(key=key, documents=documents, original=lead, lead=lead)
    by_default = (one for one in documents if one.meta.language.value == default)
    return Work(key=key, documents=documents, original=None, lead=next(by_default, documents[0]))
