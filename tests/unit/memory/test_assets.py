"""Pictures are recalled by their bytes, and opened only when the disk says something new."""

import os
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.discover.read import read_source
from site_builder.discover.walk import discover
from site_builder.memory.memo import Memory
from site_builder.model.asset import Asset
from site_builder.model.source import Source
from site_builder.parse.asset import read_asset
from site_builder.problems import Outcome, Problem
from tests.drawing import config_of
from tests.pictures import encoded, picture, put

NO_GRAIN = -(10**15)
"""Nanoseconds. What was just written is trusted."""


class Wall:
    """Two pictures, and a count of which were opened and which were understood."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.opened: list[str] = []
        self.understood: list[str] = []
        self.problems: tuple[Problem, ...] = ()
        for name in ("a.png", "b.png"):
            put(root / "static" / name, encoded(picture(30, 20, seed=ord(name[0])), "PNG"))

    def look(self, stamp: str = "1", *, forget: bool = False) -> Mapping[str, Asset]:
        """Look at all pictures in a memory that is opened and closed."""
        self.opened, self.understood = [], []
        sources = discover(self.root, config_of().languages).value or ()
        memory = Memory(self.root / ".site_builder", "build", "1", jobs=1, forget=forget)
        outcome = memory.look_at(sources, self._read, self._understand, stamp)
        memory.close()
        self.problems = outcome.problems
        assert outcome.value is not None
        return outcome.value

    def _read(self, source: Source) -> Outcome[bytes]:
        self.opened.append(source.path)
        return read_source(self.root, source)

    def _understand(self, source: Source, data: bytes) -> Outcome[Asset]:
        self.understood.append(source.path)
        return read_asset(source, data)


@pytest.fixture
def wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wall:
    monkeypatch.setattr("site_builder.memory.assets.GRAIN_NS", NO_GRAIN)
    return Wall(tmp_path)


def test_what_was_seen_is_not_opened_again(wall: Wall) -> None:
    """What was seen is not opened again."""
    first = wall.look()
    assert wall.opened == ["static/a.png", "static/b.png"]
    assert wall.look() == first
    assert wall.opened == []


def test_a_picture_that_changed_is_understood_alone(wall: Wall) -> None:
    """A picture that changed is understood alone."""
    wall.look()
    put(wall.root / "static/a.png", encoded(picture(31, 20), "PNG"))
    assert wall.look()["static/a.png"].width == 31
    assert wall.understood == ["static/a.png"]


def test_a_fresh_checkout_is_read_and_not_understood_again(wall: Wall) -> None:
    """A file with another time and the same bytes costs reading it."""
    first = wall.look()
    for file in (wall.root / "static").iterdir():
        os.utime(file, ns=(1, 1))
    assert wall.look() == first
    assert (wall.opened, wall.understood) == (["static/a.png", "static/b.png"], [])


def test_another_decoder_looks_again_and_so_does_force(wall: Wall) -> None:
    """Another decoder looks again and so does force."""
    wall.look()
    wall.look("2")
    assert len(wall.understood) == 2
    wall.look("2", forget=True)
    assert len(wall.understood) == 2


def test_what_was_wrong_is_said_again(wall: Wall) -> None:
    """What was wrong is said again."""
    put(wall.root / "static/a.png", b"garbage")
    wall.look()
    said = wall.problems
    assert [problem.code for problem in said] == ["image-damaged"]
    wall.look()
    assert (wall.problems, wall.opened) == (said, [])


def test_a_picture_that_changed_just_now_is_not_trusted(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that changed just now is not trusted."""
    monkeypatch.setattr("site_builder.memory.assets.GRAIN_NS", 2_000_000_000)
    wall.look()
    wall.look()
    assert len(wall.opened) == 2


def test_a_damaged_fact_is_no_fact_and_what_went_is_forgotten(wall: Wall) -> None:
    """A damaged fact is no fact and what went is forgotten."""
    first = wall.look()
    file = wall.root / ".site_builder/memory.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE assets SET value = '[]' WHERE path = 'static/a.png'")
    connection.close()
    assert wall.look() == first
    assert wall.understood == ["static/a.png"]
    shutil.rmtree(wall.root / "static")
    assert wall.look() == {}
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM assets").fetchone() == (0,)
    connection.close()
