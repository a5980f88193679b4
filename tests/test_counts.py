"""What a build does not do, in numbers: modules, files, texts and pages. Times are never tested."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from site_builder.events import Reason
from tests.small_site import REPO, SmallSite

POSTS = 60
"""In two languages: thirty each, so that a list has two pages."""
NO_GRAIN = -(10**15)
"""Nanoseconds. What was just written is trusted: its change time cannot be set back for a test."""
HEAVY = {"yaml", "jinja2", "markdown_it", "babel", "pygments", "sqlite3", "watchdog", "frontmatter"}
SPARED = {
    *("babel", "math_core", "PIL", "pygments", "watchdog", "site_builder.parse.hiring"),
    # The rules of Markdown read every text where the compiled reader is not installed.
    *(("markdown_it", "mdit_py_plugins") if find_spec("pyromark") else ()),
    *("asyncio", "calendar", "concurrent", "difflib", "email", "html", "http", "logging"),
    *("multiprocessing", "shlex", "socket", "ssl", "subprocess", "zoneinfo"),
}
"""Libraries that most edits do not need."""
TELLS = f"""
import json, sys
opened = []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append(arguments[0])
sys.addaudithook(hook)
import site_builder.freshness
site_builder.freshness.GRAIN_NS = {NO_GRAIN}
from site_builder.cli import main
code = main(["build"])
print(json.dumps([code, opened, list(sys.modules)]), file=sys.stderr)
"""


@dataclass(frozen=True)
class Told:
    """What a real build, in a process of its own, opened and imported."""

    opened: set[str]
    """Files below the site's root."""
    modules: set[str]


def told(root: Path) -> Told:
    """Build the site at ``root``."""
    done = subprocess.run(
        [sys.executable, "-c", TELLS],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPO)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    code, opened, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    start = f"{root}/"
    return Told({one.removeprefix(start) for one in opened if one.startswith(start)}, set(modules))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """A corpus whose files are trusted though they are new."""
    monkeypatch.setattr("site_builder.memory.parsed.GRAIN_NS", NO_GRAIN)
    write_corpus(tmp_path, posts=POSTS, languages=("en", "es"), layout="ours")
    return SmallSite(tmp_path)


def test_a_build_with_nothing_to_do_wakes_nobody(site: SmallSite) -> None:
    """It imports no library and no stage, and opens one file: the record of the last build."""
    told(site.root)
    again = told(site.root)
    assert [one.split("-")[0] for one in again.opened] == [".site_builder/fresh"]
    assert not HEAVY & again.modules
    ours = {one.split(".")[1] for one in again.modules if one.startswith("site_builder.")}
    assert ours == {"cli", "freshness"}


def test_an_edit_opens_the_text_that_was_edited(site: SmallSite) -> None:
    """The other texts are neither read nor hashed."""
    told(site.root)
    oldest = _oldest(site)
    _append(oldest)
    opened = {one for one in told(site.root).opened if one.startswith("content/")}
    assert opened == {f"content/posts/{oldest.name}"}


def test_an_edit_of_words_wakes_only_who_reads_and_who_renders(site: SmallSite) -> None:
    """No stage that knows all texts, and no library, not for the code in the text either."""
    told(site.root)
    edited = _oldest(site)
    assert "```python" in edited.read_text()
    _append(edited)
    again = told(site.root)
    ours = {one.split(".")[1] for one in again.modules if one.startswith("site_builder.")}
    assert not ours & {"assemble", "plan", "checks", "inspect", "serve", "publish", "scaffold"}
    assert not (SPARED | {"yaml", "frontmatter"}) & again.modules


def test_an_edit_of_more_than_words_wakes_no_library_that_it_does_not_need(site: SmallSite) -> None:
    """What only a mistake asks for, a formula, a picture, another command or another zone."""
    told(site.root)
    _retitle(_oldest(site))
    again = told(site.root)
    assert "site_builder.plan.routes" in again.modules
    assert not SPARED & again.modules


def _oldest(site: SmallSite) -> Path:
    return min((site.root / "content/posts").glob("*-en.md"))


def _append(path: Path) -> None:
    path.write_text(path.read_text() + "\nMore words.\n")


def _retitle(path: Path) -> None:
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join("title: New\n" if one[:6] == "title:" else one for one in lines))


def _add(path: Path) -> None:
    new = path.with_name(path.name.replace("travel-0", "new"))
    new.write_text("---\ntitle: New\ntags: [bread]\n---\n\nWords.\n")


def _override(path: Path) -> None:
    file = path.parents[2] / "themes/papel/templates/archive.html"
    file.parent.mkdir(parents=True)
    file.write_text('{% extends "base.html" %}')


KINDS: dict[str, tuple[Callable[[Path], object], int, int]] = {
    "nothing": (lambda _path: None, 0, 0),
    "the time of a file": (os.utime, 0, 0),
    "words at the end": (_append, 1, 1),  # the post itself
    "a template": (_override, 0, 2),  # the archives that are made with it
    "a title": (_retitle, 1, 10),
    "a new post": (_add, 1, 15),
}
"""What is done to the oldest post → how many texts are parsed, and the most pages rendered."""


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_costs_what_it_changes(site: SmallSite, kind: str) -> None:
    """One text is parsed of sixty, and only the pages that show what changed are rendered: the
    post, its neighbours and translation, its lists, the archive, the sitemap.
    """
    act, texts, pages = KINDS[kind]
    assert site.build().built.result.files > POSTS
    act(_oldest(site))
    reasons = site.build().reasons
    parsed = {one for one in reasons if one.startswith("content/")}
    made = len(reasons) - len(parsed)
    assert (len(parsed), bool(made)) == (texts, bool(pages))
    assert made <= pages, reasons


def test_a_fresh_checkout_with_the_memory_restored_makes_nothing(
    site: SmallSite, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As in CI: every file is new to the disk, and nothing is parsed, rendered or written."""
    site.build()
    checkout = tmp_path_factory.mktemp("checkout") / "site"
    shutil.copytree(site.root, checkout, copy_function=shutil.copyfile)
    run = SmallSite(checkout).build()
    assert (run.reasons, run.built.result.changed) == ({}, ())


def test_with_the_memory_alone_nothing_is_parsed(
    site: SmallSite, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where the output was not kept, pages are rendered from what is remembered of the texts."""
    first = site.build().built.result
    checkout = tmp_path_factory.mktemp("checkout") / "site"
    left_out = shutil.ignore_patterns("output", "staging")
    shutil.copytree(site.root, checkout, copy_function=shutil.copyfile, ignore=left_out)
    run = SmallSite(checkout).build()
    assert set(run.reasons.values()) == {Reason.OUTPUT_MISSING}
    assert set(run.built.result.changed) == set(first.changed)
