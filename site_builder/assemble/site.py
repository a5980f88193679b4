"""All documents in, one Site out. The order below is the order of the guarantees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.assemble.counterparts import counterparts
from site_builder.assemble.gate import divide
from site_builder.assemble.keys import settle_keys
from site_builder.assemble.neighbours import neighbours
from site_builder.assemble.related import related
from site_builder.assemble.stand_ins import listed, stand_ins
from site_builder.assemble.topics import topics
from site_builder.assemble.translations import group_works
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.gate import Gate
from site_builder.model.ledger import Ledger
from site_builder.model.site import Hidden, Neighbours, Site
from site_builder.model.slugs import topic_slug
from site_builder.model.source import Kind, Source
from site_builder.model.work import HOME_TEXT
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem

NOBODY_VOUCHED = Ledger()
_DAY_WITHOUT_HYPHEN = late(r"(\d{4}-\d{1,2}-\d{1,2})[\s_.]+(.+)", re.DOTALL)


def assemble(
    documents: Iterable[Document],
    sources: Iterable[Source],
    config: Config,
    gate: Gate,
    ledger: Ledger = NOBODY_VOUCHED,
) -> Outcome[Site]:
    """Let the gate judge every document, then make all collections from those that passed.

    The value is always there: what was wrong with some documents is in the Problems.
    """
    documents, sources = settle_keys(documents), tuple(sources)
    gated = divide(documents, gate)
    works = group_works(gated.public, config)
    public = [document for work in works.value or () for document in work.documents]
    dated, undated = _by_date(public)
    codes = [language.code for language in config.languages]
    posts = {code: _in_language(dated, code) for code in codes}
    missing = stand_ins(works.value or (), codes, config.missing_translations)
    pages = [document for document in public if document.kind is Kind.PAGE]
    tags = {code: topics(posts[code], lambda post: post.tags, topic_slug) for code in codes}
    categories = {
        code: topics(posts[code], lambda post: post.categories, topic_slug) for code in codes
    }
    around: dict[str, Neighbours] = {}
    kin: dict[str, tuple[Document, ...]] = {}
    for code in codes:
        around |= neighbours(posts[code])
        kin |= related(posts[code], tags[code])
    site = Site(
        works=works.value or (),
        posts=posts,
        listed={code: listed(posts[code], missing[code]) for code in codes},
        stand_ins=missing,
        pages={
            code: tuple(
                page for page in _in_language(pages, code) if page.meta.key.value != HOME_TEXT
            )
            for code in codes
        },
        home_texts={
            page.meta.language.value: page for page in pages if page.meta.key.value == HOME_TEXT
        },
        by_path={document.path: document for document in public},
        work_of={document.path: work for work in works.value or () for document in work.documents},
        tags=tags,
        categories=categories,
        tag_counterparts=counterparts(
            tags, works.value or (), lambda text: text.tags, topic_slug, config.tags
        ),
        category_counterparts=counterparts(
            categories, works.value or (), lambda text: text.categories, topic_slug
        ),
        neighbours=around,
        related=kin,
        drafts=gated.drafts,
        hidden={**_unread(sources, documents), **gated.hidden},
        files={source.path: source for source in sources if source.kind is Kind.FILE},
        static={
            source.path.removeprefix("static/"): source
            for source in sources
            if source.kind is Kind.STATIC
        },
        ledger=ledger,
    )
    return Outcome(value=site, problems=(*gated.problems, *works.problems, *undated))


def _unread(sources: Iterable[Source], documents: Iterable[Document]) -> dict[str, Hidden]:
    """Texts that could not be understood: not public, and links to them are not missing."""
    known = {document.path for document in documents}
    texts = (source for source in sources if source.kind in {Kind.POST, Kind.PAGE})
    return {
        source.path: Hidden(path=source.path, appears="", is_unread=True)
        for source in texts
        if source.path not in known
    }


def _by_date(public: Iterable[Document]) -> tuple[list[Document], list[Problem]]:
    """Posts, newest first, ties by path; and a Problem for each without any date."""
    dated: list[tuple[float, str, Document]] = []
    problems: list[Problem] = []
    for document in public:
        if document.kind is not Kind.POST:
            continue
        if document.meta.date is None:
            problems.append(_dateless(document))
            continue
        dated.append((-document.meta.date.value.timestamp, document.path, document))
    dated.sort(key=lambda entry: entry[:2])
    return [document for _, _, document in dated], problems


def _dateless(document: Document) -> Problem:
    message = "a post needs a date"
    hint = "begin the file name with it, 2026-01-31-…, or add a date: line"
    name = document.path.rpartition("/")[2]
    match = _DAY_WITHOUT_HYPHEN.fullmatch(name)
    if match:
        message = f"a post needs a date, and {match[1]} in the file name has no hyphen after it"
        hint = f"rename it: {match[1]}-{'-'.join(match[2].split())}"
    place = Place(path=document.path, line=1)
    return Problem(code="bad-date", message=message, place=place, hint=hint)


def _in_language(documents: Iterable[Document], code: str) -> tuple[Document, ...]:
    return tuple(document for document in documents if document.meta.language.value == code)
