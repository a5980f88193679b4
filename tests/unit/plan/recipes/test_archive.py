"""All posts of a language by year."""

from site_builder.model.list_view import ArchiveView
from tests.drawing import plan_of, view_at

POSTS = """
posts
  2022-12-31-a-en
  2023-01-01-b-en
  2023-06-01-c-en
  2023-06-01-c-es   translated
"""


def test_years_and_posts_are_newest_first() -> None:
    """The newest year opens the page, and the newest post its year."""
    archive = view_at(plan_of(POSTS), "/archive/", ArchiveView)
    years = [(year.year, [entry.href for entry in year.entries]) for year in archive.years]
    assert years == [("2023", ["/c/", "/b/"]), ("2022", ["/a/"])]
    assert archive.count == 3


def test_each_language_has_its_own() -> None:
    """The Spanish archive holds the one Spanish post, and each names the other."""
    archive = view_at(plan_of(POSTS), "/es/archive/", ArchiveView)
    assert [entry.href for year in archive.years for entry in year.entries] == ["/es/c/"]
    assert [one.tag for one in archive.alternates] == ["en", "es", "x-default"]


def test_a_site_without_posts_has_an_empty_archive() -> None:
    """The menu leads there from the first day, so it is there."""
    archive = view_at(plan_of("pages\n  about-en"), "/archive/", ArchiveView)
    assert (archive.years, archive.count) == ((), 0)
