"""One text or one page is found without its neighbours."""

from pathlib import Path

from site_builder.memory.single import add_source, fact_of, page_of, source_of
from site_builder.memory.store import Fact, PageFact, SourceFact, Store

SOURCE = SourceFact("d", "s", (1, 2, 3, 4))


def test_one_text_is_found_by_its_path(tmp_path: Path) -> None:
    """In its scope alone, and with what was understood of it."""
    store = Store(tmp_path / "m.sqlite3")
    store.add_fact("a.md", SOURCE, Fact("{}", "body", ""), "<p>", "")
    add_source(store, "build", "a.md", SOURCE)
    assert source_of(store, "build", "a.md") == SOURCE
    assert source_of(store, "serve", "a.md") is None
    assert source_of(store, "build", "b.md") is None
    assert fact_of(store, "a.md", SOURCE) == Fact("{}", "body", "")
    assert store.sources("build") == {"a.md": SOURCE}
    later = SourceFact("e", "s", (1, 2, 3, 5))
    add_source(store, "build", "a.md", later)
    assert source_of(store, "build", "a.md") == later
    assert fact_of(store, "a.md", later) is None


def test_a_damaged_fact_is_none(tmp_path: Path) -> None:
    """It does not fit its checksum."""
    store = Store(tmp_path / "m.sqlite3")
    store.add_fact("a.md", SOURCE, Fact("{}", "body", ""), "<p>", "")
    store.write("UPDATE facts SET value = ?", [("[]",)])
    assert fact_of(store, "a.md", SOURCE) is None


def test_one_page_is_found_by_its_output_path(tmp_path: Path) -> None:
    """In its scope alone."""
    store = Store(tmp_path / "m.sqlite3")
    page = PageFact("v", "t", "b", "d", 1)
    store.add_pages("build", {"index.html": page})
    assert page_of(store, "build", "index.html") == page
    assert page_of(store, "serve", "index.html") is None
