"""Did anything change since the last good build? The one sin is a false yes to "fresh"."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.freshness import GRAIN_NS, MOST_CHANGED, Answer, ask
from site_builder.freshness.record import Look, amend, forget, look, problems, remember
from site_builder.problems import Place, Problem

LATER = 10 * GRAIN_NS
POST = Place(path="content/posts/a.md", line=1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("site.yml", "content/posts/a.md", "static/x.txt", "output/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one", encoding="utf-8")
    (tmp_path / ".site_builder").mkdir()
    return tmp_path


def _words(root: Path, *options: str) -> list[str]:
    return ["build", "--root", str(root), *options]


def _ask(root: Path, *options: str, moment: int = LATER) -> Answer | None:
    return ask(_words(root, *options), time.time_ns() + moment)


def _fresh(root: Path, *options: str, moment: int = LATER) -> bool:
    answer = _ask(root, *options, moment=moment)
    return answer is not None and not answer.changed


def _build(root: Path, *options: str, moment: int = LATER) -> None:
    remember(_look(root, *options, moment=moment), root / "output", {"index.html": ""})


def _look(root: Path, *options: str, moment: int = LATER) -> Look:
    return look(root, _words(root, *options), time.time_ns() + moment)


def _same_size_old_time(root: Path) -> None:
    path = root / "content/posts/a.md"
    before = path.stat()
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "an edit of the same size with the old time put back": _same_size_old_time,
    "a new post": lambda root: (root / "content/posts/b.md").write_text("x", encoding="utf-8"),
    "a deleted post": lambda root: (root / "content/posts/a.md").unlink(),
    "a renamed post": lambda root: (root / "content/posts/a.md").rename(
        root / "content/posts/c.md"
    ),
    "a template that appears": lambda root: (
        (root / "themes/papel/templates").mkdir(parents=True),
        (root / "themes/papel/templates/post.html").write_text("x", encoding="utf-8"),
    ),
    "an empty folder": lambda root: (root / "content/pages").mkdir(),
    "a page of the output edited by hand": lambda root: (root / "output/index.html").write_text(
        "mine", encoding="utf-8"
    ),
    "a page of the output that is gone": lambda root: (root / "output/index.html").unlink(),
    "a stranger in the output": lambda root: (root / "output/new.html").write_text(
        "x", encoding="utf-8"
    ),
    "a damaged record": lambda root: [
        path.write_bytes(b"{") for path in (root / ".site_builder").glob("fresh-*")
    ],
    "a record that lost its end": lambda root: [
        path.write_bytes(path.read_bytes()[:-200]) for path in (root / ".site_builder").glob("f*")
    ],
    "a theme of one's own": lambda root: (root / "themes").mkdir(),
}


def test_an_untouched_site_is_fresh(site: Path) -> None:
    """Looking twice at the same disk gives the same answer."""
    assert not _fresh(site)
    _build(site)
    assert _fresh(site)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(site: Path, change: Callable[[Path], object]) -> None:
    """Whatever happens to a file that counts, the site is not fresh any more."""
    _build(site)
    change(site)
    assert not _fresh(site)


def test_other_options_ask_for_another_site(site: Path) -> None:
    """--drafts, --url or another environment never borrow the freshness of a plain build."""
    _build(site)
    assert not _fresh(site, "drafts")


def test_what_was_just_touched_is_not_trusted(site: Path) -> None:
    """Within the grain of a coarse clock a second edit could go unseen: it counts as changed."""
    _build(site, moment=GRAIN_NS // 2)
    answer = _ask(site)
    assert answer is not None
    assert str(site / "content/posts/a.md") in answer.changed


def test_what_was_read_again_is_trusted(site: Path) -> None:
    """Once the clock has moved on and someone has read what changed, there is nothing to do."""
    _build(site, moment=GRAIN_NS // 2)
    answer = _ask(site)
    assert answer is not None
    amend(answer, _words(site), site / "output", {"index.html": ""})
    assert _fresh(site)


def test_only_what_was_changed_is_taken_as_read(site: Path) -> None:
    """What changes while a build reads is seen by the next one, and so is a file that it made."""
    (site / "content/posts/a.md").write_text("two", encoding="utf-8")
    _build(site)
    (site / "content/posts/a.md").write_text("three", encoding="utf-8")
    answer = _ask(site)
    assert answer is not None
    (site / "content/posts/a.md").write_text("after it was asked", encoding="utf-8")
    (site / "output/index.html").write_text("made again", encoding="utf-8")
    amend(answer, _words(site), site / "output", {"index.html": ""})
    again = _ask(site)
    assert again is not None
    assert [*again.changed] == [str(site / "content/posts/a.md")]


def test_of_many_changes_no_list_is_made(site: Path) -> None:
    """When more changed than a few files, there is no use in knowing which."""
    for number in range(MOST_CHANGED + 1):
        (site / f"content/posts/n{number}.md").write_text("x", encoding="utf-8")
    _build(site)
    assert _fresh(site)
    for number in range(MOST_CHANGED + 1):
        (site / f"content/posts/n{number}.md").write_text("xy", encoding="utf-8")
    assert _ask(site) is None


def test_a_clock_that_went_back_is_not_trusted(site: Path) -> None:
    """A post may be in the future again."""
    _build(site, moment=2 * LATER)
    assert not _fresh(site, moment=LATER)


def test_what_was_said_is_said_again(site: Path) -> None:
    """A warning does not go away by building again; its place, hint and quoted line come back."""
    said = (
        Problem(
            code="missing-title",
            message="no title",
            place=Place(path="content/posts/a.md", line=1, column=2),
            hint="give it one",
            quote="---",
        ),
        Problem(code="held-back", message="waits"),
    )
    remember(_look(site), site / "output", {"index.html": ""}, said)
    answer = _ask(site)
    assert answer is not None
    assert problems(answer.said) == said


def test_a_post_that_has_come_due_is_a_change(site: Path) -> None:
    """Nothing on disk changes when its time comes, and still there is something to build."""
    moment = time.time_ns() + LATER
    words = _words(site)
    remember(look(site, words, moment), site / "output", {"index.html": ""}, due_ns=moment + 100)
    assert ask(words, moment + 99) is not None
    assert ask(words, moment + 100) is None


def test_another_builder_is_a_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file of the builder, or another set of packages, and the record is not believed."""
    package = site / "lib/site_builder"
    packages = site / "lib/site-packages"
    package.mkdir(parents=True)
    packages.mkdir()
    module = package / "freshness/record.py"
    module.parent.mkdir()
    module.write_text("1", encoding="utf-8")
    monkeypatch.setattr("site_builder.freshness.record.__file__", str(module))
    monkeypatch.syspath_prepend(str(packages))
    _build(site)
    assert _fresh(site)
    (packages / "new.py").write_text("", encoding="utf-8")
    assert not _fresh(site)
    _build(site)
    module.write_text("2", encoding="utf-8")
    assert not _fresh(site)


def test_a_record_of_unknown_problems_is_not_believed() -> None:
    """A record of another version says nothing that can be said again."""
    assert problems('[[""], [["no-such-code", "", null, "", 0]]]') is None
    assert problems('[[], [["bad-date", "", null, "", 0]]]') is None
    assert problems("[[]]") is None
    assert problems("[]") == ()


def test_a_long_line_is_kept_once_however_much_is_wrong_with_it(site: Path) -> None:
    """A thousand warnings about a line of 100,000 characters are no record of 100 MB."""
    said = [
        Problem(code="bad-anchor", message=f"no {number}", place=POST, quote="x" * 100_000)
        for number in range(1_000)
    ]
    remember(_look(site), site / "output", {"index.html": ""}, said)
    (record,) = (site / ".site_builder").glob("fresh-*")
    assert record.stat().st_size < 1_000_000
    answer = _ask(site)
    assert answer is not None
    assert problems(answer.said) == tuple(said)


def test_a_build_that_fails_forgets(site: Path) -> None:
    """After forgetting, the next build is a real one."""
    _build(site)
    forget(_look(site).record)
    assert not _fresh(site)


def test_links_in_a_circle_end(site: Path) -> None:
    """A folder linked below itself does not hang the look."""
    (site / "content/posts/loop").symlink_to("..")
    _build(site)
    assert _fresh(site)


def test_looking_wakes_nothing_of_the_house() -> None:
    """The question is asked with little of the standard library, and nothing else of ours."""
    code = (
        "import sys; import site_builder.freshness; "
        "heavy = {'typing', 'dataclasses', 'pathlib', 'argparse', 'json', 'hashlib'}; "
        "print(sorted(heavy & set(sys.modules)), "
        "sorted(name for name in sys.modules if name.startswith('site_builder.')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert said == "[] ['site_builder.freshness']\n"
