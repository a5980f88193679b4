"""The index step, between assemble and plan: what readers can search for, made or recalled."""

from __future__ import annotations

import time
from collections.abc import Mapping

from site_builder.assemble.postings import change_index, make_index
from site_builder.assemble.search import searchable
from site_builder.build.ground import Ground
from site_builder.build.stage import Stage
from site_builder.events import SearchWorked
from site_builder.memory.index import Indexer
from site_builder.model.search import Searchable
from site_builder.model.site import Site


def index(site: Site, ground: Ground) -> Mapping[str, Searchable]:
    """What can be found in each language, by its code; nothing where search is off."""
    if not ground.config.search:
        return {}
    began = time.thread_time()
    with Stage("index", ground.tell) as stage:
        found = searchable(site)
        texts = {
            code: [(number, text.words_digest) for number, text in own]
            for code, own in found.items()
        }
        indexer = Indexer(make_index, change_index)
        indexes, fresh = ground.memory.index(texts, indexer)
        stage.done(sum(len(index.shards) for index in indexes.values()), fresh)
    ground.tell(SearchWorked(part="index", seconds=time.thread_time() - began))
    return {code: Searchable(texts=found[code], index=indexes[code]) for code in found}
