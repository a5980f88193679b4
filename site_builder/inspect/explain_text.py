"""What can be said about a post or a page: everything its Meta has decided, and its Work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from site_builder.build.request import Planned
from site_builder.model.document import Document
from site_builder.model.explanation import Fact
from site_builder.model.ledger import LEDGER
from site_builder.model.meta import DEFAULT, Decided
from site_builder.model.source import Kind
from site_builder.model.words import plain_moment
from site_builder.model.work import Work
from site_builder.plan.layouts import layout_of
from site_builder.plan.urls import Urls
from site_builder.problems import Place

_T = TypeVar("_T")

_MOST_LINKS = 5
"""Links to a text that are shown; of the others their number."""


def text_facts(document: Document, planned: Planned, places: Mapping[str, Place]) -> Iterator[Fact]:
    """The facts of a text, public or not, in the order in which one asks for them."""
    meta = document.meta
    yield _published(document, planned)
    yield _fact("title", meta.title.value, meta.title, document)
    yield _fact("language", meta.language.value, meta.language, document)
    if meta.date is not None:
        yield _fact("date", plain_moment(meta.date.value.iso), meta.date, document)
    yield from _address(document, planned, places)
    yield _layout(document, planned)
    if meta.tags is not None:
        yield _fact("tags", ", ".join(meta.tags.value), meta.tags, document)
    for name, media in (("audio", meta.audio), ("image", meta.image)):
        if media is not None:
            yield _fact(name, media.value, media, document)
    yield _fact("work", meta.key.value, meta.key, document)
    work = planned.site.work_of.get(document.path)
    if work is not None:
        yield from _work(document, work, planned, places)
    for old in meta.redirects:
        yield _fact("redirect from", old.value, old, document)
    yield from _links(document, planned)


def _published(document: Document, planned: Planned) -> Fact:
    meta, path = document.meta, document.path
    hidden = planned.site.hidden.get(path)
    date = meta.date.place if meta.date else Place(path=path)
    if hidden is None:
        return Fact(
            name="published", value="yes", rule="no draft, and not dated in the future", place=date
        )
    if hidden.appears:
        day = plain_moment(hidden.appears)
        return Fact(name="published", value=f"from {day}", rule="its date", place=date)
    if meta.hidden.value:
        rule = "draft: true or published: false"
        return Fact(name="published", value="no", rule=rule, place=meta.hidden.place)
    rule = "its original, which lends its date, is not public"
    return Fact(name="published", value="no", rule=rule, place=Place(path=path))


def _fact(name: str, value: str, decided: Decided[_T], document: Document) -> Fact:
    place = decided.place
    rule = decided.rule
    if decided.rule == DEFAULT and name == "language":
        rule = "default_language"
    elif place.path not in {document.path, "site.yml"}:
        rule = f"inherited from the original: {rule}"
    return Fact(name=name, value=value, rule=rule, place=place)


def _layout(document: Document, planned: Planned) -> Fact:
    said, config = document.meta.layout, planned.config
    drawn = layout_of(document, config, planned.theme)
    if drawn in {said.value, ""}:
        return _fact("layout", said.value, said, document)
    rule = (
        f"layouts: {said.value} in site.yml"
        if said.value in config.layouts
        else (f"layout: {said.value}, which the theme {planned.theme.name} does not have")
    )
    return Fact(name="layout", value=drawn, rule=rule, place=said.place)


def _address(document: Document, planned: Planned, places: Mapping[str, Place]) -> Iterator[Fact]:
    meta, config = document.meta, planned.config
    address = Urls(config).document(document)
    whole = Place(path=document.path)
    if meta.permalink is not None:
        yield _fact("address", address, meta.permalink, document)
        return
    if document.kind is Kind.PAGE:
        yield Fact(name="address", value=address, rule="its path below content/pages/", place=whole)
    else:
        place = places.get("permalink")
        rule = f"permalink: {config.permalink}" if place else f"by default {config.permalink}"
        yield Fact(name="address", value=address, rule=rule, place=place)
    yield _fact("slug", meta.slug.value, meta.slug, document)


def _work(
    document: Document, work: Work, planned: Planned, places: Mapping[str, Place]
) -> Iterator[Fact]:
    urls, ledger, original = Urls(planned.config), planned.site.ledger, work.original
    if original is None:
        rule = "every text of the work is marked translated: true"
        yield Fact(name="original", value="none", rule=rule, place=document.meta.translated.place)
    elif original.path == document.path:
        decided = document.meta.translated
        yield Fact(name="original", value="this", rule="not marked translated", place=decided.place)
    else:
        place = Place(path=original.path)
        address = urls.document(original)
        rule = "that text is not marked translated"
        yield Fact(name="original", value=address, rule=rule, place=place)
        state = ledger.state(document, original)
        yield Fact(name="state", value=state.value, rule=f"line of this text in {LEDGER}")
    for other in work.documents:
        if other.path in {document.path, original.path if original else ""}:
            continue
        code = other.meta.language.value
        state = ledger.state(other, original)
        yield Fact(
            name="translation",
            value=f"{code} {urls.document(other)}",
            rule=state.value,
            place=Place(path=other.path),
        )
    there = {other.meta.language.value for other in work.documents}
    missing = [one.code for one in planned.config.languages if one.code not in there]
    if missing:
        rule = f"missing_translations: {planned.config.missing_translations}"
        yield Fact(
            name="missing in",
            value=", ".join(missing),
            rule=rule,
            place=places.get("missing_translations"),
        )


def _links(document: Document, planned: Planned) -> Iterator[Fact]:
    address = Urls(planned.config).document(document)
    found = [
        link
        for link in planned.plan.links
        if link.address == address and link.place.path != document.path
    ]
    for link in found[:_MOST_LINKS]:
        yield Fact(name="linked as", value=link.target, rule="a link in a text", place=link.place)
    if len(found) > _MOST_LINKS:
        more = f"and {len(found) - _MOST_LINKS} more"
        yield Fact(name="linked as", value=more, rule="links in texts")
