"""We do not write among files that are not ours."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

import pytest

from site_builder.model.artifact import Manifest
from site_builder.write.ownership import refusal

PAGES = {"index.html": "home", "es/index.html": "inicio"}


def snapshot(site: Any) -> dict[str, tuple[int, int]]:
    """Every file of the site but our records: path → inode and change time."""
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_ctime_ns)
        for path in site.root.rglob("*")
        if ".site_builder" not in path.parts and not path.is_dir()
    }


def test_a_strangers_file(site: Any) -> None:
    """A file that is not ours stops the build, is named, and nothing is touched."""
    site.file("output/notes.txt", "mine")
    before = snapshot(site)
    outcome = site.publish(PAGES)
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == "output-refused"
    assert problem.place is None
    assert problem.message == "output holds files we did not write: notes.txt"
    assert "--adopt-output" in problem.hint
    assert snapshot(site) == before


def test_many_strangers_are_not_all_named(site: Any) -> None:
    """Three names are enough."""
    for name in "edcba":
        site.file(f"output/{name}.txt", name)
    (problem,) = site.publish(PAGES).problems
    assert problem.message.endswith(": a.txt, b.txt, c.txt, …")


def test_a_stranger_on_a_wanted_path(site: Any) -> None:
    """A file with other bytes where a page is wanted is not overwritten."""
    site.file("output/index.html", "theirs")
    assert site.publish(PAGES).value is None
    assert site.tree() == {"index.html": "theirs"}


def test_equal_bytes_are_ours(site: Any) -> None:
    """Without a manifest, files equal to what would be written are ours again."""
    site.publish(PAGES)
    for record in (site.root / ".site_builder").glob("*.json"):
        record.unlink()
    outcome = site.publish(PAGES)
    assert outcome.problems == ()
    assert outcome.value.changed == ()
    assert site.publish({"index.html": "home"}).value.removed == ("es/index.html",)


def test_adopt(site: Any) -> None:
    """With adopt, wanted files replace what is there; every other file stays and is never ours."""
    site.file("output/index.html", "theirs")
    site.file("output/notes.txt", "mine")
    assert site.publish(PAGES, adopt=True).problems == ()
    assert site.tree() == {**PAGES, "notes.txt": "mine"}
    assert site.publish({"index.html": "home"}, adopt=True).problems == ()
    assert site.tree() == {"index.html": "home", "notes.txt": "mine"}
    assert site.publish(PAGES).value is None


def test_git_work_tree(site: Any) -> None:
    """A git work tree with files of others is refused, even with adopt."""
    site.file("output/.git/HEAD", "ref: refs/heads/main")
    site.file("output/README.md", "mine")
    for adopt in (False, True):
        (problem,) = site.publish(PAGES, adopt=adopt).problems
        assert problem.message == (
            "output is a git work tree with files we did not write: README.md"
        )


def test_git_work_tree_of_our_pages(site: Any) -> None:
    """A git work tree that holds nothing but our pages is fine; its .git stays."""
    site.file("output/.git/HEAD", "ref: refs/heads/gh-pages")
    assert site.publish(PAGES).problems == ()
    assert site.publish({"index.html": "2"}).problems == ()
    assert site.tree() == {".git/HEAD": "ref: refs/heads/gh-pages", "index.html": "2"}


def test_what_file_managers_leave(site: Any) -> None:
    """The files that file managers drop into every folder are no reason to stop."""
    site.publish(PAGES)
    site.file("output/.DS_Store", "")
    site.file("output/es/Thumbs.db", "")
    assert site.publish({"index.html": "home"}).problems == ()
    assert set(site.tree()) == {".DS_Store", "es/Thumbs.db", "index.html"}


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_odd_files_are_strangers(site: Any, kind: str) -> None:
    """A link or a pipe counts as a file and is never followed or opened."""
    site.output.mkdir()
    if kind == "link":
        (site.output / "odd").symlink_to("/etc")
    else:
        os.mkfifo(site.output / "odd")
    assert "odd" in site.publish(PAGES).problems[0].message


def test_names_that_cannot_be_printed(site: Any) -> None:
    """A file name with a line break or broken bytes still gives a message of one line."""
    site.output.mkdir()
    (site.output / "a\nb\x1b[31m").write_text("")
    with suppress(OSError):  # APFS takes no such name
        (site.output / os.fsdecode(b"\xff")).write_text("")
    (problem,) = site.publish(PAGES).problems
    assert problem.message.isprintable()
    assert "a\\nb" in problem.message
    problem.message.encode()


def test_older_spelling_of_a_folder(site: Any) -> None:
    """On a disk that minds no case, a file of ours may be listed under an older spelling."""
    site.publish({"tags/index.html": "t"})
    # Two names of one file are what such a disk shows.
    (site.output / "Tags").mkdir()
    os.link(site.output / "tags/index.html", site.output / "Tags/index.html")
    assert refusal(site.root, site.output, site.manifest(), {}, adopt=False) == ()


def test_no_output_yet(site: Any) -> None:
    """A folder that does not exist, or is empty, is ours to take."""
    empty = Manifest(output=str(site.output), entries={})
    assert refusal(site.root, site.output, empty, {}, adopt=False) == ()
    site.output.mkdir()
    assert refusal(site.root, site.output, empty, {}, adopt=False) == ()


def test_decomposed_names(site: Any) -> None:
    """A disk that gives names back decomposed shows our files, not strangers'."""
    site.publish({"título.html": "t"})
    (site.output / "título.html").rename(site.output / "ti\u0301tulo.html")
    assert refusal(site.root, site.output, site.manifest(), {}, adopt=False) == ()


def test_unreadable_folder(site: Any, fault: Any) -> None:
    """A folder that may not be listed is told, not taken for empty."""
    site.publish(PAGES)
    ready = site.ready(PAGES)
    with fault("scandir", nth=2, error=PermissionError(13, "Permission denied", "es")):
        (problem,) = ready().problems
    assert problem.message == "output/es cannot be read: permission denied"
