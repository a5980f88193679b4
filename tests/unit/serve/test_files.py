from __future__ import annotations

import os
from email.message import Message
from pathlib import Path

import pytest

from site_builder.serve.files import open_item, size_of, wanted_range
from site_builder.serve.pages import Item


def item(path: Path, within: Path | None = None) -> Item:
    return Item(path=str(path), stamp="", within=str(within or ""))


def test_a_regular_file_is_opened(tmp_path: Path) -> None:
    """A file of the site is opened for its bytes, and its length is known."""
    (tmp_path / "a.txt").write_bytes(b"hello")
    file = open_item(item(tmp_path / "a.txt", tmp_path))
    assert file
    with file:
        assert (size_of(file), file.read()) == (5, b"hello")


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A folder, nothing at all, a pipe that nobody writes to: none is a file, none blocks."""
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "nothing", "pipe"):
        assert open_item(item(tmp_path / name)) is None


def test_a_link_may_not_lead_out_of_the_project(tmp_path: Path) -> None:
    """A file that became a link to somewhere else after the build is not served."""
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (project / "out").symlink_to(tmp_path / "secret")
    (project / "real").write_bytes(b"real")
    (project / "in").symlink_to(project / "real")
    assert open_item(item(project / "out", project)) is None
    inside = open_item(item(project / "in", project))
    assert inside
    inside.close()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("bytes=0-9", range(10)),
        ("bytes=90-", range(90, 100)),
        ("bytes=90-500", range(90, 100)),
        ("bytes=-10", range(90, 100)),
        ("bytes=-500", range(100)),
        ("bytes=100-", range(100, 100)),
        ("bytes=-0", range(100, 100)),
        ("bytes=0-1,5-6", None),
        ("bytes=9-1", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("bytes=1-" + "9" * 30, None),
        ("", None),
    ],
)
def test_a_single_range_is_understood(said: str, expected: range | None) -> None:
    """Players ask for one part of a recording; anything else gets the whole file."""
    headers = Message()
    headers["Range"] = said
    wanted = wanted_range(headers, 100)
    assert (wanted is None) == (expected is None)
    assert list(wanted or ()) == list(expected or ())
    headers["If-Range"] = '"etag"'
    assert wanted_range(headers, 100) is None
