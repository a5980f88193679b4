"""The file of the memory: whatever happens to it, the worst is that it is empty."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from site_builder.memory.store import PageFact, Store

HTML = "<p>body</p>"
DIGEST = hashlib.sha256(HTML.encode()).hexdigest()
PAGE = PageFact(view="v", template="t", tool="x", digest="d", size=3)


def _filled(path: Path) -> None:
    store = Store(path, "1")
    store.add_facts([("key", "{}", DIGEST, HTML)])
    store.set_sources("build", {"a.md": "key"})
    store.set_pages("build", {"a/index.html": PAGE})
    store.commit()
    store.close()


def test_what_was_remembered_is_there_next_time(tmp_path: Path) -> None:
    """Facts, bodies and pages survive the process."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path, "1")
    assert store.facts(["key", "other"])["key"].body == DIGEST
    assert store.body(DIGEST) == HTML
    assert store.pages("build") == {"a/index.html": PAGE}
    assert store.pages("serve") == {}
    store.close()


def test_another_version_finds_it_empty(tmp_path: Path) -> None:
    """A builder of another version starts afresh, without a complaint."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path, "2")
    assert not store.was_damaged
    assert store.facts(["key"]) == {}
    store.close()


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """Truncated or overwritten, the memory is empty and usable."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    path.write_bytes(damage)
    store = Store(path, "1")
    assert store.was_damaged == bool(damage)
    assert store.facts(["key"]) == {}
    store.close()


def test_a_body_that_is_not_itself_any_more_is_not_there(tmp_path: Path) -> None:
    """A body is checked against the digest that names it."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE bodies SET html = 'other'")
    connection.commit()
    connection.close()
    store = Store(path, "1")
    with pytest.raises(KeyError):
        store.body(DIGEST)
    store.close()


def test_what_no_scope_uses_is_forgotten(tmp_path: Path) -> None:
    """The memory does not grow with every edit: unused facts and bodies go."""
    path = tmp_path / "memory.sqlite3"
    _filled(path)
    store = Store(path, "1")
    store.set_sources("build", {})
    assert store.facts(["key"]) == {}
    with pytest.raises(KeyError):
        store.body(DIGEST)
    store.close()
