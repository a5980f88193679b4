"""All documents in, one Site out."""

from itertools import permutations

from site_builder.assemble.site import assemble
from site_builder.model.gate import Gate
from tests.drawing import NOW, codes, config_of, documents_of, site_of

DRAWING = """
posts
  2023-01-01-a-en
  2023-01-01-a-es   translated
  2023-01-01-b-en
pages
  about-en
  index-en
"""


def test_posts_are_newest_first_and_ties_go_by_path() -> None:
    """The order never depends on the disk."""
    site = site_of(DRAWING).value
    assert site is not None
    assert [post.name.slug for post in site.posts["en"]] == ["a", "b"]


def test_the_home_text_is_no_page_of_its_own() -> None:
    """content/pages/index is the text of the home."""
    site = site_of(DRAWING).value
    assert site is not None
    assert [page.name.slug for page in site.pages["en"]] == ["about"]
    assert site.home_texts["en"].name.slug == "index"


def test_the_order_of_files_is_irrelevant() -> None:
    """Any order in which documents arrive gives the same Site."""
    config = config_of()
    documents = documents_of(DRAWING, config)[:4]
    sites = [assemble(order, [], config, Gate(now=NOW)) for order in permutations(documents)]
    assert all(site == sites[0] for site in sites)


def test_a_post_without_any_date_is_an_error() -> None:
    """Neither file name nor front matter: it cannot stand in a list."""
    assert codes(site_of("posts\n  undated-en").problems) == ["bad-date"]


def test_a_day_with_a_space_after_it_is_told_as_that() -> None:
    """The date is there; what lacks is a hyphen."""
    (problem,) = site_of("posts\n  '2026-01-31 My Post'").problems
    assert problem.message.endswith("2026-01-31 in the file name has no hyphen after it")
    assert problem.hint == "rename it: 2026-01-31-My-Post.md"
