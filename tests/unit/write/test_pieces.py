"""What has to lie in the output."""

from __future__ import annotations

import hashlib
from typing import Any

from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.write.pieces import gather


def test_copies_first(site: Any) -> None:
    """Copied files come before pages, so that a new page finds its style there."""
    site.file("static/theme.css", "css")
    copies = [Copy(source="static/theme.css", output="theme.css", digest="", owner="theme")]
    page = Artifact(output="index.html", digest="d", size=4, staged="/staged")
    pieces = gather([page], copies, site.root).value
    assert pieces is not None
    assert [piece.output for piece in pieces] == ["theme.css", "index.html"]
    assert pieces[0].digest == hashlib.sha256(b"css").hexdigest()
    assert pieces[0].size == 3
    assert [piece.is_movable for piece in pieces] == [False, True]


def test_theme_outside_the_site(site: Any, tmp_path: Any) -> None:
    """A file of an installed theme has an absolute path, and its digest is taken as given."""
    file = tmp_path / "theme.css"
    file.write_text("css")
    copy = Copy(source=str(file), output="a/theme.css", digest="known", owner="theme")
    pieces = gather([], [copy], site.root).value
    assert pieces is not None
    assert (pieces[0].source, pieces[0].digest) == (str(file), "known")


def test_every_problem_at_once(site: Any) -> None:
    """All that cannot be read or written is told together."""
    copies = [
        Copy(source="static/a", output="a", digest="", owner="a"),
        Copy(source="content", output="b", digest="", owner="b"),
    ]
    bad = Artifact(output="../x\n", digest="d", size=1, staged="/staged")
    outcome = gather([bad], copies, site.root)
    assert outcome.value is None
    assert [problem.message for problem in outcome.problems] == [
        "../x\\n is not a path that may be written below the output folder",
        "static/a cannot be read: it is not there any more",
        "content cannot be read: it is not a regular file",
    ]


def test_shared_bytes(site: Any) -> None:
    """Of two pages that share a staged file, the last may move it."""
    pages = [Artifact(output=name, digest="d", size=1, staged="/staged") for name in ("a", "b")]
    pieces = gather(pages, [], site.root).value
    assert pieces is not None
    assert [piece.is_movable for piece in pieces] == [False, True]
