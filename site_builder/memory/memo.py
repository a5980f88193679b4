"""The memo points: what was parsed, looked at, indexed and rendered is not made again.

Losing the memory costs time and nothing else: ``parsed.py``, ``assets.py`` and ``rendered.py`` find
the hits and hand the rest to workers, ``index.py`` changes what differs, ``store.py`` keeps the
file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from site_builder.events import Rebuilt, SearchWorked
from site_builder.freshness import MEMORY
from site_builder.i18n.catalog import Phrases
from site_builder.memory.amending import Amending
from site_builder.memory.assets import Assets
from site_builder.memory.carriers import Carriers
from site_builder.memory.encoded import EncodedImages
from site_builder.memory.ground import KeptGround, keep_ground
from site_builder.memory.index import Indexer, SearchIndexes, Text
from site_builder.memory.parsed import ParsedTexts, Reading
from site_builder.memory.rendered import RenderedPages
from site_builder.memory.store import Store
from site_builder.model.artifact import Artifact
from site_builder.model.asset import Asset
from site_builder.model.config import Config
from site_builder.model.document import Document, Parsed
from site_builder.model.route import Route
from site_builder.model.search import SearchIndex
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.model.theme import Theme
from site_builder.problems import Outcome

Tell = Callable[[Rebuilt | SearchWorked], None]


class Memory:
    """The memory of one site, in one scope: ``build`` and ``serve`` remember pages apart."""

    def __init__(
        self,
        folder: Path,
        scope: str,
        version: str,
        *,
        jobs: int,
        forget: bool,
        store: Store | None = None,
    ) -> None:
        """Open the memory in ``folder``; with ``forget`` nothing is recalled, all is remembered.

        ``store`` is its store, where that is open already.
        """
        self._store = store or Store(folder / MEMORY)
        self._scope = scope
        self._version = version
        self._texts = ParsedTexts(self._store, scope, version, jobs=jobs, forget=forget)
        self._assets = Assets(self._store, scope, version, jobs=jobs, forget=forget)
        self._encoded = EncodedImages(self._store, scope, folder / "images", forget=forget)
        self._indexes = SearchIndexes(
            self._store, scope, self._texts.words, version=version, forget=forget
        )
        self._carriers = Carriers(self._store, scope)
        self._pages = RenderedPages(
            self._store, scope, version, folder / "staging" / scope, jobs=jobs, forget=forget
        )

    @property
    def was_damaged(self) -> bool:
        """Whether the memory had to be thrown away."""
        return self._store.was_damaged

    @property
    def is_whole(self) -> bool:
        """Whether all of this run has reached the file of the memory."""
        return self._store.is_whole

    def parse(
        self,
        sources: Sequence[Source],
        read: Callable[[Source], Outcome[bytes]],
        parse: Callable[[Source, bytes], Outcome[Parsed]],
        settings: ParseSettings,
        tell: Tell,
        meanwhile: Callable[[], None] | None = None,
    ) -> Outcome[tuple[Document, ...]]:
        """Recall the Document of every source that is known; ``parse`` the rest.

        Each file is read at most once; what is parsed is what was hashed. Sources with an error
        have no Document among the value. ``meanwhile`` is called when workers are busy parsing.
        """
        return self._texts.documents(sources, Reading(read, parse, meanwhile), settings, tell)

    def look_at(
        self,
        sources: Sequence[Source],
        read: Callable[[Source], Outcome[bytes]],
        understand: Callable[[Source, bytes], Outcome[Asset]],
        stamp: str,
    ) -> Outcome[Mapping[str, Asset]]:
        """Recall every picture that is known, by path; ``understand`` the rest.

        ``stamp`` names what understands besides the builder: another decoder may see otherwise.
        """
        return self._assets.look_at(sources, read, understand, stamp)

    def index(
        self, texts: Mapping[str, Sequence[Text]], indexer: Indexer
    ) -> tuple[Mapping[str, SearchIndex], int]:
        """Recall the search index of each language, or change it; and how many shards were made.

        ``texts`` maps a language code to the number of each text, ascending, and its words' digest.
        """
        return self._indexes.indexes(texts, indexer)

    def render(
        self,
        routes: Sequence[Route],
        render: Callable[[Route], Outcome[bytes]],
        template_digests: Mapping[str, str],
        holds: Callable[[str, str], bool],
        tell: Tell,
    ) -> Outcome[tuple[Artifact, ...]]:
        """Recall the bytes of every route that the output holds already; ``render`` the rest.

        ``holds(output path, digest)`` says whether the output has these bytes.
        """

        @cache
        def note_carried() -> None:
            self._carriers.set_carried(self._texts.shown, routes)
            self._store.commit()

        kept = self._encoded.around(render)
        outcome = self._pages.artifacts(routes, kept, template_digests, holds, tell, note_carried)
        self._encoded.prune(routes)
        # Where no workers were busy, it was not done meanwhile.
        note_carried()
        return outcome

    def keep_ground(self, config: Config, theme: Theme, phrases: Mapping[str, Phrases]) -> None:
        """Remember what this run stands on."""
        ground = KeptGround(config=config, theme=theme, phrases=phrases, version=self._version)
        keep_ground(self._store, self._scope, ground)
        self._store.commit()

    def amending(self, settings: ParseSettings) -> Amending:
        """What is known of single texts that were read with ``settings``."""
        return Amending(
            self._store, self._scope, self._version, settings, self._pages, self._indexes
        )

    def body(self, digest: str) -> str:
        """The body HTML that ``digest`` names; when it was lost, its text is parsed again."""
        return self._texts.body(digest)

    def shard(self, digest: str) -> str:
        """The shard of a search index that ``digest`` names; when it was lost, made again."""
        return self._indexes.shard(digest)

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()
