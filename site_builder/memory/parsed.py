"""What was understood of each text, recalled or made.

A text is known by its path, the digest of its bytes and the settings it is read with. As long as
the disk says the same of a file as the last time (size, two times, inode), its digest is the same
too, and the file is not opened. All others are read, hashed and, unless their content is known,
parsed; when they are many, by workers, which read the files themselves and give back text.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from site_builder.events import Reason, Rebuilt, SearchWorked
from site_builder.freshness import GRAIN_NS
from site_builder.frozen import dataclass
from site_builder.memory.carriers import Shown
from site_builder.memory.codec import decode, encode
from site_builder.memory.fingerprint import Fingerprints, digest_bytes
from site_builder.memory.stats import stat_of
from site_builder.memory.store import Fact, ForgottenError, SourceFact, Store
from site_builder.model.document import Document, Parsed
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.parallel import map_all
from site_builder.problems import Outcome, Problem

_Facts = Mapping[tuple[str, str], Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What is remembered of one source: the document and what was said about it."""

    document: Document
    problems: tuple[Problem, ...]


class Reading(NamedTuple):
    """How a text is had and understood; both are pure but for the disk."""

    read: Callable[[Source], Outcome[bytes]]
    parse: Callable[[Source, bytes], Outcome[Parsed]]
    meanwhile: Callable[[], None] | None = None
    """Called when workers parse."""


class _Looked(NamedTuple):
    """What a worker found in one file: plain values, which cost little to hand back."""

    digest: str
    """SHA-256 of the bytes; empty when there was nothing to read."""
    fact: Fact | None
    """None when its content is known already, or when nothing could be understood."""
    html: str
    words: str
    problems: tuple[Problem, ...]
    """Those of a text that is not remembered, because it has an error."""
    folding: float = 0.0
    """Processor time that its words took."""


def stamp_of(settings: ParseSettings, version: str) -> str:
    """Names how texts are read: with which settings, and by which builder."""
    return Fingerprints().of(settings, version)[:16]


class ParsedTexts:
    """The texts of one site in one scope."""

    def __init__(self, store: Store, scope: str, version: str, *, jobs: int, forget: bool) -> None:
        self._store = store
        self._scope = scope
        self._version = version
        self._jobs = jobs
        self._forget = forget
        self._reading: Reading | None = None
        self.shown: Mapping[str, Shown] = {}
        """Path → which text this run has there, and which body."""
        self._by_body: dict[str, Source] = {}
        self._by_words: dict[str, Source] = {}

    def documents(
        self,
        sources: Sequence[Source],
        reading: Reading,
        settings: ParseSettings,
        tell: Callable[[Rebuilt | SearchWorked], None],
    ) -> Outcome[tuple[Document, ...]]:
        """Recall the Document of every source that is known; parse the rest."""
        self._reading = reading
        stamp = stamp_of(settings, self._version)
        before = self._store.sources(self._scope)
        facts = {} if self._forget else self._store.facts(stamp)
        found: dict[str, Recalled] = {}
        after: dict[str, SourceFact] = {}
        for source, last in _untouched(sources, before, stamp):
            recalled = recall(facts.get((source.path, last.digest)))
            if recalled is not None:
                found[source.path], after[source.path] = recalled, last
        others = _side_by_side(source for source in sources if source.path not in found)
        look = partial(_look, facts=facts, reading=reading)
        looks = map_all(look, others, self._jobs, meanwhile=reading.meanwhile)
        problems: dict[str, tuple[Problem, ...]] = {}
        folding = 0.0
        trusted_ns = time.time_ns() - GRAIN_NS
        for source, first_look in zip(others, looks, strict=True):
            looked, recalled = _understood(source, first_look, facts, reading)
            folding += looked.folding
            problems[source.path] = recalled.problems if recalled else looked.problems
            if recalled is not None:
                found[source.path] = recalled
            if not looked.digest:
                continue
            fact = SourceFact(looked.digest, stamp, stat_of(source, trusted_ns))
            after[source.path] = fact
            if looked.fact is not None or recalled is None:
                known = None if self._forget else before.get(source.path)
                tell(Rebuilt(what=source.path, reason=_reason(fact, known)))
            if looked.fact is not None:
                self._store.add_fact(source.path, fact, looked.fact, looked.html, looked.words)
        if folding:
            tell(SearchWorked(part="folding", seconds=folding))
        self._store.set_sources(self._scope, before, after)
        self._store.commit()
        self.shown = {
            path: Shown(after[path].digest, one.document.body_digest) for path, one in found.items()
        }
        self._by_body = {
            found[source.path].document.body_digest: source
            for source in sources
            if source.path in found
        }
        self._by_words = {
            found[source.path].document.words_digest: source
            for source in sources
            if source.path in found
        }
        return _outcome(sources, found, problems)

    def body(self, digest: str) -> str:
        """The body that ``digest`` names; when it was lost, its text is parsed again.

        Raises ForgottenError when that text is not among those of this run, or another one by now.
        """
        try:
            return self._store.body(digest)
        except ForgottenError:
            looked = self._again(self._by_body.get(digest))
            if looked is None or looked.fact is None or looked.fact.body != digest:
                raise
            return looked.html

    def words(self, digest: str) -> str:
        """The words that ``digest`` names; as :meth:`body`."""
        try:
            return self._store.words(digest)
        except ForgottenError:
            looked = self._again(self._by_words.get(digest))
            if looked is None or looked.fact is None or looked.fact.words != digest:
                raise
            return looked.words

    def _again(self, source: Source | None) -> _Looked | None:
        if source is None or self._reading is None:
            return None
        return _look(source, {}, self._reading)


def _untouched(
    sources: Iterable[Source], before: Mapping[str, SourceFact], stamp: str
) -> Iterable[tuple[Source, SourceFact]]:
    """The files of which the disk says the same as the last time."""
    for source in sources:
        last = before.get(source.path)
        if last is not None and last.stamp == stamp and last.stat == stat_of(source):
            yield source, last


def _outcome(
    sources: Iterable[Source],
    found: Mapping[str, Recalled],
    problems: Mapping[str, tuple[Problem, ...]],
) -> Outcome[tuple[Document, ...]]:
    recalled = [found[source.path] for source in sources if source.path in found]
    told = [
        problem
        for source in sources
        for problem in (
            problems[source.path] if source.path in problems else found[source.path].problems
        )
    ]
    return Outcome(value=tuple(one.document for one in recalled), problems=tuple(told))


def _understood(
    source: Source, looked: _Looked, facts: _Facts, reading: Reading
) -> tuple[_Looked, Recalled | None]:
    """What was looked at, decoded; looked at again where what is remembered of it is damaged."""
    recalled = recall(looked.fact or facts.get((source.path, looked.digest)))
    if recalled is None and looked.digest and not looked.problems:
        looked = _look(source, {}, reading)
        recalled = recall(looked.fact)
    return looked, recalled


def _look(source: Source, facts: _Facts, reading: Reading) -> _Looked:
    had = reading.read(source)
    if had.value is None:
        return _Looked("", None, "", "", had.problems)
    # Where nothing is remembered, what was understood of the text says its digest.
    digest = digest_bytes(had.value) if facts else ""
    if (source.path, digest) in facts:
        return _Looked(digest, None, "", "", ())
    outcome = reading.parse(source, had.value)
    parsed = outcome.value
    if parsed is None:
        return _Looked(digest or digest_bytes(had.value), None, "", "", outcome.problems)
    value = encode(Recalled(document=parsed.document, problems=outcome.problems))
    document = parsed.document
    fact = Fact(value, document.body_digest, document.words_digest)
    return _Looked(document.digest, fact, parsed.body, parsed.words, (), parsed.folding_seconds)


def _side_by_side(sources: Iterable[Source]) -> list[Source]:
    """The translations of a text together, so that the same worker has them."""
    return sorted(sources, key=lambda one: (one.name.key if one.name else "", one.path))


def recall(fact: Fact | None) -> Recalled | None:
    """What a fact says; None when it is damaged, or none."""
    if fact is None:
        return None
    try:
        return decode(Recalled, fact.value)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        # A damaged fact is no fact; the source is parsed again.
        return None


def _reason(fact: SourceFact, last: SourceFact | None) -> Reason:
    if last is None:
        return Reason.NEW
    return Reason.SOURCE_CHANGED if last.digest != fact.digest else Reason.TOOL_CHANGED
