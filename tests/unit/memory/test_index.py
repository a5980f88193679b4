"""An index is recalled while its texts are the same, and changed by what became of them."""

import hashlib
from pathlib import Path

import pytest

from site_builder.assemble.postings import change_index, make_index
from site_builder.memory.index import Indexer, SearchIndexes
from site_builder.memory.store import Fact, SourceFact, Store
from site_builder.model.search import SearchIndex

WORDS = {number: f"\n\n\nword{number} common" for number in range(20)}
EDITED = WORDS | {3: "\n\n\nother common"}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Remembered:
    """A memory of indexes, and what an indexer was asked for."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path / "memory.sqlite3")
        self.asked: list[str] = []
        self._lost = {digest(text): text for text in (*WORDS.values(), *EDITED.values())}

    def recall(
        self, words: dict[int, str], *, version: str = "1", forget: bool = False
    ) -> tuple[SearchIndex, int]:
        for number, text in words.items():
            source = SourceFact(digest=str(number), stamp="s", stat=(1, 1, 1, 1))
            fact = Fact(value="{}", body="b", words=digest(text))
            self.store.add_fact(f"{number}.md", source, fact, "", text)
        self.indexes = SearchIndexes(
            self.store, "build", self._lost.__getitem__, version=version, forget=forget
        )
        texts = [(number, digest(text)) for number, text in sorted(words.items())]
        found, fresh = self.indexes.indexes({"en": texts}, Indexer(self._make, self._change))
        return found["en"], fresh

    def _make(self, texts):
        self.asked.append("make")
        return make_index(texts)

    def _change(self, shape, shard, removed, added):
        self.asked.append("change")
        return change_index(shape, shard, removed, added)


@pytest.fixture
def memory(tmp_path: Path) -> Remembered:
    return Remembered(tmp_path)


def test_the_same_texts_cost_nothing(memory: Remembered) -> None:
    """A build in which no text changed neither makes nor changes an index."""
    first, made = memory.recall(WORDS)
    again, fresh = memory.recall(WORDS)
    assert (again, made, fresh) == (first, 2, 0)
    assert memory.asked == ["make"]


def test_an_edit_changes_and_gives_what_making_gives(memory: Remembered) -> None:
    """Only the difference is looked at, and the result is the same."""
    memory.recall(WORDS)
    changed, _ = memory.recall(EDITED)
    assert memory.asked == ["make", "change"]
    texts = {named: memory.indexes.shard(named) for named in changed.shards.values()}
    assert all(digest(text) == named for named, text in texts.items())
    assert changed == memory.recall(EDITED, forget=True)[0]


def test_many_edits_make_it_anew(memory: Remembered) -> None:
    """Changing half of all texts would take longer than making."""
    memory.recall(WORDS)
    memory.recall({number: WORDS[number] for number in range(10)})
    assert memory.asked == ["make", "make"]


def test_another_builder_makes_it_anew(memory: Remembered) -> None:
    """It may cut words and spell numbers otherwise."""
    memory.recall(WORDS)
    memory.recall(WORDS, version="2")
    assert memory.asked == ["make", "make"]


def test_what_is_lost_costs_time_and_nothing_else(memory: Remembered) -> None:
    """An index with a hole is made anew when it is to be changed, and when it is to be read."""
    first, _ = memory.recall(WORDS)
    memory.store.write("DELETE FROM shards WHERE name = ?", [("w0",)])
    assert memory.indexes.shard(first.shards["w0"]).startswith("common ")
    memory.store.write("DELETE FROM shards", [()])
    asked = len(memory.asked)
    assert all(memory.indexes.shard(named) for named in first.shards.values())
    assert len(memory.asked) == asked
    memory.recall({number: words for number, words in WORDS.items() if number})
    assert memory.asked[-2:] in (["change", "make"], ["make", "make"])
    for shape in ("x", "[]", "[" * 100_000):
        memory.store.write("UPDATE indexes SET shape = ?", [(shape,)])
        assert memory.recall(WORDS)[0] == first
    memory.store.write("UPDATE shards SET text = 'other'", [()])
    index, _ = memory.recall(WORDS)
    assert memory.asked[-1] == "make"
    assert memory.indexes.shard(index.shards["w0"]).startswith("common ")
