"""Without scripts every page is whole: it reads, its menus open, its links lead on."""

import pytest

POST = "zhiwei-machine-learning/"


def test_the_page_reads_without_scripts(visitors, address):
    """The heading and the text are shown, and nothing asks the reader to switch scripts on."""
    page = visitors.open(address, java_script_enabled=False)
    assert page.locator("main h1").is_visible()
    assert page.locator("main").inner_text().strip()
    assert page.locator("noscript").count() == 0


def test_the_colours_follow_the_system_without_scripts(visitors, scheme):
    """Dark readers get a dark page even where scripts are off."""
    page = visitors.open(POST, java_script_enabled=False, color_scheme=scheme)
    page.screenshot(clip={"x": 0, "y": 0, "width": 1, "height": 1})
    colour = page.locator("body").evaluate("e => getComputedStyle(e).color")
    red = int(colour.removeprefix("rgb(").split(",")[0])
    assert (red < 128) == (scheme == "light")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_language_menu_leads_to_the_translation_without_scripts(visitors, site, width):
    """The menu opens by itself and leads from the post to its Spanish version, and back."""
    page = visitors.open(POST, java_script_enabled=False, viewport={"width": width, "height": 800})
    for language, address in (("es", "es/" + POST), ("en", POST)):
        link = page.locator(f"header a[hreflang={language}]").first
        if not link.is_visible():
            page.locator("header details:has(a[hreflang]) > summary").first.click()
        link.click()
        page.wait_for_url(site.home + address)
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_lead_to_the_sections_without_scripts(visitors, width):
    """The table of contents opens by itself, and its links bring the section into view."""
    page = visitors.open(POST, java_script_enabled=False, viewport={"width": width, "height": 800})
    link = page.locator("main nav a[href^='#']").last
    if not link.is_visible():
        page.locator("main nav details > summary").first.click()
    anchor = link.get_attribute("href")
    link.click()
    assert page.url.endswith(anchor) or "#" in page.url
    box = page.locator(f"[id='{page.evaluate('decodeURIComponent(location.hash.slice(1))')}']")
    place = box.bounding_box()
    assert place
    assert 0 <= place["y"] < 800


@pytest.mark.parametrize("width", [390, 1280])
def test_every_language_is_in_reach_without_scripts(guests, width):
    """In either theme a reader finds the eight other languages of a post, all by their names."""
    viewport = {"width": width, "height": 800}
    page = guests.open("small-network/", java_script_enabled=False, viewport=viewport)
    links = page.locator(".lang a[hreflang]")
    assert links.count() == 8
    if not links.first.is_visible():
        page.locator(".lang > summary").click()
    assert all(link.is_visible() for link in links.all())


def test_a_post_is_whole_without_scripts(guests):
    """Text, notes, series, the way to the comments and back: nothing waits for a script."""
    page = guests.open("small-network/", java_script_enabled=False)
    for part in (".prose", ".footnotes", ".series", ".near", "[data-comments]"):
        assert page.locator(part).is_visible()
    assert not [one for one in page.locator("button, dialog").all() if one.is_visible()]
    link = page.locator("[data-comments]").get_attribute("href")
    assert link == "https://github.com/ada/site/discussions"


def test_what_needs_scripts_is_not_shown_without_them(visitors):
    """A button that could do nothing is not offered."""
    for address in ("", POST, "hire/"):
        page = visitors.open(address, java_script_enabled=False)
        dead = [
            button.inner_text() for button in page.locator("button").all() if button.is_visible()
        ]
        assert not dead
