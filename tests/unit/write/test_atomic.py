"""One file, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from site_builder.write import atomic
from site_builder.write.atomic import copy, move, open_regular, write_flushed
from site_builder.write.folders import reach


def test_write(tmp_path: Path) -> None:
    """A file is written with its folders; the same bytes again leave it alone."""
    assert write_flushed(tmp_path, "a/b.json", b"one")
    inode = (tmp_path / "a/b.json").stat().st_ino
    assert not write_flushed(tmp_path, "a/b.json", b"one")
    assert (tmp_path / "a/b.json").stat().st_ino == inode
    assert write_flushed(tmp_path, "a/b.json", b"two")
    assert (tmp_path / "a/b.json").read_bytes() == b"two"


def test_flushed_before_it_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record is on the disk before it takes the place of the old one."""
    order: list[str] = []
    replace = os.replace
    monkeypatch.setattr(os, "fsync", lambda _: order.append("fsync"))
    monkeypatch.setattr(os, "replace", lambda *a, **k: (order.append("replace"), replace(*a, **k)))
    write_flushed(tmp_path, "a.json", b"one")
    assert order == ["fsync", "replace"]


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_failure_leaves_the_old_file(tmp_path: Path, fault: Any, call: str) -> None:
    """When writing fails, the old file is whole and nothing lies beside it."""
    write_flushed(tmp_path, "a.json", b"one")
    nth = 3 if call == "open" else 1
    with fault(call, nth=nth, error=OSError(errno.EIO, "I/O error")), pytest.raises(OSError):
        write_flushed(tmp_path, "a.json", b"two")
    assert (tmp_path / "a.json").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_leftover_that_is_a_link(tmp_path: Path) -> None:
    """A leftover beside the file is removed, never written into: it may be a link."""
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "a.json.tmp").symlink_to("precious")
    write_flushed(tmp_path, "a.json", b"one")
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_copy(tmp_path: Path) -> None:
    """A copy has the bytes and their digest, mode 0644, and its own time."""
    source = tmp_path / "source"
    source.write_bytes(b"abc" * 1_000_000)
    source.chmod(0o600)
    os.utime(source, (0, 0))
    assert copy(source, tmp_path, "x/1") == hashlib.sha256(source.read_bytes()).hexdigest()
    copied = tmp_path / "x/1"
    assert copied.read_bytes() == source.read_bytes()
    assert copied.stat().st_mode & 0o777 == 0o644
    assert copied.stat().st_mtime > 0


def test_copy_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a copy does not stay behind."""
    (tmp_path / "source").write_bytes(b"abc")

    class Full:
        def update(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic.hashlib, "sha256", Full)
    with pytest.raises(OSError):
        copy(tmp_path / "source", tmp_path, "copied")
    assert not (tmp_path / "copied").exists()


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_only_regular_files_are_read(tmp_path: Path, kind: str) -> None:
    """A folder, pipe or device is refused at once; a pipe without a writer would block."""
    path = tmp_path / "odd"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path = Path("/dev/zero")
    with pytest.raises(OSError, match="not a regular file"):
        open_regular(path)


def test_move_onto_a_full_folder(tmp_path: Path) -> None:
    """A folder with something in it does not give way to a file."""
    (tmp_path / "new").write_text("new")
    (tmp_path / "about").mkdir()
    (tmp_path / "about/notes.txt").write_text("mine")
    with reach(tmp_path, "about") as target, pytest.raises(IsADirectoryError):
        move(tmp_path / "new", target)
    assert (tmp_path / "about/notes.txt").read_text() == "mine"
    assert (tmp_path / "new").read_text() == "new"


def test_disk_without_modes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that knows no modes (FAT) can be written to all the same."""

    def unknown(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", unknown)
    monkeypatch.setattr(os, "chmod", unknown)
    (tmp_path / "source").write_text("text")
    copy(tmp_path / "source", tmp_path, "1")
    with reach(tmp_path, "page.html") as target:
        move(tmp_path / "1", target)
    assert (tmp_path / "page.html").read_text() == "text"
