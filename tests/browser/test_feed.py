"""A feed that someone opens in a browser: a page they can read, not a tree of brackets."""

import pytest


@pytest.mark.parametrize("path", ["feed.xml", "es/feed.xml", "all.xml"])
def test_a_feed_is_a_page_in_a_browser(visitors, path):
    """It says what it is, hides what is for machines, and its titles lead to the posts."""
    page = visitors.open(path)
    assert page.evaluate("getComputedStyle(document.querySelector('content')).display") == "none"
    heading = page.locator("h1 a")
    assert heading.is_visible()
    assert page.locator("div > p > code").inner_text().endswith(path)
    link = page.locator("entry h2 a").first
    assert link.is_visible()
    assert link.get_attribute("href").startswith("https://example.org/repo/")


def test_a_feed_has_the_colours_of_the_system(visitors, scheme):
    """Dark readers get a dark page."""
    page = visitors.open("feed.xml", color_scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red = int(colour.removeprefix("rgb(").split(",")[0])
    assert (red > 128) == (scheme == "light")
