"""What readers see of a text that does not exist in their language."""

from pathlib import Path

import pytest

from tests.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A Hindi text without a translation, and one page, on a site in English, Arabic and Hindi."""
    site = SmallSite(tmp_path, languages="[en, ar, hi]", missing_translations="show")
    site.post("2023-01-01-a-hi", "title: नमस्ते", body="दुनिया।")
    site.post("2023-01-02-b-en", "title: Hello", body="World.")
    site.post("2023-01-02-b-hi", "title: नमस्कार", "translated: true", body="दुनिया।")
    site.page("about-en", "title: About")
    site.build()
    return site


def test_a_shown_text_says_what_it_is(site: SmallSite) -> None:
    """Arabic frame, Hindi text, each marked; one plain sentence; canonical to the original."""
    page = site.html("ar/a/index.html")
    assert page.css_first("html").attributes["lang"] == "ar"
    assert page.css_first("html").attributes["dir"] == "rtl"
    for part in (page.css_first("h1"), page.css_first(".prose")):
        assert (part.attributes["lang"], part.attributes["dir"]) == ("hi", "ltr")
    assert page.css_first("p.note").text() == "هذه الصفحة متاحة باللغة الهندية فقط."
    canonical = page.css_first("link[rel=canonical]").attributes["href"]
    assert canonical == "https://example.org/hi/a/"
    assert page.css("link[hreflang]") == []
    assert page.css("meta[name=robots]") == []


def test_several_languages_are_named_together(site: SmallSite) -> None:
    """Who cannot read the original may be able to read a translation."""
    page = site.html("ar/b/index.html")
    assert page.css_first("p.note").text() == "هذه الصفحة متاحة باللغة الإنجليزية والهندية فقط."
    links = [link.attributes["href"] for link in page.css("p.meta a")]
    assert links == ["/b/", "/hi/b/"]


def test_lists_and_menus_mark_the_language(site: SmallSite) -> None:
    """A Hindi title in an English list is marked for browsers and named for people."""
    entry = site.html("index.html").css("ol.rows li")[1]
    title = entry.css_first("h3 a")
    assert title.attributes["href"] == "/a/"
    assert (title.attributes["lang"], title.attributes["hreflang"]) == ("hi", "hi")
    assert entry.css_first("p.meta").text().startswith("Hindi")
    about = site.html("ar/index.html").css_first("nav a[href='/ar/about/']")
    assert about.attributes["lang"] == "en"


def test_the_switcher_leads_to_the_shown_text_and_promises_no_translation(site: SmallSite) -> None:
    """No "home" beside it, and no offer to read it in a language in which it is not."""
    menu = site.html("hi/a/index.html").css_first(".lang")
    arabic = menu.css_first("a[lang=ar]")
    assert arabic.attributes["href"] == "/ar/a/"
    assert arabic.css_first("small") is None
    assert "data-suggestion" not in arabic.attributes
