"""The sitemap lists what is worth finding, and nothing else."""

from site_builder.model.data_view import SitemapView
from tests.drawing import config_of, plan_of, view_at

DRAWING = """
posts
  2023-01-02-b-en   noindex
  2023-01-01-a-en   redirect_from=[/old/] last_modified_at=2024-05-06
  2023-01-01-a-es   translated
"""


def _entries(config: str = ""):
    sitemap = view_at(plan_of(DRAWING, config_of(config)), "/sitemap.xml", SitemapView)
    return {entry.url.removeprefix("https://example.org"): entry for entry in sitemap.entries}


def test_it_is_sorted_and_leaves_out_what_is_not_for_search() -> None:
    """No redirect, no 404, no page two, no text that asked not to be indexed."""
    addresses = list(_entries("pagination: 1"))
    assert addresses == sorted(addresses)
    assert addresses == ["/", "/a/", "/archive/", "/es/", "/es/a/", "/es/archive/"]


def test_it_says_when_a_text_last_changed() -> None:
    """The author's own word, else the day of the post; nothing where nothing honest is known."""
    entries = _entries()
    assert entries["/a/"].modified.startswith("2024-05-06")
    assert entries["/es/a/"].modified.startswith("2023-01-01")
    assert entries["/archive/"].modified == ""


def test_alternates_are_those_of_the_page() -> None:
    """Head and sitemap say the same set."""
    assert [one.tag for one in _entries()["/a/"].alternates] == ["en", "es", "x-default"]
