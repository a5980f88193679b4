"""Lists of posts, page by page."""

from site_builder.model.list_view import ListView
from tests.drawing import config_of, outputs, plan_of, view_at

DRAWING = """
posts
  2023-01-03-c-en   tags=x
  2023-01-02-b-en   tags=x
  2023-01-01-a-en   tags=x categories=life
pages
  index-en          title=Welcome description="What I write"
"""
TWO = config_of("pagination: 2")


def test_a_list_is_cut_into_pages_that_know_each_other() -> None:
    """Page one lives at the list's own address; nothing leads before the first or past the last."""
    plan = plan_of(DRAWING, TWO)
    first, second = view_at(plan, "/", ListView), view_at(plan, "/page/2/", ListView)
    assert [entry.href for entry in first.entries] == ["/c/", "/b/"]
    assert [entry.href for entry in second.entries] == ["/a/"]
    assert (first.pagination.newer_href, first.pagination.older_href) == ("", "/page/2/")
    assert (second.pagination.newer_href, second.pagination.older_href) == ("/", "")
    assert "page/3/index.html" not in outputs(plan)


def test_the_home_text_stands_on_the_first_page_only() -> None:
    """Its title and description are the page's; a language without one has the site's name."""
    plan = plan_of(DRAWING, TWO)
    first = view_at(plan, "/", ListView)
    assert (first.title, first.description) == ("Welcome", "What I write")
    assert first.body is not None
    assert view_at(plan, "/page/2/", ListView).body is None
    assert view_at(plan, "/es/", ListView).title == "Test"


def test_tags_and_categories_have_lists_of_their_own() -> None:
    """They are paged as the home is."""
    plan = plan_of(DRAWING, TWO)
    assert [entry.href for entry in view_at(plan, "/tags/x/page/2/", ListView).entries] == ["/a/"]
    assert [entry.href for entry in view_at(plan, "/categories/life/", ListView).entries] == ["/a/"]


def test_a_site_without_posts_has_a_home_all_the_same() -> None:
    """An empty list is a page, not an error."""
    home = view_at(plan_of("pages\n  about-en"), "/", ListView)
    assert (home.entries, home.pagination.total) == ((), 1)


def test_a_front_page_names_topics_and_languages() -> None:
    """The tags with most posts by name, and every language with the number of its posts."""
    drawing = "posts\n  2023-01-01-a-en tags=b,a\n  2023-01-02-b-en tags=b\n  2023-01-01-a-es"
    front = view_at(plan_of(drawing), "/", ListView)
    assert [(topic.name, topic.count) for topic in front.topics] == [("a", 1), ("b", 2)]
    assert [(home.language.code, home.count) for home in front.homes] == [("en", 2), ("es", 1)]
    tag = view_at(plan_of(drawing), "/tags/b/", ListView)
    assert (tag.topics, tag.homes) == ((), ())
