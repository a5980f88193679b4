"""Twenty-odd places that must never become an output folder, and some that may."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from site_builder.write.location import misplaced


def reason(site: Any, output: Path) -> str:
    problem = misplaced(site.root, output)
    assert problem is None or (problem.code == "output-refused" and problem.hint)
    return problem.message if problem else ""


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (".", "is the site itself"),
        ("..", "contains your home folder"),
        ("content/..", "is the site itself"),
        ("content", "content is the site's content/"),
        ("content/public", "content/public is inside content/"),
        ("themes", "themes is the site's themes/"),
        ("themes/plain/out", "themes/plain/out is inside themes/"),
        ("static", "static is the site's static/"),
        ("static/out", "static/out is inside static/"),
        ("tests", "tests is the site's tests/"),
        (".git", ".git is inside .git/"),
        (".git/out", ".git/out is inside .git/"),
        (".site_builder", ".site_builder is inside .site_builder/"),
        (".site_builder/out", ".site_builder/out is inside .site_builder/"),
        ("Content/out", "Content/out is inside content/"),
        ("STATIC", "STATIC is the site's static/"),
        ("site.yml", "site.yml is not a folder"),
    ],
)
def test_refused_below_the_root(site: Any, output: str, expected: str) -> None:
    """The site, its sources and our own folder are refused, by any spelling."""
    path = site.root / output
    assert reason(site, path).endswith(expected)


def test_root_of_the_disk(site: Any) -> None:
    """The root of the disk is refused."""
    assert reason(site, Path(site.root.anchor)).endswith("is the root of the disk")


def test_home(site: Any, tmp_path: Path) -> None:
    """Your home folder, and what contains it, are refused; a folder in it is fine."""
    assert reason(site, tmp_path / "home").endswith("is your home folder")
    assert reason(site, tmp_path).endswith("contains your home folder")
    assert reason(site, tmp_path / "home" / "public") == ""


def test_links(site: Any, tmp_path: Path) -> None:
    """A link is refused wherever it leads, dangling or not."""
    (tmp_path / "real").mkdir()
    for name, target in (("output", tmp_path / "real"), ("public", tmp_path / "nowhere")):
        (site.root / name).symlink_to(target)
        assert reason(site, site.root / name) == f"{name} is a symbolic link"


def test_parent_that_leads_into_the_sources(site: Any, tmp_path: Path) -> None:
    """A path that enters the sources through a link above it is refused."""
    (tmp_path / "way").symlink_to(site.root / "content")
    assert reason(site, tmp_path / "way" / "out").endswith("is inside content/")


def test_sources_kept_elsewhere(site: Any, tmp_path: Path) -> None:
    """Where content/ is a link to another disk, the folder it leads to is refused as well."""
    texts = tmp_path / "texts" / "posts"
    texts.mkdir(parents=True)
    (site.root / "content").rmdir()
    (site.root / "content").symlink_to(texts)
    assert reason(site, texts / "out").endswith("is inside content/")
    assert reason(site, tmp_path / "texts").endswith("contains the site's content/")


@pytest.mark.parametrize("output", ["output", "docs", "public/site", "contents", "../elsewhere"])
def test_good_places(site: Any, output: str) -> None:
    """A folder of its own is fine, whether it is there or not."""
    assert reason(site, site.root / output) == ""
    (site.root / output).mkdir(parents=True)
    assert reason(site, site.root / output) == ""


def test_no_home(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home folder can build."""

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    assert reason(site, site.output) == ""
