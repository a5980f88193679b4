"""What a build was about, in numbers."""

from pathlib import Path

from site_builder.report.summary import summary_lines
from tests.small_site import SmallSite


def test_posts_are_counted_by_language(tmp_path: Path) -> None:
    """With pages, feeds, addresses of the sitemap, and how translations stand."""
    site = SmallSite(tmp_path, search="false")
    site.post("2023-01-01-a-en")
    site.post("2023-01-01-a-es", "translated: true")
    site.post("2023-01-02-b-en")
    site.page("about-en")
    lines = summary_lines(site.build().built.prepared, 0, writes=True)
    assert lines[1].split() == [
        *["posts", "3", "en", "2", "·", "es", "1"],
        *["translations", "1", "unrecorded,", "2", "missing"],
    ]
    assert lines[2].split() == ["pages", "1"]
    assert lines[3].split()[:2] == ["feeds", "3"]


def test_what_is_stale_can_be_asked_for_and_drafts_are_not_forgotten(tmp_path: Path) -> None:
    """A number alone says neither which translation it is nor where a text is that is not there."""
    site = SmallSite(tmp_path, search="false")
    site.post("2023-01-01-a-en")
    site.post("2023-01-01-a-es", "translated: true")
    site.post("2023-01-02-b-en", "draft: true")
    site.post("2031-01-02-later-en")
    site.write("translations.lock", f"{'0' * 16}  content/posts/2023-01-01-a-es.md\n")
    lines = summary_lines(site.build().built.prepared, 0, writes=True)
    assert "1 stale (site-builder status says which)" in lines[1]
    assert lines[2].endswith("1 text not public yet")


def test_a_check_does_not_say_that_it_builds(tmp_path: Path) -> None:
    """It writes nothing."""
    site = SmallSite(tmp_path, search="false")
    lines = summary_lines(site.build().built.prepared, 0, writes=False)
    assert lines[0] == " Checking Test  (content/)"
