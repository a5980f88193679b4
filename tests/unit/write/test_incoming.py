"""Bytes wait on the output's disk until all are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from site_builder.write.incoming import NAME, Incoming
from site_builder.write.pieces import Piece


def piece(source: Path, *, movable: bool) -> Piece:
    return Piece(output="x", digest="d", size=1, source=str(source), is_movable=movable)


def test_near(site: Any) -> None:
    """What is staged on the output's disk waits where it is; a copy waits outside the output."""
    site.output.mkdir()
    source = site.file("static/a", "a")
    incoming = Incoming(site.root, site.output)
    assert incoming.bring(piece(source, movable=True)) == (str(source), "d")
    path, _ = incoming.bring(piece(source, movable=False))
    assert Path(path).read_text() == "a"
    assert site.tree() == {}
    incoming.clear()
    assert not Path(path).parent.exists()
    assert source.read_text() == "a"


def test_clears_what_a_killed_build_left(site: Any) -> None:
    """Leftovers go; whatever else someone put there stays."""
    site.file(f"output/{NAME}/7", "half a file")
    site.file(".site_builder/incoming/1", "half a file")
    site.file(".site_builder/incoming/notes.txt", "mine")
    Incoming(site.root, site.output).clear()
    assert not (site.output / NAME).exists()
    assert [one.name for one in (site.root / ".site_builder/incoming").iterdir()] == ["notes.txt"]


def test_clears_through_no_link(site: Any, tmp_path: Path) -> None:
    """A link of the waiting room's name leads to no removal."""
    site.output.mkdir()
    (tmp_path / "7").write_text("mine")
    (site.output / NAME).symlink_to(tmp_path)
    Incoming(site.root, site.output).clear()
    assert (tmp_path / "7").read_text() == "mine"
