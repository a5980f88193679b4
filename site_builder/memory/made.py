"""What is remembered of pages as they are made.

The Views of pages that carry bodies are large, six kilobytes each, and of many pages they would be
more than all texts. So they are written while other pages are still being made, some at a time, and
whoever waits for these has something to do. What is written of a page is true of that page alone:
a run that comes to no end leaves nothing behind that could mislead the next one.
"""

from __future__ import annotations

from typing import Final

from site_builder.memory.carriers import Carrier, Carriers
from site_builder.memory.store import PageFact, Store

_MANY: Final = 200
"""Pages that are written in one go."""


class MadePages:
    """Pages of one scope that were made and are not written yet."""

    def __init__(self, store: Store, scope: str, carriers: Carriers) -> None:
        self._store = store
        self._scope = scope
        self._carriers = carriers
        self._facts: dict[str, PageFact] = {}
        self._views: dict[str, Carrier | None] = {}

    def add(self, output: str, fact: PageFact, carrier: Carrier | None) -> None:
        """Remember the page at ``output``; ``carrier`` is None where it carries no body."""
        self._facts[output] = fact
        self._views[output] = carrier

    @property
    def are_many(self) -> bool:
        """Whether it is time to write them."""
        return len(self._facts) >= _MANY

    def write(self) -> None:
        """Put them in the place of what was known of their output paths."""
        self._store.add_pages(self._scope, self._facts)
        self._carriers.keep(self._views)
        self._facts, self._views = {}, {}
