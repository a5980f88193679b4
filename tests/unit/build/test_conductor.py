"""The conductor: what a run does, tells and leaves behind."""

from pathlib import Path

import pytest

from site_builder.build.conductor import build
from site_builder.build.request import Built, Request
from site_builder.events import Event, Reason, Rebuilt
from site_builder.model.gate import Gate
from site_builder.problems import SiteError
from tests.drawing import NOW
from tests.small_site import SmallSite

SITE = "title: T\nurl: https://example.org\nlanguages: [en, es]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    posts = tmp_path / "content/posts"
    posts.mkdir(parents=True)
    (tmp_path / "site.yml").write_text(SITE, encoding="utf-8")
    for name in ("a", "b", "c"):
        text = f"---\ntitle: {name}\n---\n\n{name}\n"
        (posts / f"2023-01-01-{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def _build(root: Path, *, keep_going: bool = False) -> tuple[Built, dict[str, Reason]]:
    events: list[Event] = []
    request = Request(
        root=root, output=root / "output", gate=Gate(now=NOW), jobs=1, keep_going=keep_going
    )
    built = build(request, events.append)
    return built, {one.what: one.reason for one in events if isinstance(one, Rebuilt)}


def test_what_was_made_is_not_made_again(root: Path) -> None:
    """The second run renders nothing and writes nothing."""
    assert set(_build(root)[1].values()) == {Reason.NEW}
    built, why = _build(root)
    assert (why, built.result.changed) == ({}, ())


def test_an_edit_makes_only_what_shows_it(root: Path) -> None:
    """The post, its lists and feeds; not the other posts that do not name it."""
    _build(root)
    path = root / "content/posts/2023-01-01-a.md"
    path.write_text("---\ntitle: a\n---\n\nother words\n", encoding="utf-8")
    why = _build(root)[1]
    assert why["content/posts/2023-01-01-a.md"] is Reason.SOURCE_CHANGED
    assert why["a/index.html"] is Reason.VIEW_CHANGED
    assert "feed.xml" in why
    assert "c/index.html" not in why
    assert "es/index.html" not in why


def test_a_template_and_a_lost_file_have_their_reasons(root: Path) -> None:
    """An override is TEMPLATE_CHANGED for its pages, a deleted page OUTPUT_MISSING."""
    _build(root)
    (root / "output/b/index.html").unlink()
    assert _build(root)[1] == {"b/index.html": Reason.OUTPUT_MISSING}
    override = root / "themes/papel/templates/archive.html"
    override.parent.mkdir(parents=True)
    override.write_text('{% extends "base.html" %}', encoding="utf-8")
    assert set(_build(root)[1].items()) == {
        ("archive/index.html", Reason.TEMPLATE_CHANGED),
        ("es/archive/index.html", Reason.TEMPLATE_CHANGED),
    }


def test_an_error_writes_nothing_and_quotes_its_line(root: Path) -> None:
    """The last good site stays; --keep-going writes the healthy rest."""
    _build(root)
    before = sorted(path.stat().st_mtime_ns for path in (root / "output").rglob("*.html"))
    bad = root / "content/posts/2023-01-02-bad.md"
    bad.write_text("---\ntitle: bad\nlang: sp\n---\n\nx\n", encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        _build(root)
    (problem,) = caught.value.problems
    assert (problem.code, problem.quote) == ("unknown-language", "lang: sp")
    after = sorted(path.stat().st_mtime_ns for path in (root / "output").rglob("*.html"))
    assert after == before
    built, _ = _build(root, keep_going=True)
    assert [one.code for one in built.prepared.problems] == ["unknown-language"]


def test_a_damaged_memory_costs_only_time(root: Path) -> None:
    """Thrown away, everything is made again, with the same bytes."""
    _build(root)
    (root / ".site_builder/memory.sqlite3").write_bytes(b"nonsense" * 1000)
    built, why = _build(root)
    assert set(why.values()) == {Reason.NEW}
    assert built.result.changed == ()


def test_a_text_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """Links to it are no fault of the texts that have them: it may well be public once mended."""
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en", body="[b](2023-01-02-b-en.md) [b](2023-01-02-b-en.md#x)")
    site.post("2023-01-02-b-en", 'title: "open')
    (problem,) = site.refused()
    assert problem.place is not None
    assert problem.place.path == "content/posts/2023-01-02-b-en.md"
