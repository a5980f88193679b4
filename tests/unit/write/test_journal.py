"""What a build that was killed had been about to write."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from site_builder.write.journal import announce, announced, close_journal, is_open
from site_builder.write.manifest import load_manifest

NEW = hashlib.sha256(b"new").hexdigest()


def test_open_and_close(site: Any) -> None:
    """A journal is open from the announcement until it is closed; closing twice does no harm."""
    assert not is_open(site.root, site.output)
    assert announced(site.root, site.output) is None
    announce(site.root, site.output, {"index.html": NEW})
    assert is_open(site.root, site.output)
    assert announced(site.root, site.output) == {"index.html": NEW}
    for _ in range(2):
        close_journal(site.root, site.output)
    assert not is_open(site.root, site.output)


def test_a_good_build_closes_it(site: Any) -> None:
    """After a build that ended well there is no journal."""
    site.publish({"index.html": "home"})
    assert not is_open(site.root, site.output)


def test_written_but_never_recorded(site: Any) -> None:
    """A file that a killed build had put in place is ours; one it had not, is not there."""
    announce(site.root, site.output, {"a.html": NEW, "b.html": NEW, "c.html": NEW})
    site.file("output/a.html", "new")
    site.file("output/c.html", "someone else's")
    assert set(site.manifest().entries) == {"a.html"}


@pytest.mark.parametrize("content", ["{", "[]", '{"../x": "0"}', '{"x": 1}'])
def test_damaged(site: Any, content: str) -> None:
    """A journal that cannot be understood is said once, and takes nothing from the manifest."""
    site.publish({"index.html": "home"})
    announce(site.root, site.output, {})
    (journal,) = (site.root / ".site_builder").glob("journal-*.json")
    journal.write_text(content)
    outcome = load_manifest(site.root, site.output)
    assert [problem.code for problem in outcome.problems] == ["manifest-damaged"]
    assert outcome.value is not None
    assert set(outcome.value.entries) == {"index.html"}
    site.publish({"index.html": "home"})
    assert load_manifest(site.root, site.output).problems == ()
