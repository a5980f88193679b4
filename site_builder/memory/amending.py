"""The memory of one text at a time, for a build that makes only the pages that carry it.

Nothing here looks through all texts or all pages. Whatever is not known for certain is None, and
then everything is made the long way; what was remembered meanwhile is forgotten with the memory's
closing, unless :meth:`Amending.commit` was called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from site_builder.memory.carriers import Carried, Carriers, Shown
from site_builder.memory.codec import encode
from site_builder.memory.index import Indexer, SearchIndexes
from site_builder.memory.parsed import Recalled, recall, stamp_of
from site_builder.memory.rendered import RenderedPages
from site_builder.memory.single import add_source, fact_of, page_of, source_of
from site_builder.memory.stats import stat_of
from site_builder.memory.store import Fact, ForgottenError, SourceFact, Store
from site_builder.model.artifact import Artifact
from site_builder.model.document import Document, Parsed
from site_builder.model.route import Route
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.problems import Outcome


class Last(NamedTuple):
    """What is known of a text of the last run."""

    digest: str
    """SHA-256 of its bytes."""
    document: Document
    carried: Carried


class Amending:
    """What is known of single texts, and what is to be known of them from now on."""

    def __init__(
        self,
        store: Store,
        scope: str,
        version: str,
        settings: ParseSettings,
        pages: RenderedPages,
        indexes: SearchIndexes,
    ) -> None:
        self._store = store
        self._scope = scope
        self._stamp = stamp_of(settings, version)
        self._pages = pages
        self._indexes = indexes
        self._carriers = Carriers(store, scope)

    def last(self, path: str) -> Last | None:
        """What is known of the text at ``path``; None also where something was wrong with it."""
        source = source_of(self._store, self._scope, path)
        carried = self._carriers.carried(path)
        if source is None or carried is None or source.stamp != self._stamp:
            return None
        recalled = recall(fact_of(self._store, path, source))
        # A look in between (``status``) may know of a text that no page was made of.
        if recalled is None or recalled.problems:
            return None
        if Shown(source.digest, recalled.document.body_digest) != carried.shown:
            return None
        return Last(source.digest, recalled.document, carried)

    def carriers(self, last: Last, template_digests: Mapping[str, str]) -> tuple[Route, ...] | None:
        """The Routes of the pages that carry a text, as they were made."""
        if last.carried.outputs and not self._carriers.is_alone(last.carried.shown.body):
            return None
        found = [self._route(output, template_digests) for output in last.carried.outputs]
        routes = tuple(route for route in found if route is not None)
        return routes if len(routes) == len(found) else None

    def _route(self, output: str, template_digests: Mapping[str, str]) -> Route | None:
        page = page_of(self._store, self._scope, output)
        try:
            route = self._carriers.route(output, page) if page else None
        except (ValueError, TypeError, KeyError, SyntaxError):
            # Not spelled as this builder spells: damaged, or another one's.
            return None
        if page is None or route is None:
            return None
        template = template_digests.get(route.template, "")
        return route if self._pages.is_current(page, template) else None

    def trust(self, source: Source, digest: str, trusted_ns: int) -> None:
        """Remember that the text is what it was, whatever the disk says of its file."""
        fact = SourceFact(digest, self._stamp, stat_of(source, trusted_ns))
        add_source(self._store, self._scope, source.path, fact)

    def add(self, source: Source, digest: str, parsed: Parsed, last: Last, trusted_ns: int) -> None:
        """Remember the text as it is now, on the pages that carried it before."""
        document = parsed.document
        self.trust(source, digest, trusted_ns)
        value = encode(Recalled(document=document, problems=()))
        known = Fact(value, document.body_digest, document.words_digest)
        fact = SourceFact(digest, self._stamp, stat_of(source, trusted_ns))
        self._store.add_fact(source.path, fact, known, parsed.body, parsed.words)
        shown = Shown(digest, document.body_digest)
        self._carriers.move(source.path, Carried(shown, last.carried.outputs))

    def reindex(
        self, code: str, changes: Mapping[str, str], indexer: Indexer
    ) -> Mapping[str, str] | None:
        """As :meth:`site_builder.memory.index.SearchIndexes.changed_shards`."""
        try:
            return self._indexes.changed_shards(code, changes, indexer)
        except ForgottenError:
            return None

    def remade(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
    ) -> tuple[Artifact, ...] | None:
        """Render ``routes`` and remember them; None when one of them cannot be rendered."""
        try:
            return self._pages.remade(routes, render, template_digests)
        except ForgottenError:
            # A feed carries other texts too, and the body of one of them is lost.
            return None

    def commit(self) -> bool:
        """Make what was remembered last; False when not all of it has reached the file."""
        if self._store.is_whole:
            self._store.commit()
        return self._store.is_whole
