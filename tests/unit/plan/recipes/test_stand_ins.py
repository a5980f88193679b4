"""What a reader finds where a text does not exist in their language."""

from site_builder.checks.run import run_checks
from site_builder.model.data_view import FeedView, SitemapView
from site_builder.model.list_view import ArchiveView, ListView
from site_builder.model.route import Plan
from site_builder.model.view import TextView
from tests.drawing import config_of, outputs, plan_of, site_of

DRAWING = """
posts
  2023-01-01-a-en body="[b](2023-01-02-b-en.md) [c](2023-01-03-c-en.md#it)"
  2023-01-02-b-en
  2023-01-02-b-es translated body="[a](2023-01-01-a-en.md)"
  2023-01-03-c-en body="## It"
pages
  about-en
"""


def _plan(policy: str, drawing: str = DRAWING) -> Plan:
    config = config_of(f"missing_translations: {policy}")
    outcome = plan_of(drawing, config)
    site = site_of(drawing, config).value
    assert outcome.value is not None
    assert site is not None
    assert outcome.problems == ()
    assert run_checks(site, outcome.value) == ()
    return outcome.value


def _view(plan: Plan, address: str) -> object:
    return next(route.view for route in plan.routes if route.address == address)


def test_hide_leaves_out_what_is_missing() -> None:
    """The Spanish lists have the Spanish post; the switcher of an English one leads home."""
    plan = _plan("hide")
    home, post = _view(plan, "/es/"), _view(plan, "/a/")
    assert isinstance(home, ListView)
    assert isinstance(post, TextView)
    assert [entry.href for entry in home.entries] == ["/es/b/"]
    spanish = post.languages[1]
    assert (spanish.href, spanish.is_translation, spanish.is_home) == ("/es/", False, True)


def test_link_leads_from_the_lists_to_the_original() -> None:
    """Home and archive have every post; each entry says its language; the menu has the page."""
    plan = _plan("link")
    home, archive = _view(plan, "/es/"), _view(plan, "/es/archive/")
    assert isinstance(home, ListView)
    assert isinstance(archive, ArchiveView)
    assert [(entry.href, entry.language.tag) for entry in home.entries] == [
        ("/c/", "en"),
        ("/es/b/", "es"),
        ("/a/", "en"),
    ]
    assert [entry.href for entry in archive.years[0].entries] == ["/c/", "/es/b/", "/a/"]
    about = home.chrome.nav[1]
    assert about.language is not None
    assert (about.href, about.language.tag) == ("/about/", "en")
    assert "/es/a/" not in {route.address for route in plan.routes}
    feed = _view(plan, "/es/feed.xml")
    assert isinstance(feed, FeedView)
    assert [entry.url for entry in feed.entries] == ["https://example.org/es/b/"]


def test_show_has_a_page_in_the_readers_frame() -> None:
    """The text is its own, all around it is the reader's, and the switcher marks no translation."""
    plan = _plan("show")
    page = _view(plan, "/es/a/")
    assert isinstance(page, TextView)
    assert (page.chrome.language.code, page.body.language.code) == ("es", "en")
    assert [language.code for language in page.only_in] == ["en"]
    assert [link.href for link in page.also_in] == ["/a/"]
    english, spanish = page.languages
    assert (english.href, english.is_translation) == ("/a/", True)
    assert (spanish.href, spanish.is_current, spanish.is_translation) == ("/es/a/", True, False)
    about = _view(plan, "/es/about/")
    assert isinstance(about, TextView)
    home = _view(plan, "/es/")
    assert isinstance(home, ListView)
    assert [entry.href for entry in home.entries] == ["/es/c/", "/es/b/", "/es/a/"]


def test_links_stay_in_the_readers_frame() -> None:
    """To the translation where there is one, else to the page that shows the text."""
    plan = _plan("show")
    shown, translated = _view(plan, "/es/a/"), _view(plan, "/es/b/")
    assert isinstance(shown, TextView)
    assert isinstance(translated, TextView)
    assert shown.body.targets == ("/es/b/", "/es/c/#it")
    assert translated.body.targets == ("/es/a/",)


def test_what_is_only_shown_is_advertised_nowhere() -> None:
    """Canonical to the original; in no alternate, sitemap or feed."""
    plan = _plan("show")
    page, own = _view(plan, "/es/a/"), _view(plan, "/a/")
    sitemap, feed = _view(plan, "/sitemap.xml"), _view(plan, "/all.xml")
    assert isinstance(page, TextView)
    assert isinstance(own, TextView)
    assert isinstance(sitemap, SitemapView)
    assert isinstance(feed, FeedView)
    assert (page.canonical, page.alternates) == ("https://example.org/a/", ())
    assert [one.tag for one in own.alternates] == ["en", "x-default"]
    listed = {entry.url for entry in sitemap.entries} | {entry.url for entry in feed.entries}
    assert "https://example.org/es/a/" not in listed


def test_a_text_of_its_own_goes_first() -> None:
    """Where another text has the address already, lists link to the original."""
    drawing = "posts\n  2023-01-01-a-en\n  2024-01-01-a-es"
    plan = _plan("show", drawing)
    home = _view(plan, "/es/")
    assert isinstance(home, ListView)
    assert [entry.href for entry in home.entries] == ["/es/a/", "/a/"]


def test_the_hiring_page_is_linked_and_not_shown() -> None:
    """A call for offers stays in the language it can be answered in."""
    drawing = "posts\n  2023-01-01-a-en\npages\n  hire-en layout=hiring"
    outcome = plan_of(drawing, config_of("missing_translations: show"))
    assert "es/hire/index.html" not in outputs(outcome)
