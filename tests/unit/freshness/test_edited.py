"""Little has changed: only when it were texts, each in its place, is it an edit."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from site_builder.freshness import GRAIN_NS, Answer, ask, memory_state
from site_builder.freshness.edited import edited, is_unshared
from site_builder.freshness.record import look, remember

POST = "content/posts/a.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built, long ago."""
    for name in (POST, "content/posts/deep/b.md", "content/pages/c.md", "content/d.svg"):
        _write(tmp_path / name, "one")
    for name in ("site.yml", "output/index.html", ".site_builder/memory.sqlite3"):
        _write(tmp_path / name, "one")
    _remember(tmp_path)
    return tmp_path


def _remember(root: Path) -> None:
    moment = time.time_ns() + 10 * GRAIN_NS
    remember(look(root, _words(root), moment), root / "output", {"index.html": ""})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _words(root: Path) -> list[str]:
    return ["build", "--root", str(root)]


def _answer(root: Path) -> Answer:
    answer = ask(_words(root), time.time_ns() + 20 * GRAIN_NS)
    assert answer is not None
    return answer


def _by_renaming(root: Path) -> None:
    _write(root / "content/posts/.a.md.new", "another")
    (root / "content/posts/.a.md.new").replace(root / POST)


EDITS: dict[str, Callable[[Path], object]] = {
    "written in place": lambda root: _write(root / POST, "another"),
    "another file moved into its place": _by_renaming,
}
MORE: dict[str, Callable[[Path], object]] = {
    "a new text": lambda root: _write(root / "content/posts/new.md", "x"),
    "a text that is gone": lambda root: (root / POST).unlink(),
    "a text renamed": lambda root: (root / POST).rename(root / "content/posts/z.md"),
    "a picture": lambda root: _write(root / "content/d.svg", "another"),
    "settings": lambda root: _write(root / "site.yml", "another"),
    "a page of the output": lambda root: _write(root / "output/index.html", "another"),
    "a stranger in the output": lambda root: _write(root / "output/x.html", "x"),
    "a link in place of a text": lambda root: (
        (root / POST).unlink(),
        (root / POST).symlink_to(root / "site.yml"),
    ),
    "a folder in place of a text": lambda root: ((root / POST).unlink(), (root / POST).mkdir()),
    "a link in place of a folder": lambda root: (
        (root / "content/posts").rename(root / "elsewhere"),
        (root / "content/posts").symlink_to(root / "elsewhere"),
    ),
}
LITTER = (".a.md.swp", "a.md~", "4913", "#a.md#", ".#a.md", ".DS_Store", ".obsidian/work.json")


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_text_that_was_written_anew(site: Path, edit: Callable[[Path], object]) -> None:
    """Its path is told, in however many ways an editor saves."""
    edit(site)
    assert edited(_answer(site), site) == (POST,)


@pytest.mark.parametrize("name", [*LITTER, os.fsdecode(b".\xff")])
def test_what_editors_leave_beside_is_passed_over(site: Path, name: str) -> None:
    """When it comes, when it is written anew beside an edited text, and when it goes."""
    _write(site / "content/posts" / name, "x")
    assert edited(_answer(site), site) == ()
    _remember(site)
    _write(site / "content/posts" / name, "another")
    _write(site / POST, "another")
    assert edited(_answer(site), site) == (POST,)
    (site / "content/posts" / name).unlink()
    assert edited(_answer(site), site) == (POST,)


def test_several_texts(site: Path) -> None:
    """Posts and pages, deep in folders too."""
    for name in (POST, "content/posts/deep/b.md", "content/pages/c.md"):
        _write(site / name, "another")
    found = edited(_answer(site), site)
    assert found is not None
    assert {*found} == {POST, "content/posts/deep/b.md", "content/pages/c.md"}


@pytest.mark.parametrize("change", MORE.values(), ids=MORE)
@pytest.mark.parametrize("also", [False, True])
def test_whatever_else_changes_is_more(
    site: Path, change: Callable[[Path], object], *, also: bool
) -> None:
    """Alone or beside an edited text."""
    change(site)
    if also:
        _write(site / "content/pages/c.md", "another")
    assert edited(_answer(site), site) is None


def test_a_memory_that_someone_else_has_used_is_told(site: Path) -> None:
    """Another build, with other words, remembers other pages."""
    answer = _answer(site)
    assert is_unshared(answer)
    _write(site / ".site_builder/memory.sqlite3", "another")
    assert not is_unshared(answer)


def test_a_memory_written_between_two_ticks_of_a_clock_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk says the same of it; SQLite has counted."""
    memory = site / ".site_builder/memory.sqlite3"
    memory.unlink()
    with closing(sqlite3.connect(memory)) as database:
        database.execute("CREATE TABLE one (two)")
    facts = memory.stat()
    monkeypatch.setattr("site_builder.freshness.facts_of", lambda _place: facts)
    before = memory_state(str(memory))
    with closing(sqlite3.connect(memory)) as database, database:
        database.execute("INSERT INTO one VALUES (1)")
    assert memory_state(str(memory)) != before


def test_a_memory_that_does_not_know_of_the_last_build_is_told(site: Path) -> None:
    """Nobody else has written into it, but neither has that build."""
    seen = look(site, _words(site), time.time_ns() + 10 * GRAIN_NS)
    remember(seen, site / "output", {"index.html": ""}, is_remembered=False)
    assert not is_unshared(_answer(site))
