"""Whoever forgot to build is told."""

import os
from pathlib import Path

import pytest

from site_builder.publish.recency import saved_since

MOMENT = 1_700_000_000_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("site.yml", "content/posts/a.md", "content/posts/b.md", "static/x.png", "notes"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        os.utime(file, ns=(MOMENT - 1, MOMENT - 1))
    return tmp_path


def test_nothing_is_said_of_what_was_built(root: Path) -> None:
    """Older sources, files that are no sources, links to nothing, what editors leave behind."""
    os.utime(root / "notes", ns=(MOMENT + 1, MOMENT + 1))
    (root / "content/posts/gone.md").symlink_to("nowhere")
    for name in (".a.md.swp", "a.md~", ".obsidian/work.json"):
        litter = root / "content/posts" / name
        litter.parent.mkdir(exist_ok=True)
        litter.touch()
    assert saved_since(root, MOMENT) is None


@pytest.mark.parametrize(
    "name", ["site.yml", "content/posts/b.md", "static/x.png", "static/.well-known/x"]
)
def test_what_was_saved_later_is_named(root: Path, name: str) -> None:
    """The first by path."""
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).touch()
    os.utime(root / name, ns=(MOMENT + 1, MOMENT + 1))
    problem = saved_since(root, MOMENT)
    assert problem is not None
    assert (problem.code, str(problem.place)) == ("not-built", name)
