"""An Arabic page is mirrored wholly, and what is not Arabic in it keeps its own direction."""

POST = "ar/small-network/"
WIDE = {"width": 1280, "height": 800}


def middle(locator) -> float:
    box = locator.bounding_box()
    assert box, "it is not shown"
    return box["x"] + box["width"] / 2


def test_the_frame_is_mirrored(guests):
    """The name of the site stands at the right, the contents and the newer post at the left."""
    page = guests.open(POST, viewport=WIDE)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert middle(page.locator(".brand")) > 640
    assert middle(page.locator("nav.toc")) < middle(page.locator(".prose"))
    assert middle(page.locator("a[rel=next]")) < middle(page.locator("a[rel=prev]"))


def test_reading_progress_grows_from_the_right(guests):
    """The line at the top of a post begins where Arabic begins."""
    page = guests.open(POST, viewport=WIDE)
    start = page.evaluate(
        "[getComputedStyle(document.body, '::before').right,"
        " getComputedStyle(document.body, '::before').left]"
    )
    assert start[0] == "0px"
    assert start[1] != "0px"


def test_code_and_formulas_run_from_left_to_right(guests):
    """Its lines begin at the left, its button stands at the right, as in every language."""
    page = guests.open(POST, viewport=WIDE)
    code = page.locator(".code").first
    for part in (code, page.locator(".prose p code").first, page.locator("math").first):
        assert part.evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert middle(code.locator(".copy")) > middle(code)


def test_names_of_other_languages_are_isolated(guests):
    """Each stands in its own language and direction, so that it disturbs no words around it."""
    page = guests.open(POST)
    names = page.locator("main header bdi[lang][dir]")
    assert names.count() == 8
    directions = names.evaluate_all("all => all.map(e => [e.lang, e.dir])")
    assert ["en", "ltr"] in directions
    assert ["zh-Hant", "ltr"] in directions


def test_arabic_inside_an_english_page_keeps_its_direction(guests):
    """The same the other way round."""
    page = guests.open("small-network/")
    arabic = page.locator("main header bdi[lang=ar]")
    assert arabic.get_attribute("dir") == "rtl"
