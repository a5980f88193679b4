"""A few files take the place of others; whatever comes then knows whose they are."""

from __future__ import annotations

import errno
import hashlib
from typing import Any

import pytest

from site_builder.model.artifact import Artifact
from site_builder.write.replace import replace

BEFORE = {"index.html": "home", "a/index.html": "a", "b/index.html": "b"}


def _staged(site: Any, pages: dict[str, str]) -> list[Artifact]:
    artifacts = []
    for output, text in pages.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        staged = site.file(f"staging/{digest}", text)
        artifacts.append(Artifact(output=output, digest=digest, size=len(text), staged=str(staged)))
    return artifacts


def _replace(site: Any, pages: dict[str, str]) -> Any:
    return replace(_staged(site, pages), root=site.root, output=site.output)


def test_only_what_is_given_changes(site: Any) -> None:
    """The others keep their times and inodes."""
    site.publish(BEFORE)
    facts = (site.output / "b/index.html").stat()
    assert _replace(site, {"a/index.html": "a 2"}).value is True
    assert site.tree() == BEFORE | {"a/index.html": "a 2"}
    now = (site.output / "b/index.html").stat()
    assert (now.st_ino, now.st_ctime_ns) == (facts.st_ino, facts.st_ctime_ns)


def test_the_next_build_knows_them_as_ours(site: Any) -> None:
    """Also after several times, and when they are to go."""
    site.publish(BEFORE)
    _replace(site, {"a/index.html": "a 2"})
    _replace(site, {"b/index.html": "b 2"})
    _replace(site, {"a/index.html": "a 3"})
    manifest = site.manifest()
    assert {path: one.size for path, one in manifest.entries.items()} == {
        "index.html": 4,
        "a/index.html": 3,
        "b/index.html": 3,
    }
    outcome = site.publish({"index.html": "home", "b/index.html": "b 2"})
    assert outcome.problems == ()
    assert outcome.value.changed == ()
    assert outcome.value.removed == ("a/index.html",)


def test_whoever_is_cut_off_leaves_no_strangers(site: Any, fault: Any) -> None:
    """What lies there is what was put there the time before, of which only the journal knows."""
    site.publish(BEFORE)
    _replace(site, {"a/index.html": "a 2"})
    artifacts = _staged(site, {"a/index.html": "a 3"})
    with fault("replace", nth=2, error=KeyboardInterrupt()), pytest.raises(KeyboardInterrupt):
        replace(artifacts, root=site.root, output=site.output)
    assert site.tree()["a/index.html"] == "a 2"
    outcome = site.publish({"index.html": "home", "b/index.html": "b"})
    assert outcome.problems == ()
    assert outcome.value.removed == ("a/index.html",)


def test_a_disk_that_refuses_is_told(site: Any, fault: Any) -> None:
    """With the file at hand; what was there stays."""
    site.publish(BEFORE)
    artifacts = _staged(site, {"a/index.html": "a 2"})
    with fault("replace", nth=2, error=OSError(errno.ENOSPC, "No space left on device")):
        outcome = replace(artifacts, root=site.root, output=site.output)
    assert [problem.message for problem in outcome.problems] == [
        "output/a/index.html cannot be written: no space left on the device"
    ]
    assert site.tree() == BEFORE
    assert site.publish(BEFORE).value.changed == ()


def test_a_journal_that_cannot_be_understood_stops_it(site: Any) -> None:
    """Nothing is touched: the long way says what is wrong."""
    site.publish(BEFORE)
    _replace(site, {"a/index.html": "a 2"})
    for journal in (site.root / ".site_builder").glob("journal-*"):
        journal.write_text("[]")
    assert _replace(site, {"b/index.html": "b 2"}).value is False
    assert site.tree() == BEFORE | {"a/index.html": "a 2"}


def test_no_other_place_is_written(site: Any) -> None:
    """Neither outside of the output nor where an output may not be."""
    site.publish(BEFORE)
    assert _replace(site, {"../x.html": "x"}).value is None
    artifacts = _staged(site, {"a/index.html": "a 2"})
    assert replace(artifacts, root=site.root, output=site.root).value is None
