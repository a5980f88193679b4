"""What one build leaves to the next: what it said, and when there will be something to do."""

import time
from pathlib import Path

import pytest

from site_builder.cli.building import amend, remember_build
from site_builder.freshness import Answer, ask
from site_builder.freshness.record import look
from site_builder.problems import Place, Problem
from tests.small_site import NOW, SmallSite

POST = "content/posts/2023-01-01-a-en.md"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """Whose files are trusted, as if they were older than the grain of a clock."""
    monkeypatch.setattr("site_builder.freshness.record.GRAIN_NS", -(10**15))
    site = SmallSite(tmp_path, search="false")
    site.post("2023-01-01-a-en", body="Words.\n\nMore.")
    return site


def _remembered(site: SmallSite, now: float = NOW) -> list[str]:
    words = ["build", "--root", str(site.root)]
    seen = look(site.root, words, time.time_ns())
    remember_build(site.build(now=now).built, seen, site.output)
    return words


def _asked(words: list[str]) -> Answer:
    answer = ask(words, time.time_ns())
    assert answer is not None
    return answer


def test_the_next_build_can_build_on(site: SmallSite) -> None:
    """It knows how many files there are, and makes the page of the text that was edited."""
    words = _remembered(site)
    assert _asked(words).changed == {}
    post = site.root / POST
    post.write_text(post.read_text().replace("More.", "Much more."))
    answer = _asked(words)
    assert answer.files == len([path for path in site.output.rglob("*") if path.is_file()])
    changed = amend(answer, words, site.root, site.output, ())
    assert changed is not None
    assert {*changed} == {"a/index.html", "feed.xml", "all.xml"}
    assert "Much more." in site.read("a/index.html")
    assert _asked(words).changed == {}


def test_what_is_changed_before_it_is_remembered_has_changed(site: SmallSite) -> None:
    """The record says what the disk said when a file was put there, not what it says by now."""
    words = ["build", "--root", str(site.root)]
    seen = look(site.root, words, time.time_ns())
    built = site.build(now=NOW).built
    page = site.output / "a/index.html"
    page.write_text("mine")
    remember_build(built, seen, site.output)
    assert [*_asked(words).changed] == [str(page)]


def test_what_was_said_of_the_text_has_to_be_said_anew(site: SmallSite) -> None:
    """Its lines may be others now, so there is no short way."""
    words = _remembered(site)
    post = site.root / POST
    post.write_text(post.read_text().replace("More.", "Much more."))
    said = Problem(code="missing-title", message="x", place=Place(path=POST, line=3))
    assert amend(_asked(words), words, site.root, site.output, [said]) is None


def test_a_post_of_tomorrow_is_something_to_do_tomorrow(site: SmallSite) -> None:
    """The record ends when the first post appears that is held back."""
    moment = 1_900_000_000
    site.post("2030-03-17-later-en", "date: 2030-03-17 17:46:40 +0000")
    words = _remembered(site)
    assert _asked(words).due == str(moment * 10**9)
    assert ask(words, moment * 10**9) is None
