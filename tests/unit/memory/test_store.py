"""The file of the memory: whatever happens to it, the worst is that it is empty."""

import hashlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from site_builder.memory.store import Fact, PageFact, SourceFact, Store

HTML = "<p>body</p>"
DIGEST = hashlib.sha256(HTML.encode()).hexdigest()
FACT = Fact(value="{}", body=DIGEST, words="")
SOURCE = SourceFact(digest="d", stamp="s", stat=(1, 2, 3, 4))
PAGE = PageFact(view="v", template="t", tool="x", digest="d", size=3)


def _filled(path: Path, texts: int = 1) -> None:
    store = Store(path)
    sources = {f"{number}.md": SOURCE for number in range(texts)}
    for name, source in sources.items():
        store.add_fact(name, source, FACT, HTML, "")
    store.set_sources("build", {}, sources)
    store.add_pages("build", {"a/index.html": PAGE})
    store.commit()
    store.close()


def test_what_was_remembered_is_there_next_time(tmp_path: Path) -> None:
    """Facts, bodies, sources and pages survive the process, each scope's apart."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path)
    assert store.facts("s") == {("0.md", "d"): FACT}
    assert store.facts("other settings") == {}
    assert store.body(DIGEST) == HTML
    assert store.sources("build") == {"0.md": SOURCE}
    assert store.pages("build") == {"a/index.html": PAGE}
    assert (store.pages("serve"), store.sources("serve")) == ({}, {})
    store.close()


def test_another_format_finds_it_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A builder that knows other tables starts afresh, without a complaint."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    monkeypatch.setattr("site_builder.memory.store.FORMAT", 99)
    store = Store(path)
    assert not store.was_damaged
    assert store.facts("s") == {}
    store.close()


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """Truncated or overwritten, the memory is empty and usable."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    path.write_bytes(damage)
    store = Store(path)
    assert store.was_damaged == bool(damage)
    assert store.facts("s") == {}
    store.close()


def test_damage_met_while_reading_is_the_same(tmp_path: Path) -> None:
    """A file that was cut off opens well and breaks later; from then on it is empty and usable."""
    path = tmp_path / "memory.sqlite3"
    _filled(path, texts=2000)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    store = Store(path)
    assert {**store.facts("s"), **store.sources("build"), **store.pages("build")} == {}
    assert store.was_damaged
    store.add_pages("build", {"a/index.html": PAGE})
    store.commit()
    assert store.pages("build") == {"a/index.html": PAGE}
    store.close()


def test_a_store_of_someone_else_is_made_anew(tmp_path: Path) -> None:
    """SQLite, but with tables of other columns."""
    path = tmp_path / "memory.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE about (colour TEXT)")
    connection.close()
    store = Store(path)
    assert store.was_damaged
    assert store.facts("s") == {}
    store.close()


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n"
TRAPS = {
    "a table that is a question": ["DROP TABLE sources", f"CREATE VIEW sources AS {ENDLESS}"],
    "the first table is one": ["DROP TABLE about", f"CREATE VIEW about(format, x) AS {ENDLESS}"],
    "a question that is asked by writing": [
        f"CREATE TRIGGER t BEFORE INSERT ON bodies BEGIN INSERT INTO words {ENDLESS}; END"
    ],
    "columns that are made up": [
        "DROP TABLE bodies",
        "CREATE TABLE bodies (digest TEXT PRIMARY KEY, html TEXT AS (zeroblob(1000000000)))",
    ],
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_a_store_with_more_than_tables_is_made_anew(tmp_path: Path, trap: list[str]) -> None:
    """A memory that was restored from elsewhere cannot make a build wait for ever."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    connection = sqlite3.connect(path)
    for statement in trap:
        connection.execute(statement)
    connection.commit()
    connection.close()
    store = Store(path)
    assert store.was_damaged
    assert store.sources("build") == {}
    store.add_fact("0.md", SOURCE, FACT, HTML, "")
    assert store.body(DIGEST) == HTML
    store.close()


def test_two_builders_that_begin_at_once(tmp_path: Path) -> None:
    """Who comes while the other lays out the tables waits for all of them."""
    path = tmp_path / "memory.sqlite3"
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: _used(path), range(16)))
    assert stores == [(True, False)] * 16


def _used(path: Path) -> tuple[bool, bool]:
    store = Store(path)
    store.close()
    return store.is_whole, store.was_damaged


def test_a_store_that_is_kept_locked_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another builder at work costs time, never an error, and its memory stays whole."""
    monkeypatch.setattr("site_builder.memory.store._WAIT", 0.01)
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(path)
    assert store.facts("s") == {}
    store.add_fact("1.md", SOURCE, FACT, HTML, "")
    store.commit()
    store.close()
    other.execute("COMMIT")
    other.close()
    again = Store(path)
    assert (list(again.facts("s")), again.was_damaged) == ([("0.md", "d")], False)
    again.close()


def test_what_belongs_together_is_remembered_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a write was in vain the run remembers nothing more, and waits for nobody again."""
    monkeypatch.setattr("site_builder.memory.store._WAIT", 0.01)
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.add_pages("build", {"b/index.html": PAGE})
    other.execute("COMMIT")
    other.close()
    store.add_pages("build", {"c/index.html": PAGE})
    store.commit()
    assert not store.is_whole
    assert store.pages("build") == {"a/index.html": PAGE}
    store.close()


@pytest.mark.parametrize("name", ["CREATE TABLE facts", "body</p>", "0.md"])
def test_text_that_is_not_text_any_more_is_damage(tmp_path: Path, name: str) -> None:
    """Where Python cannot read what SQLite can, or what it complains of: empty, and usable."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    data = path.read_bytes()
    assert name.encode() in data
    path.write_bytes(data.replace(name.encode(), b"\x90" * len(name)))
    store = Store(path)
    with pytest.raises(KeyError):
        store.body("no such")
    assert not {**store.facts("s"), **store.sources("build")} or name == "body</p>"
    store.add_fact("1.md", SOURCE, FACT, HTML, "")
    store.commit()
    store.close()
    again = Store(path)
    assert again.body(DIGEST) == HTML
    assert again.facts("s")["1.md", "d"] == FACT
    again.close()


def test_a_body_that_is_not_itself_any_more_is_not_there(tmp_path: Path) -> None:
    """A body is checked against the digest that names it."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE bodies SET html = 'other'")
    connection.commit()
    connection.close()
    store = Store(path)
    with pytest.raises(KeyError):
        store.body(DIGEST)
    store.close()


def test_what_no_scope_uses_is_forgotten(tmp_path: Path) -> None:
    """The memory does not grow with every edit: unused facts and bodies go."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path)
    store.set_sources("serve", {}, {"0.md": SOURCE})
    store.set_sources("build", {"0.md": SOURCE}, {})
    assert store.body(DIGEST) == HTML
    store.set_sources("serve", {"0.md": SOURCE}, {})
    assert store.facts("s") == {}
    with pytest.raises(KeyError):
        store.body(DIGEST)
    store.close()


def test_forgetting_takes_as_long_as_there_is_to_forget(tmp_path: Path) -> None:
    """As after a change of the settings, when all facts are others: twice the texts take twice the
    steps of SQLite, not four times.
    """
    few, many = (_steps_of_forgetting(tmp_path / f"{count}", count) for count in (200, 400))
    assert few < many < 2.5 * few


def _steps_of_forgetting(folder: Path, count: int) -> int:
    folder.mkdir()
    store = Store(folder / "memory.sqlite3")

    def remember(stamp: str) -> dict[str, SourceFact]:
        sources = {
            f"{number}.md": SourceFact("digest", stamp, (1, 2, 3, 4)) for number in range(count)
        }
        for path, source in sources.items():
            store.add_fact(path, source, Fact("{}", path, ""), "", "")
        return sources

    before = remember("old")
    store.set_sources("serve", {}, before)
    after = remember("new")
    steps: list[None] = []
    store._connection.set_progress_handler(lambda: steps.append(None), 10)
    store.set_sources("serve", before, after)
    assert (len(store.facts("old")), len(store.facts("new"))) == (0, count)
    store.close()
    return len(steps)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A run that found nothing new leaves the file as it is."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path)
    sources = store.sources("build")
    before = store.writes
    store.set_sources("build", sources, dict(sources))
    store.add_pages("build", {})
    store.drop_pages("build", [])
    assert store.writes == before
    store.close()
