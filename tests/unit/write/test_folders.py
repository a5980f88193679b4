"""The way down to a file of the output never goes through a link."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from site_builder.write import folders
from site_builder.write.folders import Descent, digest_of, folded, is_safe, reach, stat_of


@pytest.fixture(params=[True, False], ids=["relative calls", "as on Windows"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "HAS_DIR_FD", request.param and folders.HAS_DIR_FD)


pytestmark = pytest.mark.usefixtures("_both_ways")


def code(top: Path, path: str, *, make: bool = False) -> int | None:
    with pytest.raises(OSError) as caught, reach(top, path, make=make):
        pass
    return caught.value.errno


def test_reaches_and_makes(tmp_path: Path) -> None:
    """Missing folders are made on demand, and only then."""
    assert code(tmp_path, "es/x/index.html") == errno.ENOENT
    with reach(tmp_path, "es/x/index.html", make=True) as target:
        os.close(os.open(target.name, os.O_CREAT | os.O_WRONLY, dir_fd=target.folder))
        assert stat_of(target).st_size == 0
    assert (tmp_path / "es/x/index.html").is_file()


def test_link_on_the_way(tmp_path: Path) -> None:
    """A link at the top or below it is refused, whether it leads in or out."""
    (tmp_path / "out" / "real" / "x").mkdir(parents=True)
    (tmp_path / "out" / "link").symlink_to(tmp_path / "out" / "real")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "top").symlink_to(tmp_path / "out")
    for make in (False, True):
        assert code(tmp_path / "out", "link/a.html", make=make) == errno.ELOOP
        assert code(tmp_path / "out", "link/x/a.html", make=make) == errno.ELOOP
        assert code(tmp_path / "top", "real/a.html", make=make) == errno.ELOOP
        assert code(tmp_path, "dangling/a.html", make=make) == errno.ELOOP


def test_one_file_after_another(tmp_path: Path) -> None:
    """Each path is reached in its own folder, whatever the one before it shares with it."""
    paths = ["es/x/1", "es/x/2", "es/3", "4", "es/y/5", "fr/x/6", "es/x/7", "es/x/deep/8"]
    with Descent(tmp_path) as descent:
        for path in paths:
            target = descent.reach(path, make=True)
            os.close(os.open(target.name, os.O_CREAT | os.O_WRONLY, dir_fd=target.folder))
        with pytest.raises(FileNotFoundError):
            descent.reach("de/9")
        assert stat_of(descent.reach("4")).st_size == 0
    found = {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert found == set(paths)


def test_link_between_two_files(tmp_path: Path) -> None:
    """A link that was put in the place of a folder meanwhile leads nowhere."""
    (tmp_path / "out" / "es").mkdir(parents=True)
    (tmp_path / "elsewhere" / "x").mkdir(parents=True)
    with Descent(tmp_path / "out") as descent:
        descent.reach("es/x/1", make=True)
        (tmp_path / "out" / "es").rename(tmp_path / "out" / "was")
        (tmp_path / "out" / "es").symlink_to(tmp_path / "elsewhere")
        # What is open is the folder itself, wherever it is now; else the link is refused.
        with suppress(OSError):
            target = descent.reach("es/x/2", make=True)
            os.close(os.open(target.name, os.O_CREAT | os.O_WRONLY, dir_fd=target.folder))
    assert not (tmp_path / "elsewhere/x/2").exists()


def test_file_on_the_way(tmp_path: Path) -> None:
    """A file where a folder has to be is told as that."""
    (tmp_path / "about").write_text("")
    assert code(tmp_path, "about/index.html") == errno.ENOTDIR


def test_descriptors_are_closed(tmp_path: Path) -> None:
    """However the way ends, no folder stays open."""
    (tmp_path / "about").write_text("")
    before = os.dup(0)
    for _ in range(3):
        code(tmp_path, "about/index.html")
        with reach(tmp_path, "a/b/c.html", make=True):
            pass
    after = os.dup(0)
    os.close(before)
    os.close(after)
    assert after == before + 1


@pytest.mark.parametrize("path", ["index.html", "es/título/index.html", ".nojekyll", "a/.git/x"])
def test_safe(path: str) -> None:
    """What stays below its folder is safe."""
    assert is_safe(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a\\b"),
        *("a\0b", "a\udc80", ".git", ".git/config", ".GIT/x"),
    ],
)
def test_unsafe(path: str, tmp_path: Path) -> None:
    """What leads out, or into git's own folder, or cannot be spelled, is not."""
    assert not is_safe(path)
    assert code(tmp_path, path, make=True) == errno.EINVAL


def test_digest(tmp_path: Path) -> None:
    """Only a regular file has a digest: no link, folder or pipe, and no waiting for one."""
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    found = {}
    for name in ("file", "link", "folder", "pipe", "missing"):
        with reach(tmp_path, name) as target:
            found[name] = digest_of(target)
    # FIPS 180-2, appendix B.1
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert found == {"file": abc, "link": None, "folder": None, "pipe": None, "missing": None}


def test_folded() -> None:
    """Case and composition are one to some disks."""
    assert folded("Tags/TÍTULO") == folded("tags/ti\u0301tulo")
    assert folded("straße") == folded("STRASSE")
    assert folded("a") != folded("á")
