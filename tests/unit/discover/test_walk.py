"""Which files of a project the site may use, on a real disk."""

import os
from pathlib import Path

from site_builder.discover.walk import discover
from site_builder.model.source import Kind


def _put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_kinds_follow_place_and_ending(tmp_path: Path) -> None:
    """A file is a post, a page, a companion or static by where it lies and how it ends."""
    _put(
        tmp_path, "content/posts/a.md", "content/pages/b.md", "content/posts/c.png", "static/d.txt"
    )
    outcome = discover(tmp_path, ())
    assert {source.path: source.kind for source in outcome.value or ()} == {
        "content/pages/b.md": Kind.PAGE,
        "content/posts/a.md": Kind.POST,
        "content/posts/c.png": Kind.FILE,
        "static/d.txt": Kind.STATIC,
    }
    assert outcome.problems == ()


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """Backups, swap files, locks and folder settings are never read."""
    litter = (".#a.md", "a.md~", ".a.md.swp", "#a.md#", "4913", ".DS_Store", "Thumbs.db")
    _put(tmp_path, "content/posts/a.md", *(f"content/posts/{name}" for name in litter))
    assert [source.path for source in discover(tmp_path, ()).value or ()] == ["content/posts/a.md"]


def test_links_out_of_the_project_are_errors(tmp_path: Path) -> None:
    """Nothing outside the project is ever read, through whatever link."""
    root = tmp_path / "site"
    _put(tmp_path, "secret.md", "elsewhere/secret.md", "site/content/posts/a.md")
    (root / "content/posts/leak.md").symlink_to(tmp_path / "secret.md")
    (root / "content/posts/leakdir").symlink_to(tmp_path / "elsewhere")
    outcome = discover(root, ())
    assert [source.path for source in outcome.value or ()] == ["content/posts/a.md"]
    assert [problem.code for problem in outcome.problems] == ["outside-file", "outside-file"]


def test_loops_dangling_links_and_pipes_are_named_once(tmp_path: Path) -> None:
    """A link in a circle, a link to nothing and a pipe do not hang the walk."""
    _put(tmp_path, "content/posts/a.md")
    posts = tmp_path / "content/posts"
    (posts / "loop").symlink_to("..")
    (posts / "self").symlink_to("self")
    (posts / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(posts / "pipe.md")
    outcome = discover(tmp_path, ())
    assert [source.path for source in outcome.value or ()] == ["content/posts/a.md"]
    assert sorted(str(problem.place) for problem in outcome.problems) == [
        "content/posts/gone.md",
        "content/posts/loop",
        "content/posts/pipe.md",
        "content/posts/self",
    ]


def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    """Shared files may be linked from within the project."""
    _put(tmp_path, "shared/a.md", "content/posts/b.md")
    (tmp_path / "content/posts/a.md").symlink_to(tmp_path / "shared/a.md")
    found = [source.path for source in discover(tmp_path, ()).value or ()]
    assert found == ["content/posts/a.md", "content/posts/b.md"]


def test_a_folder_named_like_a_text_is_a_folder(tmp_path: Path) -> None:
    """2026-01-15-dir.md may be a folder; what is in it is found."""
    _put(tmp_path, "content/posts/2026-01-15-dir.md/a.md")
    found = [source.path for source in discover(tmp_path, ()).value or ()]
    assert found == ["content/posts/2026-01-15-dir.md/a.md"]


def test_the_ledger_is_found_beside_site_yml(tmp_path: Path) -> None:
    """One of that name elsewhere is a file like any other; a link out of the project is not it."""
    root = tmp_path / "site"
    _put(root, "translations.lock", "content/posts/translations.lock")
    found = {source.path: source.kind for source in discover(root, ()).value or ()}
    assert found == {
        "content/posts/translations.lock": Kind.FILE,
        "translations.lock": Kind.LEDGER,
    }
    (root / "translations.lock").rename(tmp_path / "elsewhere")
    (root / "translations.lock").symlink_to(tmp_path / "elsewhere")
    outcome = discover(root, ())
    assert [source.kind for source in outcome.value or ()] == [Kind.FILE]
    assert [problem.code for problem in outcome.problems] == ["outside-file"]


def test_posts_where_jekyll_has_them_are_not_left_unread_in_silence(tmp_path: Path) -> None:
    """Until there is a post where we read it; then the old folder may be there for Jekyll."""
    (tmp_path / "_posts").mkdir()
    (note,) = discover(tmp_path, ()).problems
    assert (note.code, note.hint) == ("posts-elsewhere", "move what is in it to content/posts/")
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/2026-01-31-a.md").write_text("A")
    assert discover(tmp_path, ()).problems == ()
