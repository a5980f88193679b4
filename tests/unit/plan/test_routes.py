"""All recipes together: what a site has, and what stops it."""

from site_builder.model.data_view import FeedView, PlainView, SitemapView
from site_builder.model.list_view import ListView
from site_builder.model.view import PageView, RedirectView, TextView
from tests.drawing import codes, config_of, outputs, plan_of

DRAWING = """
posts
  2023-01-01-a-en   tags=x redirect_from=[/old/]
  2023-01-01-a-es   translated
  2023-01-02-b-en
pages
  about-en
  index-en
"""


def test_a_small_site_has_these_files() -> None:
    """Homes, texts, lists, feeds and what hosts look for; no empty tag page."""
    assert outputs(plan_of(DRAWING)) == {
        *("index.html", "es/index.html", "a/index.html", "es/a/index.html", "b/index.html"),
        *("about/index.html", "archive/index.html", "es/archive/index.html"),
        *("tags/index.html", "tags/x/index.html", "es/tags/index.html", "es/tags/x/index.html"),
        *("feed.xml", "es/feed.xml", "all.xml", "old/index.html", "404.html"),
        *("robots.txt", ".nojekyll", "sitemap.xml"),
    }


def _view(address: str, config: str = "", drawing: str = DRAWING) -> object:
    plan = plan_of(drawing, config_of(config)).value
    assert plan is not None
    return next(route.view for route in plan.routes if route.address == address)


def test_the_switcher_goes_to_the_translation_or_says_home() -> None:
    """Never a dead link: where a text is missing, the language's home is offered and named so."""
    translated, alone = _view("/a/"), _view("/b/")
    assert isinstance(translated, TextView)
    assert isinstance(alone, TextView)
    es = next(one for one in translated.languages if one.language.code == "es")
    home = next(one for one in alone.languages if one.language.code == "es")
    assert (es.href, es.is_translation) == ("/es/a/", True)
    assert (home.href, home.is_translation) == ("/es/", False)


def test_alternates_are_real_and_the_sitemap_says_the_same() -> None:
    """Self, translations, x-default; an untranslated text advertises nothing else."""
    page, alone, sitemap = _view("/a/"), _view("/b/"), _view("/sitemap.xml")
    assert isinstance(page, PageView)
    assert isinstance(alone, PageView)
    assert isinstance(sitemap, SitemapView)
    assert [one.tag for one in page.alternates] == ["en", "es", "x-default"]
    assert [one.tag for one in alone.alternates] == ["en", "x-default"]
    listed = {entry.url: entry.alternates for entry in sitemap.entries}
    assert listed[page.canonical] == page.alternates
    assert "https://example.org/old/" not in listed


def test_menus_leave_out_what_a_language_has_not() -> None:
    """The Spanish menu has no About, which is in English alone."""
    english, spanish = _view("/"), _view("/es/")
    assert isinstance(english, ListView)
    assert isinstance(spanish, ListView)
    assert [link.href for link in english.chrome.nav] == ["/archive/", "/about/"]
    assert [link.href for link in spanish.chrome.nav] == ["/es/archive/"]


def test_lists_are_paged_and_only_the_first_page_is_advertised() -> None:
    """Page two of one language is no translation of page two of another."""
    second = _view("/page/2/", "pagination: 1")
    assert isinstance(second, ListView)
    assert second.alternates == ()
    assert (second.pagination.number, second.pagination.newer_href) == (2, "/")


def test_a_feed_is_newest_first_and_limited() -> None:
    """feed_entries bounds it; its links are absolute."""
    feed = _view("/feed.xml", "feed_entries: 1")
    assert isinstance(feed, FeedView)
    assert [entry.url for entry in feed.entries] == ["https://example.org/b/"]


def test_a_redirect_names_the_new_address() -> None:
    """An old address is not indexed and its canonical is the new one."""
    old = _view("/old/")
    assert isinstance(old, RedirectView)
    assert (old.target, old.canonical, old.is_indexed) == (
        "https://example.org/a/",
        "https://example.org/a/",
        False,
    )


def test_a_domain_of_ones_own_gets_a_cname() -> None:
    """GitHub's hosts and a base path need none; the author's own file wins."""
    cname = _view("/CNAME", "url: https://zhiwei.example")
    assert cname == PlainView(text="zhiwei.example\n")
    assert "CNAME" not in outputs(plan_of(DRAWING, config_of("url: https://me.github.io")))
    mine = plan_of(DRAWING, config_of("url: https://zhiwei.example"), static="CNAME robots.txt")
    assert not {"CNAME", "robots.txt"} & outputs(mine)
    assert mine.problems == ()


def test_every_language_may_have_a_prefix() -> None:
    """Then / is a choice, and nobody is redirected."""
    plan = plan_of(DRAWING, config_of("default_language_prefix: true"))
    assert {"index.html", "en/index.html", "en/a/index.html"} <= outputs(plan)


def test_what_cannot_be_published_is_told_at_its_place() -> None:
    """An unknown layout, a climbing permalink, two owners of one address."""
    layout = plan_of("posts\n  2023-01-01-a-en layout=nope").problems
    climb = plan_of('posts\n  2023-01-01-a-en permalink="/../x/"').problems
    twice = plan_of(
        "posts\n  2023-01-01-a-en permalink=/s/\n  2023-01-02-b-en permalink=/S/"
    ).problems
    assert codes(layout) == ["layout-missing"]
    assert "post, page, hiring" in layout[0].message
    assert codes(climb) == ["bad-path"]
    assert codes(twice) == ["collision"]
    assert climb[0].place is not None
    assert climb[0].place.line == 3


def test_a_tag_leads_to_the_same_tag_in_another_language() -> None:
    """The switcher and hreflang of a tag's page know its counterpart; without one, neither lies."""
    drawing = """
    posts
      2023-01-01-a-en tags=sea
      2023-01-01-a-es tags=mar translated
      2023-01-02-b-en tags=alone
    """
    sea, alone = _view("/tags/sea/", drawing=drawing), _view("/tags/alone/", drawing=drawing)
    assert isinstance(sea, ListView)
    assert isinstance(alone, ListView)
    assert sea.languages[1].href == "/es/tags/mar/"
    assert [one.tag for one in sea.alternates] == ["en", "es", "x-default"]
    assert (alone.languages[1].href, alone.languages[1].is_home) == ("/es/", True)
    assert [one.tag for one in alone.alternates] == ["en", "x-default"]
