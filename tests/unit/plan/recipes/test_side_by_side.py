"""A translation beside its original."""

from site_builder.checks.run import run_checks
from site_builder.model.data_view import SitemapView
from site_builder.model.view import SideBySideView, TextView
from tests.drawing import config_of, outputs, plan_of, site_of, view_at

ON = config_of("side_by_side: true")
DRAWING = """
posts
  2023-01-01-a-en title=One body="[b](2023-01-02-b-en.md) <img src='https://pics.example/x.png'>"
  2023-01-01-a-es title=Uno translated
  2023-01-02-b-en
  2023-01-03-c-es translated
pages
  about-en
  about-es translated permalink=/quien.html
  hire-en layout=hiring
  hire-es layout=hiring translated
"""


def test_a_site_asks_for_it() -> None:
    """It doubles the pages of a site that is mostly translations."""
    assert not [one for one in outputs(plan_of(DRAWING)) if "/with-" in one]
    assert view_at(plan_of(DRAWING), "/es/a/", TextView).beside is None


def test_each_translation_stands_beside_its_original_and_is_linked() -> None:
    """Posts and pages; not the hiring page, and none where there is one text alone."""
    plan = plan_of(DRAWING, ON)
    assert {one for one in outputs(plan) if "with-" in one} == {
        "es/a/with-en/index.html",
        "quien/with-en/index.html",
    }
    link = view_at(plan, "/es/a/", TextView).beside
    assert link is not None
    assert (link.href, link.title, link.language and link.language.tag) == (
        "/es/a/with-en/",
        "One",
        "en",
    )
    assert view_at(plan, "/a/", TextView).beside is None
    view = view_at(plan, "/es/a/with-en/", SideBySideView)
    assert (view.chrome.language.code, view.title) == ("es", "Uno")
    assert (view.body.language.code, view.beside.language.code) == ("es", "en")
    assert (view.own.href, view.lead.href) == ("/es/a/", "/a/")
    assert view.beside.targets[0] == "/b/"


def test_it_is_found_from_its_post_alone() -> None:
    """Canonical to the translation, not indexed, in no sitemap, with no alternates of its own."""
    plan = plan_of(DRAWING, ON)
    view = view_at(plan, "/es/a/with-en/", SideBySideView)
    assert (view.canonical, view.alternates) == ("https://example.org/es/a/", ())
    assert not view.is_indexed
    listed = {entry.url for entry in view_at(plan, "/sitemap.xml", SitemapView).entries}
    assert not [url for url in listed if "with-" in url]
    site = site_of(DRAWING, ON).value
    assert site is not None
    assert plan.value is not None
    assert not [one for one in run_checks(site, plan.value) if one.code == "hreflang"]


def test_its_policy_admits_what_either_text_uses() -> None:
    """The picture of the original is shown beside a translation that has none."""
    view = view_at(plan_of(DRAWING, ON), "/es/a/with-en/", SideBySideView)
    assert "https://pics.example" in view.security_policy


def test_without_an_original_the_lead_takes_its_place() -> None:
    """Two translations of a text that is not here: the default language's is the one to compare."""
    drawing = "posts\n  2023-01-01-a-en translated\n  2023-01-01-a-es translated"
    plan = plan_of(drawing, ON)
    assert {one for one in outputs(plan) if "with-" in one} == {"es/a/with-en/index.html"}
