"""A site that shows HTML as text publishes no file of a text that could run scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.plan import active  # noqa: F401 because the test module mirrors plan/active.py
from tests.small_site import SmallSite

SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{}</svg>'


def _site(root: Path, body: str, name: str, text: str, raw_html: str = "escape") -> SmallSite:
    site = SmallSite(root, raw_html=raw_html, images="false")
    site.post("2023-01-01-a-en", body=body)
    site.write(f"content/posts/{name}", text)
    return site


@pytest.mark.parametrize(
    ("body", "name", "text"),
    [
        ("[x](a.html)", "a.html", "<p>"),
        ("[x](a.XHTML)", "a.XHTML", "<p>"),
        ("![x](a.svg)", "a.svg", SHAPES.format("<script>alert(1)</script>")),
        ("[x](a.svg)", "a.svg", SHAPES.format("")),
        ("![x](a.html)", "a.html", "<script>alert(1)</script>"),
    ],
)
def test_active_files_are_refused(tmp_path: Path, body: str, name: str, text: str) -> None:
    """A page, a drawing with scripts, and a drawing that nothing shows as a picture."""
    told = _site(tmp_path, body, name, text).refused()
    (problem,) = (one for one in told if one.code == "active-file")
    assert problem.place is not None
    assert problem.place.path == f"content/posts/{name}"


@pytest.mark.parametrize(
    ("body", "name"),
    [("![x](a.svg)", "a.svg"), ("![x](a.svg) [y](a.svg)", "a.svg"), ("[x](a.pdf)", "a.pdf")],
)
def test_what_runs_nothing_is_published(tmp_path: Path, body: str, name: str) -> None:
    """A drawing of shapes, linked too once it is shown, and files that browsers only show."""
    site = _site(tmp_path, body, name, SHAPES.format("<path/>"))
    site.build()
    assert (site.output / "posts" / name).is_file()


def test_the_authors_own_site_has_what_it_likes(tmp_path: Path) -> None:
    """Where raw HTML is kept, and in static/, files are the owner's."""
    site = _site(tmp_path, "[x](a.html)", "a.html", "<p>", raw_html="keep")
    site.build()
    assert (site.output / "posts" / "a.html").is_file()
    site.configure(raw_html="escape")
    site.post("2023-01-01-a-en", body="[x](/b.html)")
    site.write("static/b.html", "<p>")
    site.build()
    assert (site.output / "b.html").is_file()
