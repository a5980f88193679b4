from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from site_builder.serve.folders import (
    changed_since,
    counts,
    identity,
    is_passed_over,
    linked_folders,
)


@pytest.mark.parametrize(
    "name",
    ["x.md~", ".#x.md", "#x.md#", ".x.md.swp", ".x.swx", "4913", ".DS_Store", ".git", "x.md.tmp"],
)
def test_what_editors_leave_behind_does_not_count(name: str) -> None:
    """Swap files, locks and backups are no part of a site."""
    assert is_passed_over(name)


@pytest.mark.parametrize(
    "name", ["x.md", ".well-known", ".nojekyll", "_x", "x~y.md", "template.html"]
)
def test_files_of_a_site_count(name: str) -> None:
    """Whatever can be published counts, hidden or not."""
    assert not is_passed_over(name)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/s/content", True),
        ("/s/content/posts/x.md", True),
        ("/s/site.yml", True),
        ("/s/content/.git/index", False),
        ("/s/content/posts/.x.md.swp", False),
        ("/s/contents/x.md", False),
        ("/s/output/index.html", False),
        ("/s/.site_builder/memory", False),
        ("", False),
    ],
)
def test_a_change_counts_inside_of_what_is_watched(path: str, *, expected: bool) -> None:
    """Only the watched files and folders count, never output, memory or version control."""
    assert counts(path, ["/s/content", "/s/site.yml"]) is expected


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    """Folders behind links are found, through further links too, and circles come to an end."""
    content, shared, deep = (tmp_path / name for name in ("content", "shared", "deep"))
    for folder in (content / "posts", shared, deep):
        folder.mkdir(parents=True)
    (content / "posts" / "shared").symlink_to(shared)
    (content / "again").symlink_to(shared)
    (shared / "deep").symlink_to(deep)
    (deep / "back").symlink_to(content)
    (content / "nothing").symlink_to(tmp_path / "nothing")
    assert linked_folders(str(content)) == (str(deep), str(shared))
    assert linked_folders(str(tmp_path / "nothing")) == ()


def test_what_changed_before_watching_began_is_found(tmp_path: Path) -> None:
    """A file edited, made or deleted since a moment is found, even when its time was set back."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "old.md").write_text("old")
    (folder / "edited.md").write_text("a")
    time.sleep(0.03)
    moment = time.time_ns() - 10_000_000
    time.sleep(0.02)
    assert changed_since([folder, tmp_path / "nothing"], moment) == ()
    (folder / "edited.md").write_text("b")
    os.utime(folder / "edited.md", (0, 0))
    assert changed_since([folder], moment) == (str(folder / "edited.md"),)
    (folder / "old.md").unlink()
    assert str(folder) in changed_since([folder], moment)


def test_another_folder_of_the_same_name_is_another_folder(tmp_path: Path) -> None:
    """A folder keeps its identity under a new name, and what takes its place has another."""
    folder = tmp_path / "content"
    folder.mkdir()
    before = identity(str(folder))
    folder.rename(tmp_path / "old")
    folder.mkdir()
    assert identity(str(tmp_path / "old")) == before
    assert identity(str(folder)) not in (before, None)
    (tmp_path / "file").write_text("x")
    assert identity(str(tmp_path / "file")) is None
    assert identity(str(tmp_path / "nothing")) is None
