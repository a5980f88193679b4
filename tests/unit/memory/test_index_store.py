"""What is remembered of an index: the difference is written, the rest stays."""

import hashlib
from pathlib import Path

import pytest

from site_builder.memory.index_store import IndexFact, IndexStore
from site_builder.memory.store import Store

PLACE = ("build", "en")
FACT = IndexFact(stamp="stamp", shape="[]")


def shard(text: str) -> tuple[str, str]:
    return hashlib.sha256(text.encode()).hexdigest(), text


def test_what_differs_is_replaced_and_what_went_is_gone(tmp_path: Path) -> None:
    """Texts and shards that are not named stay; another language is not touched."""
    indexes = IndexStore(Store(tmp_path / "memory.sqlite3"))
    assert indexes.index(PLACE) is None
    for language in ("en", "es"):
        shards = {"w0": shard("a 1"), "w1": shard("b 1")}
        indexes.set_index(("build", language), FACT, {1: "one", 2: "two"}, shards)
    indexes.set_index(PLACE, FACT, {1: None, 3: "three"}, {"w0": None, "w1": shard("c 1")})
    assert indexes.index(PLACE) == FACT
    assert indexes.indexed(PLACE) == {2: "two", 3: "three"}
    assert indexes.shards(PLACE) == {"w1": shard("c 1")[0]}
    assert indexes.indexed(("build", "es")) == {1: "one", 2: "two"}


def test_a_shard_that_is_not_itself_any_more_is_not_there(tmp_path: Path) -> None:
    """It is checked against the digest that names it."""
    indexes = IndexStore(Store(tmp_path / "memory.sqlite3"))
    digest, text = shard("a 1")
    indexes.set_index(PLACE, FACT, {}, {"w0": ("0" * 64, text)})
    with pytest.raises(KeyError):
        indexes.shard(PLACE, "w0", digest[::-1])
    with pytest.raises(KeyError):
        indexes.shard(PLACE, "w1", digest)
