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
    lines = summary_lines(site.build().built.prepared, 0)
    assert lines[1].split() == [
        *["posts", "3", "en", "2", "·", "es", "1"],
        *["translations", "1", "unrecorded,", "2", "missing"],
    ]
    assert lines[2].split() == ["pages", "1"]
    assert lines[3].split()[:2] == ["feeds", "3"]
