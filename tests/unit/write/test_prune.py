"""Only what is ours and unchanged is taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from site_builder.write.prune import Fate, in_the_way, left_alone, take_away


def published(site: Any, *paths: str) -> Any:
    site.publish({path: f"text of {path}" for path in paths})
    return site.manifest().entries


def test_removed_with_its_empty_folders(site: Any) -> None:
    """A file of ours goes, and the folders it leaves empty, but never the output itself."""
    entries = published(site, "a/b/c/index.html")
    assert take_away(site.output, "a/b/c/index.html", entries["a/b/c/index.html"]) is Fate.REMOVED
    assert list(site.output.iterdir()) == []


def test_folder_that_is_not_empty_stays(site: Any) -> None:
    """A folder with anything else in it stays."""
    entries = published(site, "a/b/index.html")
    site.file("output/a/notes.txt", "mine")
    take_away(site.output, "a/b/index.html", entries["a/b/index.html"])
    assert site.tree() == {"a/notes.txt": "mine"}


def test_changed_file_stays(site: Any) -> None:
    """A file that someone changed since stays, also at the same size."""
    entries = published(site, "index.html")
    (site.output / "index.html").write_text("TEXT of index.html")
    assert take_away(site.output, "index.html", entries["index.html"]) is Fate.CHANGED
    assert site.tree() == {"index.html": "TEXT of index.html"}


def test_touched_file_goes(site: Any) -> None:
    """A file with other times but our bytes is still ours."""
    entries = published(site, "index.html")
    (site.output / "index.html").touch()
    assert take_away(site.output, "index.html", entries["index.html"]) is Fate.REMOVED


def test_gone_already(site: Any) -> None:
    """A file that is gone is no trouble; its empty folder is cleared away."""
    entries = published(site, "a/index.html")
    (site.output / "a/index.html").unlink()
    assert take_away(site.output, "a/index.html", entries["a/index.html"]) is Fate.GONE
    assert not (site.output / "a").exists()
    assert take_away(site.output, "a/index.html", entries["a/index.html"]) is Fate.GONE


def test_folder_in_its_place_stays(site: Any) -> None:
    """A folder where our file was is someone else's."""
    entries = published(site, "about")
    (site.output / "about").unlink()
    (site.output / "about").mkdir()
    assert take_away(site.output, "about", entries["about"]) is Fate.CHANGED
    assert (site.output / "about").is_dir()


def test_no_way_through_a_link(site: Any, tmp_path: Path) -> None:
    """A file of ours that is now reached through a link is not removed."""
    entries = published(site, "es/index.html")
    (site.output / "es").rename(tmp_path / "moved")
    (site.output / "es").symlink_to(tmp_path / "moved")
    with pytest.raises(OSError):
        take_away(site.output, "es/index.html", entries["es/index.html"])
    assert (tmp_path / "moved/index.html").exists()


def test_in_the_way(site: Any) -> None:
    """What has to go first: file for folder, folder for file, other case, other composition."""
    entries = published(site, "a", "b/index.html", "C.html", "ti\u0301tulo", "d/index.html", "e")
    wanted = dict.fromkeys(["a/index.html", "b", "c.html", "título", "d/other.html", "f"], "")
    assert set(in_the_way(entries, wanted)) == {"a", "b/index.html", "C.html", "ti\u0301tulo"}
    assert in_the_way({}, wanted) == {}


def test_what_is_said_of_a_file_left_alone() -> None:
    """A file left alone is a warning that names it."""
    problem = left_alone("output/x.html")
    assert not problem.is_error
    assert problem.message.startswith("output/x.html is no longer wanted")
