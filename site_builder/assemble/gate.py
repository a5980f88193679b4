"""``is_public``: the one question asked of every document before any collection is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.gate import Gate
from site_builder.model.meta import Decided, Moment
from site_builder.model.site import Hidden
from site_builder.model.source import Kind
from site_builder.model.words import plain_moment
from site_builder.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """Who passed, and what may be known of who did not."""

    public: tuple[Document, ...]
    drafts: frozenset[str]
    """The paths of those who passed only because a preview was asked for."""
    hidden: Mapping[str, Hidden]
    problems: tuple[Problem, ...]
    """A note for each post held back by its date."""


def is_public(document: Document, date: Moment | None, gate: Gate) -> bool:
    """Whether anything of ``document`` may be in a published byte.

    ``date`` is the document's own or, for a translation without one, its original's.
    """
    if document.meta.hidden.value and not gate.drafts:
        return False
    return date is None or date.timestamp <= gate.now or gate.future


def divide(documents: Iterable[Document], gate: Gate) -> Gated:
    """Let the public documents through; of the rest only path and moment are kept."""
    documents = tuple(documents)
    lenders = _lenders(documents)
    strict = Gate(now=gate.now)
    is_preview = gate != strict
    public: list[Document] = []
    drafts: list[str] = []
    hidden: dict[str, Hidden] = {}
    problems: list[Problem] = []
    for document in documents:
        lender = _lender(document, lenders)
        date = lender.meta.date.value if lender.meta.date else None
        if _passes(document, lender, date, gate):
            if is_preview and not _passes(document, lender, date, strict):
                drafts.append(document.path)
            is_dateless = date is None and document.kind is Kind.POST
            if is_dateless and document.meta.hidden.value:
                document = _of_today(document, gate.now)  # noqa: PLW2901 because it stays the same text
            public.append(document)
            continue
        is_draft = document.meta.hidden.value or _lends_nothing(lender, gate)
        appears = date.iso if date and not is_draft else ""
        hidden[document.path] = Hidden(path=document.path, appears=appears)
        if appears and lender.meta.date:
            problems.append(_held_back(document, appears, lender))
    return Gated(
        public=tuple(public),
        drafts=frozenset(drafts),
        hidden=hidden,
        problems=tuple(problems),
    )


def _passes(document: Document, lender: Document, date: Moment | None, gate: Gate) -> bool:
    return is_public(document, date, gate) and not _lends_nothing(lender, gate)


def _lends_nothing(lender: Document, gate: Gate) -> bool:
    """Who has to borrow a date from a draft would give the draft's date away."""
    return lender.meta.hidden.value and not gate.drafts


def _of_today(document: Document, now: float) -> Document:
    """A draft is seen before it has a date, as in Jekyll (``document.rb``): at the top."""
    day = datetime.fromtimestamp(now, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    moment = Moment(iso=day.isoformat(), day=day.date().isoformat(), timestamp=day.timestamp())
    today = Decided(
        value=moment,
        rule="today, as a draft needs no date",
        place=Place(path=document.path),
    )
    return replace(document, meta=replace(document.meta, date=today))


def _lenders(documents: Iterable[Document]) -> dict[str, Document]:
    """For each work the original that can lend its date."""
    lenders: dict[str, Document] = {}
    for document in documents:
        if document.meta.date is not None and not document.meta.translated.value:
            lenders.setdefault(document.meta.key.value, document)
    return lenders


def _lender(document: Document, lenders: Mapping[str, Document]) -> Document:
    if document.meta.date is not None or document.kind is Kind.PAGE:
        return document
    return lenders.get(document.meta.key.value, document)


def _held_back(document: Document, appears: str, lender: Document) -> Problem:
    place = lender.meta.date.place if lender.meta.date else None
    # A translation waits for the date of its original, whose file the place names.
    who = "this" if place and place.path == document.path else document.path
    return Problem(
        code="held-back",
        message=f"{who} is held back; it appears on {plain_moment(appears)}",
        place=place,
        hint="build with --future to see it now",
    )
