"""Little has changed: only when it were texts, each in its place, is it an edit."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.freshness import GRAIN_NS, Answer, ask
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
    moment = time.time_ns() + 10 * GRAIN_NS
    remember(look(tmp_path, _words(tmp_path), moment), tmp_path / "output", ["index.html"])
    return tmp_path


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
    "what an editor left beside": lambda root: _write(root / "content/posts/a.md~", "x"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_text_that_was_written_anew(site: Path, edit: Callable[[Path], object]) -> None:
    """Its path is told, in however many ways an editor saves."""
    edit(site)
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
