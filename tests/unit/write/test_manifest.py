"""What we remember of the output, and how a file is known again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.artifact import Entry, Manifest
from site_builder.write.manifest import holds, load_manifest, manifest_path, save_manifest

HOME = hashlib.sha256(b"home").hexdigest()


def test_where_it_is_kept(site: Any) -> None:
    """One manifest for each output folder, named by the digest of its path in the project."""
    site.publish({"index.html": "home"})
    inside = os.path.relpath(os.path.realpath(site.output), os.path.realpath(site.root))
    digest = hashlib.sha256(os.fsencode(inside)).hexdigest()[:12]
    assert (site.root / ".site_builder" / f"manifest-{digest}.json").is_file()
    assert manifest_path(site.root, site.output).is_file()
    assert manifest_path(site.root, site.root / "public") != manifest_path(site.root, site.output)


def test_holds(site: Any) -> None:
    """The output holds a page when it is there, ours and of this content."""
    site.publish({"index.html": "home"})
    manifest = site.manifest()
    assert holds(manifest, "index.html", HOME)
    assert not holds(manifest, "index.html", "0" * 64)
    assert not holds(manifest, "other.html", HOME)
    (site.output / "other.html").write_text("home")
    assert not holds(manifest, "other.html", HOME)


def test_stat_first(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with the size, times and inode of the manifest is not read."""
    site.publish({"index.html": "home"})
    manifest = site.manifest()

    def no_reading(*_: object, **__: object) -> int:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(os, "open", no_reading)
    assert holds(manifest, "index.html", HOME)


def test_bytes_when_the_stat_differs(site: Any) -> None:
    """A touched or restored file is known by its bytes, an edited one is not ours any more."""
    site.publish({"index.html": "home"})
    manifest = site.manifest()
    page = site.output / "index.html"
    os.utime(page, (1, 1))
    assert holds(manifest, "index.html", HOME)
    page.unlink()
    page.write_text("home")
    assert holds(manifest, "index.html", HOME)
    facts = page.stat()
    page.write_text("hOme")
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert not holds(manifest, "index.html", HOME)


def test_refreshed_by_the_next_build(site: Any) -> None:
    """A touched file is read once; the build after that knows it by its new times."""
    site.publish({"index.html": "home"})
    os.utime(site.output / "index.html", (1, 1))
    site.publish({"index.html": "home"})
    facts = (site.output / "index.html").stat()
    assert site.manifest().entries["index.html"].mtime_ns == facts.st_mtime_ns


def test_gone_or_replaced(site: Any, tmp_path: Path) -> None:
    """A page that is gone, or became a link or a folder, is not held."""
    site.publish({"index.html": "home"})
    manifest = site.manifest()
    page = site.output / "index.html"
    page.unlink()
    assert not holds(manifest, "index.html", HOME)
    (tmp_path / "same").write_text("home")
    page.symlink_to(tmp_path / "same")
    assert not holds(manifest, "index.html", HOME)
    page.unlink()
    page.mkdir()
    assert not holds(manifest, "index.html", HOME)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"version": 99, "output": "", "entries": {}}',
        b'{"version": 1, "output": "/elsewhere", "entries": {}}',
    ],
)
def test_damaged(site: Any, content: bytes) -> None:
    """A manifest that cannot be understood counts as none; the next build says so once."""
    site.publish({"index.html": "home"})
    manifest_path(site.root, site.output).write_bytes(content)
    outcome = load_manifest(site.root, site.output)
    assert outcome.value is not None
    assert outcome.value.entries == {}
    assert [problem.code for problem in outcome.problems] == ["manifest-damaged"]
    assert site.publish({"index.html": "home"}).problems == ()
    assert load_manifest(site.root, site.output).problems == ()


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("../../etc/passwd", ["0" * 64, 1, 1, 1, 1]),
        ("/etc/passwd", ["0" * 64, 1, 1, 1, 1]),
        ("a/../../b", ["0" * 64, 1, 1, 1, 1]),
        ("a.html", ["0" * 64, 1, 1, 1]),
        ("a.html", ["0", 1, 1, 1, 1]),
        ("a.html", ["0" * 64, "1", 1, 1, 1]),
        ("a.html", None),
    ],
)
def test_forged(site: Any, path: str, facts: Any) -> None:
    """A manifest from elsewhere cannot name a file outside the output."""
    site.publish({"index.html": "home"})
    file = manifest_path(site.root, site.output)
    value = json.loads(file.read_bytes())
    value["entries"][path] = facts
    file.write_text(json.dumps(value))
    outcome = load_manifest(site.root, site.output)
    assert outcome.value is not None
    assert outcome.value.entries == {}
    assert [problem.code for problem in outcome.problems] == ["manifest-damaged"]


def test_forged_entry_removes_nothing_of_others(site: Any) -> None:
    """An entry whose bytes are not the ones on disk makes no file ours to remove."""
    site.publish({"index.html": "home"})
    site.file("output/notes.txt", "mine")
    file = manifest_path(site.root, site.output)
    value = json.loads(file.read_bytes())
    value["entries"]["notes.txt"] = ["0" * 64, 1, 1, 1, 1]
    file.write_text(json.dumps(value))
    site.publish({"index.html": "home"})
    assert site.tree()["notes.txt"] == "mine"


def test_unreadable(site: Any) -> None:
    """A manifest that may not be read is a trouble of the machine, not an empty one."""
    site.publish({"index.html": "home"})
    file = manifest_path(site.root, site.output)
    file.unlink()
    file.mkdir()
    outcome = load_manifest(site.root, site.output)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["machine"]


def test_same_content_is_left_alone(site: Any) -> None:
    """Saving the same manifest again does not touch its file."""
    site.publish({"index.html": "home", "título.html": "t"})
    file = manifest_path(site.root, site.output)
    before = file.stat().st_ino
    save_manifest(site.root, site.manifest())
    assert file.stat().st_ino == before


def test_losing_the_memory_loses_no_ownership(site: Any) -> None:
    """The manifest is a file apart: with everything else in .site_builder gone, files stay ours."""
    site.publish({"index.html": "home", "a.html": "a"})
    shutil.rmtree(site.staging)
    assert site.publish({"index.html": "home"}).value.removed == ("a.html",)


def test_a_project_that_was_moved_still_owns_its_output(tmp_path: Path) -> None:
    """Renaming the project's folder must not make its own site a stranger's."""
    root = tmp_path / "before"
    (root / "output").mkdir(parents=True)
    file = root / "output" / "a.html"
    file.write_text("x", encoding="utf-8")
    digest = hashlib.sha256(b"x").hexdigest()
    facts = file.stat()
    entry = Entry(
        digest=digest,
        size=1,
        mtime_ns=facts.st_mtime_ns,
        ctime_ns=facts.st_ctime_ns,
        inode=facts.st_ino,
    )
    save_manifest(root, Manifest(output=str(root / "output"), entries={"a.html": entry}))
    root.rename(tmp_path / "after")
    moved = load_manifest(tmp_path / "after", tmp_path / "after" / "output").value
    assert moved is not None
    assert holds(moved, "a.html", digest)
