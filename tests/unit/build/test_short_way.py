"""The short way is gone exactly where it leads to the same site, and its end is seen from outside.

Every test builds by the command, edits, builds on, and compares with a build from nothing.
"""

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.freshness import Answer
from site_builder.freshness.edited import is_unshared
from site_builder.publish.recency import saved_since
from site_builder.write.about import about_moment
from tests.small_site import SmallSite, tree

NOW = "2027-01-15T08:00:00+00:00"
POST = "content/posts/2023-01-01-a-en.md"
LINKED = "Some [words](2023-01-02-b-en.md).\n\n## A heading\n\nMore of them.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """Built once: posts with links and headings, a translation, a page, a home text, a draft.

    Its files are trusted, as if they were older than the grain of a clock.
    """
    monkeypatch.setattr("site_builder.freshness.record.GRAIN_NS", -(10**15))
    site = SmallSite(tmp_path / "site", side_by_side="true", feeds="[atom, json]")
    site.post("2023-01-01-a-en", "tags: [x]", body=LINKED)
    site.post("2023-01-01-a-es", "translated: true", "tags: [x]", body="Unas palabras.")
    site.post("2023-01-02-b-en", "tags: [x]", body="Other words.\n\n```python\nx = 1\n```")
    site.post("2023-01-03-c-en", "draft: true", body="Not yet.")
    site.page("about-en", body="About.")
    site.page("index-en", body="Home.")
    site.page("told-en", "description: All of it", body="Told.")
    _build(site)
    return site


def _build(site: SmallSite, *options: str) -> str:
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["build", "--root", str(site.root), "--now", NOW, "--jobs", "1", *options])
    assert code == 0, said.getvalue()
    return said.getvalue()


def _is_short(site: SmallSite, *options: str) -> bool:
    """Build on; whether that was the short way. The output must be that of a build from nothing."""
    said = _build(site, *options)
    anew = SmallSite(site.root.parent / "anew")
    shutil.rmtree(anew.root)
    ignored = shutil.ignore_patterns("output", ".site_builder")
    shutil.copytree(site.root, anew.root, ignore=ignored)
    _build(anew, *options)
    found, wanted = tree(site.output), tree(anew.output)
    assert {
        one for one in found.keys() | wanted.keys() if found.get(one) != wanted.get(one)
    } == set()
    return "Building" not in said


def _edit(site: SmallSite, path: str, old: str, new: str) -> None:
    file = site.root / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


SHORT: dict[str, tuple[str, str, str]] = {
    "a word": (POST, "More of them", "Fewer of them"),
    "a paragraph at the end": (POST, "of them.", "of them.\n\nAnd some more."),
    "a paragraph before a heading": (POST, "## A", "In between.\n\n## A"),
    "so many words that it takes a minute more": (POST, "of them.", "of them. " + "word " * 300),
    "a list, a table, emphasis": (
        POST,
        "of them.",
        "**of** them.\n\n- a\n- b\n\n|a|b|\n|-|-|\n|c|d|",
    ),
    "a translation": ("content/posts/2023-01-01-a-es.md", "palabras.", "palabras.\n\nY más."),
    "code": ("content/posts/2023-01-02-b-en.md", "x = 1", "x = 2"),
    "a page": ("content/pages/about-en.md", "About.", "About.\n\nMe."),
    "the home text": ("content/pages/index-en.md", "Home.", "Home.\n\nSweet home."),
    "space at the end": (POST, "of them.", "of them.  \n"),
    "a comment": (POST, "## A", "<!-- why -->\n\n## A"),
    "a draft": ("content/posts/2023-01-03-c-en.md", "Not yet.", "Not yet.\n\nSoon."),
    "the first paragraph under a description": ("content/pages/told-en.md", "Told.", "Said."),
    "nothing but a time": (POST, "Some", "Some"),
}
LONG: dict[str, tuple[str, str, str]] = {
    "a heading": (POST, "of them.", "of them.\n\n## Another"),
    "a heading's words": (POST, "A heading", "The heading"),
    "a link": (POST, "of them.", "of [them](2023-01-02-b-en.md)."),
    "a link's target": (POST, "2023-01-02-b-en.md", "../pages/about-en.md"),
    "the first paragraph, of which lists have the beginning": (POST, "Some", "A few"),
    "a title": (POST, "title: T", "title: Other"),
    "a tag": (POST, "tags: [x]", "tags: [y]"),
    "the end of a draft": ("content/posts/2023-01-03-c-en.md", "draft: true", "draft: false"),
    "something to complain about": (POST, "of them.", "of them. [no](#no)"),
    "a script": (POST, "of them.", "of them.\n\n<script>let x = 1</script>"),
}


@pytest.mark.parametrize("edit", SHORT.values(), ids=SHORT)
def test_words_of_a_body_go_the_short_way(site: SmallSite, edit: tuple[str, str, str]) -> None:
    """Once and again; and when they are taken back."""
    path, old, new = edit
    _edit(site, path, old, new)
    assert _is_short(site)
    _edit(site, path, new, old)
    assert _is_short(site)


@pytest.mark.parametrize("edit", LONG.values(), ids=LONG)
def test_what_others_can_see_goes_the_long_way(site: SmallSite, edit: tuple[str, str, str]) -> None:
    """Lists, menus, other pages or checks stand on it."""
    _edit(site, *edit)
    assert not _is_short(site)


def test_the_words_are_where_they_should_be(site: SmallSite) -> None:
    """On its page, beside its translation, in feeds of all forms, in search; nowhere else."""
    before = tree(site.output)
    _edit(site, POST, "More of them", "Xylophones")
    assert _is_short(site)
    changed = {path for path, data in tree(site.output).items() if before[path] != data}
    shards = {path for path in changed if path.startswith("search/")}
    feeds = {"feed.xml", "feed.json", "all.xml", "all.json"}
    assert changed - shards == {"a/index.html", "es/a/with-en/index.html", *feeds}
    assert all("Xylophones" in site.read(path) for path in changed - shards)
    assert any("xylophones" in site.read(path) for path in shards)


def test_several_texts_at_once(site: SmallSite) -> None:
    """A feed that carries both has both."""
    _edit(site, POST, "More of them", "Xylophones")
    _edit(site, "content/posts/2023-01-02-b-en.md", "Other words.", "Other words.\n\nZithers.")
    assert _is_short(site)
    assert "Xylophones" in site.read("feed.xml")
    assert "Zithers" in site.read("feed.xml")


def test_bodies_that_change_places(site: SmallSite) -> None:
    """Two texts with each other's body: which is which cannot be told from a page with both."""
    for name, words in (("d", "The first."), ("e", "The second.")):
        site.post(f"2023-02-01-{name}-en", f"description: {name}", body=words)
    assert not _is_short(site)
    _edit(site, "content/posts/2023-02-01-d-en.md", "The first.", "The second.")
    _edit(site, "content/posts/2023-02-01-e-en.md", "The second.", "The first.")
    assert not _is_short(site)
    _edit(site, "content/posts/2023-02-01-d-en.md", "The second.", "The first.")
    assert _is_short(site)
    _edit(site, "content/posts/2023-02-01-e-en.md", "The first.", "The second.")
    assert not _is_short(site)
    assert "The second." in site.read("e/index.html")
    assert "The first." in site.read("d/index.html")


def test_a_text_that_another_repeats(site: SmallSite) -> None:
    """Of two texts with one body the pages of one are not those of the other."""
    for name in ("d", "e"):
        site.post(f"2023-02-01-{name}-en", f"description: {name}", body="The same.\n\nTwice.")
    assert not _is_short(site)
    _edit(site, "content/posts/2023-02-01-d-en.md", "Twice.", "Once.")
    assert not _is_short(site)
    assert "Twice." in site.read("e/index.html")


def test_another_build_in_between(site: SmallSite) -> None:
    """What was remembered last is another site: with drafts, at another address."""
    _build(site, "--drafts", "--output", str(site.root.parent / "drafts"))
    _edit(site, POST, "More of them", "Fewer of them")
    assert not _is_short(site)
    _edit(site, POST, "Fewer of them", "More of them")
    assert _is_short(site)


def test_warnings_are_said_again(site: SmallSite) -> None:
    """Those of other texts; an edit of the text itself goes the long way, to say its lines anew."""
    _edit(site, "content/pages/about-en.md", "About.", "About. [no](#no)")
    said = _build(site)
    assert "#no" in said
    _edit(site, POST, "More of them", "Fewer of them")
    said = _build(site)
    assert "Building" not in said
    assert "#no" in said
    assert "1 warning" in said
    _edit(site, "content/pages/about-en.md", "About.", "About.\n\nMe.")
    assert ":7" in _build(site)


def test_a_translation_that_becomes_stale_is_counted(site: SmallSite) -> None:
    """And one that is fresh again; in between, edits go the short way."""
    with redirect_stdout(StringIO()):
        assert main(["status", "--accept", "--root", str(site.root)]) == 0
    assert "1 fresh" in _build(site)
    _edit(site, POST, "More of them", "Fewer of them")
    assert "1 stale" in _build(site)
    _edit(site, POST, "Fewer of them", "None of them")
    assert "Building" not in _build(site)
    _edit(site, "content/posts/2023-01-01-a-es.md", "palabras.", "palabras.\n\nY más.")
    assert _is_short(site)
    _edit(site, POST, "None of them", "More of them")
    assert "1 fresh" in _build(site)


DAMAGES: dict[str, str] = {
    "a page is not known": "DELETE FROM carriers WHERE output = 'a/index.html'",
    "a view is another": "UPDATE carriers SET view = replace(view, 'Some', 'None')",
    "a view cannot be read": "UPDATE carriers SET view = substr(view, 1, 50)",
    "a kind is not known": "UPDATE carriers SET kind = 'NoView'",
    "a frame is gone": "DELETE FROM apart",
    "a frame is another": "UPDATE apart SET text = replace(text, 'Test', 'Rest')",
    "pages are left out": "UPDATE carried SET outputs = '[]'",
    "a text is not known": "DELETE FROM carried",
    "a fact is damaged": "UPDATE facts SET value = replace(value, 'Some', 'None')",
    "the index is another": "UPDATE indexed SET words = number",
    "the size of the index is another": "UPDATE indexes SET shape = 'x'",
    "bodies are gone": "DELETE FROM bodies",
    "bodies are others": "UPDATE bodies SET html = replace(html, 'words', 'sword')",
    "words are gone": "DELETE FROM words",
    "a template was another": "UPDATE pages SET template = 'x'",
    "what it stood on is not known": "DELETE FROM ground",
    "what it stood on is another": "UPDATE ground SET value = replace(value, 'Test', 'Rest')",
    "a builder was another": "UPDATE pages SET tool = 'x'",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_memory_is_not_built_on(
    site: SmallSite, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the disk says that nobody has touched it."""
    with closing(sqlite3.connect(site.root / ".site_builder/memory.sqlite3")) as memory, memory:
        assert memory.execute(damage).rowcount > 0
    monkeypatch.setattr("site_builder.freshness.edited.is_unshared", lambda _answer: True)
    _edit(site, POST, "More of them", "Fewer of them")
    assert not _is_short(site)


def test_a_memory_names_no_template_that_is_none(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Templates are code: a memory that was made by hand cannot say where one is."""
    planted = site.write("content/planted.html", "{{ 6 * 7 }} planted")
    _build(site)
    with closing(sqlite3.connect(site.root / ".site_builder/memory.sqlite3")) as memory, memory:
        (value,) = memory.execute("SELECT value FROM ground").fetchone()
        found = re.search(r'"post\.html":\["([^"]+)"', value)
        assert found is not None
        forged = value.replace(found[1], str(planted))
        row = (forged, hashlib.sha256(forged.encode()).hexdigest()[:16])
        memory.execute("UPDATE ground SET value = ?, sum = ?", row)
    monkeypatch.setattr("site_builder.freshness.edited.is_unshared", lambda _answer: True)
    _edit(site, POST, "More of them", "Fewer of them")
    assert not _is_short(site)
    assert "planted" not in site.read("a/index.html")


def test_a_build_that_was_cut_off(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of the short way: the next build goes the long one, and all is well."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    _edit(site, POST, "More of them", "Fewer of them")
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.build.short_way.replace_files", stop)
        assert main(["build", "--root", str(site.root), "--now", NOW, "--jobs", "1"]) == 130
    assert not _is_short(site)
    _edit(site, POST, "Fewer of them", "More of them")
    assert _is_short(site)


def _publishable(site: SmallSite) -> bool:
    moment = about_moment(site.root, site.output)
    return saved_since(site.root, moment) is None


@pytest.mark.parametrize("name", ["a draft", "nothing but a time", "a word"])
def test_what_was_built_may_be_deployed(site: SmallSite, name: str) -> None:
    """Also where no page is another one now: the text was saved after the pages were made."""
    _edit(site, *SHORT[name])
    assert not _publishable(site)
    assert _is_short(site)
    assert _publishable(site)


@contextmanager
def _used_by_another(site: SmallSite) -> Iterator[None]:
    """As the preview does while it reads a large site."""
    with closing(sqlite3.connect(site.root / ".site_builder/memory.sqlite3")) as memory:
        memory.execute("BEGIN IMMEDIATE")
        yield


def test_a_memory_that_could_not_be_written_is_not_built_on(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not know of the last build, which a feed of several texts would undo."""
    monkeypatch.setattr("site_builder.memory.store._WAIT", 0.01)
    with _used_by_another(site):
        _edit(site, POST, "More of them", "Fewer of them")
        assert not _is_short(site)
    _edit(site, "content/posts/2023-01-02-b-en.md", "Other words.", "Other words.\n\nZithers.")
    assert not _is_short(site)
    assert "Fewer of them" in site.read("feed.xml")
    _edit(site, POST, "Fewer of them", "None of them")
    assert _is_short(site)


def test_checks_in_between_are_kept_out(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """They remember pages too, those of drafts among them, and ask for no lock."""
    monkeypatch.setattr("site_builder.memory.store._WAIT", 0.01)

    def is_unshared_and_then_checked(answer: Answer) -> bool:
        answered = is_unshared(answer)
        with redirect_stdout(StringIO()):
            main(["check", "--root", str(site.root), "--now", NOW, "--jobs", "1", "--drafts"])
        return answered

    _edit(site, POST, "More of them", "Fewer of them")
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.freshness.edited.is_unshared", is_unshared_and_then_checked)
        _build(site)
    assert "Fewer of them" in site.read("feed.xml")
    assert "Not yet." not in site.read("feed.xml")


def test_a_look_in_between_is_no_build(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """``status`` knows the text as it is now while a build is at work that read it before."""
    monkeypatch.setattr("site_builder.freshness.edited.is_unshared", lambda _answer: True)
    _edit(site, POST, "title: T", "title: Another")
    with redirect_stdout(StringIO()):
        main(["status", "--root", str(site.root)])
    assert not _is_short(site)
    assert "Another" in site.read("a/index.html")


def test_a_text_that_goes_meanwhile(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the reading: the long way makes the site without it."""

    def is_unshared_and_then_gone(answer: Answer) -> bool:
        (site.root / "content/posts/2023-01-02-b-en.md").unlink()
        (site.root / POST).unlink()
        return is_unshared(answer)

    _edit(site, POST, "More of them", "Fewer of them")
    monkeypatch.setattr("site_builder.freshness.edited.is_unshared", is_unshared_and_then_gone)
    assert not _is_short(site)


def test_the_end_is_told_before_another_build_is_let_in(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk says of the output would else be what it says of the other's."""
    seen = []

    def watched(*_given: object, **_named: object) -> None:
        seen.append((site.root / ".site_builder/lock").read_text())

    monkeypatch.setattr("site_builder.freshness.record._write", watched)
    _edit(site, POST, "More of them", "Fewer of them")
    _build(site)
    (site.root / "site.yml").touch()
    _build(site)
    assert seen == [f"{os.getpid()}\n"] * 2


def _own_footer(site: SmallSite) -> None:
    site.write("themes/papel/templates/partials/footer.html", "<p>Mine</p>")


OTHER_CHANGES: dict[str, Callable[[SmallSite], object]] = {
    "a template": _own_footer,
    "settings": lambda site: site.configure(title="Other"),
    "a new post": lambda site: site.post("2023-03-01-n-en"),
    "a page of the output": lambda site: (site.output / "index.html").write_text("mine"),
}


@pytest.mark.parametrize("change", OTHER_CHANGES.values(), ids=OTHER_CHANGES)
def test_more_than_an_edit(site: SmallSite, change: Callable[[SmallSite], object]) -> None:
    """Whatever else changed beside the text is not passed over."""
    _edit(site, POST, "More of them", "Fewer of them")
    change(site)
    assert not _is_short(site)
