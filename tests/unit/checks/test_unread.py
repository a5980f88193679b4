"""Files that look like texts and are none."""

from pathlib import Path

from tests.small_site import SmallSite

HTML = "---\ntitle: Old\n---\n<p>From <b>long</b> ago.</p>\n"


def test_html_with_front_matter_is_a_text(tmp_path: Path) -> None:
    """A post and a page of Jekyll's are adopted as they are: title, date, address, translation."""
    site = SmallSite(tmp_path)
    site.write("content/posts/2010-02-03-old-en.html", HTML)
    site.write(
        "content/posts/2010-02-03-old-es.html",
        HTML.replace("\n---\n<", "\ntranslated: true\n---\n<"),
    )
    site.write("content/pages/about.htm", "\ufeff" + HTML)
    assert site.build(strict=True).problems == ()
    post = site.html("old/index.html")
    assert post.css_first("h1").text().strip() == "Old"
    assert post.css_first("article b, main b").text() == "long"
    assert post.css_first("link[rel=alternate][hreflang=es]") is not None
    assert "From long ago." in site.html("index.html").css_first("main").text()
    assert (site.output / "about/index.html").is_file()


def test_a_draft_in_html_is_nowhere(tmp_path: Path) -> None:
    """Its ending is no way around the gate."""
    site = SmallSite(tmp_path)
    site.write("content/posts/2010-02-03-old-en.html", HTML.replace("title", "draft: true\ntitle"))
    site.post("2010-02-04-b-en", body="[a](2010-02-03-old-en.html)")
    (problem,) = site.build().problems
    assert problem.code == "link-hidden"
    assert "long" not in "".join(
        file.read_text() for file in site.output.rglob("*") if file.suffix in {".html", ".xml"}
    )


def test_html_without_front_matter_is_a_file_and_told_where_nobody_refers_to_it(
    tmp_path: Path,
) -> None:
    """A demo that a text leads to is published as it is; another is not lost in silence."""
    site = SmallSite(tmp_path)
    site.post("2010-02-04-b-en", body="[a demo](demo.html)")
    site.write("content/posts/demo.html", "<p>Demo</p>")
    site.write("content/posts/2009-01-01-lost.html", "<p>Lost</p>")
    (problem,) = site.build().problems
    assert (problem.code, problem.place and problem.place.path) == (
        "unread-text",
        "content/posts/2009-01-01-lost.html",
    )
    assert "two lines of ---" in problem.hint
    assert site.read("posts/demo.html") == "<p>Demo</p>"


def test_posts_in_a_markup_that_is_not_read_are_named(tmp_path: Path) -> None:
    """Each by its file; a note without a date, or a picture, is no post that was meant."""
    site = SmallSite(tmp_path)
    for name in ("2009-01-01-a.textile", "2009-01-02-b.rst", "notes.txt", "2009-01-03-c.png"):
        site.write(f"content/posts/{name}", "x")
    site.post("2010-02-04-b-en")
    assert [problem.message for problem in site.build().problems] == [
        "nothing reads .textile: this is no post",
        "nothing reads .rst: this is no post",
    ]
