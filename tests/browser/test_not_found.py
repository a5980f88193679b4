"""An address that is not there: the reader's own language first, and the text where it is."""

import pytest

from tests.small_site import SmallSite

POST = "zhiwei-machine-learning"


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("no-such-page/", "en"),
        ("es/no-such-page/", "es"),
        ("no-such-page-es.html", "es"),
        ("2020/01/02/no-such-page-es/", "es"),
        ("%E0%A4%A", "en"),
    ],
)
def test_the_language_of_the_address_comes_first(visitors, asked, language):
    """By its prefix or by the suffix of old file names; what cannot be decoded does no harm."""
    page = visitors.open(asked)
    assert page.locator("main section").first.get_attribute("lang") == language
    assert page.locator("[data-found]:visible").count() == 0


def test_the_page_is_in_the_language_of_the_address(visitors, site):
    """So is its name in the tab; the frame says that it is in another, and leads home."""
    page = visitors.open("es/nada/")
    assert page.title() == "Página no encontrada · Zhiwei"
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator("header.top").get_attribute("lang") == "en"
    assert page.locator("footer.foot").get_attribute("lang") == "en"
    page.locator(".brand").click()
    page.wait_for_url(site.home + "es/")
    page = visitors.open("nothing/")
    assert page.title() == "Page not found · Zhiwei"
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        (f"fr/{POST}/", "en"),
        (f"{POST}-es", "es"),
        (f"2023/07/20/{POST}-es.html", "es"),
        (f"es/blog/2023-07-20-{POST}/index.html", "es"),
        (f"old/{POST.upper()}.html", "en"),
    ],
)
def test_a_text_that_has_moved_is_offered_in_every_language(visitors, site, asked, language):
    """Old addresses of other builders end with its name, and so do those of other languages."""
    page = visitors.open(asked)
    line = page.locator("main section").first.locator("[data-found]")
    line.wait_for(state="visible")
    assert line.evaluate("e => e.closest('[lang]').lang") == language
    found = line.locator("a").all()
    links = {link.get_attribute("lang"): link.get_attribute("href") for link in found}
    base = site.home.removeprefix(site.origin)
    assert links == {"en": f"{base}{POST}/", "es": f"{base}es/{POST}/"}
    assert found[0].get_attribute("lang") == language
    line.locator("a[lang=es]").click()
    page.wait_for_url(site.home + f"es/{POST}/")


def test_it_speaks_every_language_without_scripts(visitors):
    """In the site's order, each section with a way home."""
    page = visitors.open("es/no-such-page/", java_script_enabled=False)
    sections = page.locator("main section")
    assert [one.get_attribute("lang") for one in sections.all()] == ["en", "es"]
    assert all(one.locator("a").first.is_visible() for one in sections.all())
    assert page.locator("[data-found]:visible").count() == 0


def test_a_large_site_is_asked_for_one_small_file(browser, serve, tmp_path):
    """The names of all texts are never fetched, and no address is tried that may not be there."""
    large = SmallSite(tmp_path)
    for number in range(130):
        large.post(f"2023-01-01-p{number}-en", f"title: P{number}")
    large.build()
    site = serve(large.output)
    page = browser.new_page()
    page.goto(site.home + "es/old/p77.html")
    link = page.locator("[data-found] a")
    link.wait_for()
    assert link.get_attribute("href") == "/p77/"
    page.close()
    assert len([path for path in site.asked if "/finder/" in path]) == 1
