"""Are the alternates of every page absolute, mutual and true?"""

from dataclasses import replace

from site_builder.checks.hreflang import check_hreflang
from site_builder.model.view import Alternate
from tests.drawing import plan_of, site_of

DRAWING = "posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated"
URL = "https://example.org/a/"


def test_a_plan_of_ours_is_true_and_a_lie_is_found() -> None:
    """One-way, relative, unknown and untrue alternates are each named."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    assert site is not None
    assert plan is not None
    assert list(check_hreflang(site, plan)) == []
    for tag, url, words in (
        ("es", "/es/a/", "not absolute"),
        ("es", "https://example.org/gone/", "not a page"),
        ("fr", "https://example.org/es/a/", "which it is not"),
        ("es", "https://example.org/es/a/", "name it back"),
        ("en", "https://example.org/es/a/", "two pages for one language"),
        ("es", "https://example.org/es/a/", "not the same in the sitemap and in its head"),
    ):
        lie = {**plan.alternates, URL: (Alternate(tag="en", url=URL), Alternate(tag=tag, url=url))}
        said = [one.message for one in check_hreflang(site, replace(plan, alternates=lie))]
        assert any(words in message for message in said), words


def test_two_pages_at_one_address_are_not_told_twice() -> None:
    """The collision is the author's mistake; that their alternates cannot be mutual follows."""
    drawing = "pages\n  a-en permalink=/x/\n  a-es translated\n  b-es permalink=/x/"
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    assert list(check_hreflang(site, plan)) == []
