"""Search in a real browser: nothing before it is asked for, then words found in nine languages."""

import gzip
import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from site_builder.parse.folding import count_words
from tests.search_site import POSTS

AXE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
NOTHING = {"": "Nothing found.", "hant/": "找不到相關內容。"}
FIRST_HIT = 30 * 1024
"""Bytes, gzipped, for all that the first hit and its snippet load."""
LOADED = "performance.getEntriesByType('resource').map(({ name }) => name)"
WATCH_FOR_THE_FIRST = f"""() => {{
    window.atFirst = new Promise((done) => new MutationObserver(() => {{
        if (document.querySelector(".find li > p:not(:empty)")) done({LOADED});
    }}).observe(document, {{ childList: true, subtree: true }}));
}}"""
"""Notes what had been loaded when the first snippet stood there; other pages are read later."""


def opened(seekers, address: str = "", **options) -> Page:
    """A page with the search open over it."""
    page = seekers.open(address, **options)
    page.keyboard.press("/")
    expect(page.locator("dialog.find")).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".find li > a").all_inner_texts()


def look_for(page: Page, words: str) -> None:
    """Type, and wait for an answer."""
    page.locator(".find [name=q]").fill(words)
    expect(page.locator(".find [role=status]")).not_to_be_empty()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("language", "typed", "title"),
    [
        ("", "carburettor", "The carburettor"),
        ("", "CARBURETTOR engine", "The carburettor"),
        ("", "carbur", "The carburettor"),
        ("", "fetch everything", "Titles are text <b>& nothing</b> else"),
        ("es/", "camion", "Un largo camino"),
        ("es/", "CAMIÓN montana", "Un largo camino"),
        ("es/", "cami", "Un largo camino"),
        ("zh/", "机器学习", "学习笔记"),
        ("zh/", "语言", "学习笔记"),
        ("zh/", "猫", "猫的生活"),
        ("ja/", "図書館", "旅の記録"),
        ("ja/", "京都", "旅の記録"),
        ("ar/", "كتاب", "رحلة طويلة"),
        ("ar/", "الكـتابُ", "رحلة طويلة"),
        ("ar/", "انقره", "رحلة طويلة"),
        ("hi/", "हिंदी", "एक यात्रा"),
        ("hi/", "बाजार", "एक यात्रा"),
        ("de/", "strasse", "Über Brücken"),
        ("de/", "Muenchen", "Über Brücken"),
        ("de/", "bruck", "Über Brücken"),
        ("fr/", "ecole", "Un été à la campagne"),
        ("fr/", "l'ecole", "Un été à la campagne"),
        ("fr/", "l’ÉCOLE", "Un été à la campagne"),
        ("fr/", "oeuvre", "Un été à la campagne"),
        ("fr/", "d'une campag", "Un été à la campagne"),
        ("hant/", "語言", "讀書筆記"),
        ("hant/", "機器學習", "讀書筆記"),
        ("hant/", "自然語言處理", "讀書筆記"),
        ("hant/", "書", "讀書筆記"),
        ("hant/", "机器学习", None),
        ("", "archaeopteryx", None),
        ("", "quetzalcoatlus", None),
    ],
)
def test_words_are_found_as_people_type_them(seekers, language, typed, title) -> None:
    """With or without accents, marks, articles; half typed; inside a phrase. Never of a draft."""
    page = opened(seekers, language)
    look_for(page, typed)
    if title:
        expect(page.locator(".find li > a").first).to_have_text(title)
        expect(page.locator(".find mark").first).to_be_visible()
    else:
        expect(page.locator(".find [role=status]")).to_have_text(NOTHING[language])
        assert titles(page) == []
    assert not seekers.complaints


def test_the_index_and_the_script_see_the_same_words(seekers) -> None:
    """What folding.py writes into the index is what search-words.js looks for in it."""
    page = seekers.open("")
    source = page.locator("[data-search]").get_attribute("data-search")
    texts = [*(" ".join(post) for post in POSTS.values()), *TYPED]
    asked = """async ([source, texts]) => {
        const { wishes } = await import(source);
        return texts.map((text) => wishes(text).flatMap(({ words }) => words));
    }"""
    # The module wants a search box, as every page has one.
    seen = page.evaluate(asked, [source, texts])
    for text, words in zip(texts, seen, strict=True):
        assert set(words) == set(count_words(text)), text


TYPED = (
    "The camera's API_key, 3.10!",
    "camión Ñandú pingüino L'été où naïve",
    "Straße Größe Œuvre Ærø Łódź e\u0301te\u0301 soft\u00adhyphen",
    "ＡＰＩ ①② Ⅷ İstanbul ISPARTA ıslak ΣΊΣΥΦΟΣ Ёлка и йод",
    "الكِتابُ الكـتاب أحمد إلى آخر مدرسة موسيقى والكتاب بالبيت للمدرسة الله",
    "हिन्दी हिंदी बाज़ार चाँद क्षत्रिय ज्ञान",
    "使用Python编程 猫。狗 ガイド・ブック ｶﾞｲﾄﾞ 図書館へ行く",
    "שָׁלוֹם 한국어 검색 สวัสดีครับ",
)


def test_nothing_is_loaded_before_it_is_asked_for(seekers) -> None:
    """No script, style or index with a page; opening it loads the first two, typing the rest."""
    page = seekers.open("truck/")
    assert not [one for one in seekers.requests if "search" in one]
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.find")).to_be_visible()
    new = [one for one in seekers.requests if "search" in urlsplit(one).path]
    assert all("/assets/search." in one for one in new)


def test_the_first_hit_is_below_thirty_kilobytes(seekers, findable) -> None:
    """Script, style, index, titles and the page of the snippet, gzipped as GitHub Pages does."""
    output = findable.folder
    page = seekers.open("")
    before = set(page.evaluate(LOADED))
    page.evaluate(WATCH_FOR_THE_FIRST)
    page.keyboard.press("/")
    look_for(page, "carburettor")
    loaded = set(page.evaluate("window.atFirst")) - before
    paths = [urlsplit(one).path.removeprefix("/repo/") for one in loaded]
    files = [output / (one + "index.html" if one.endswith("/") else one) for one in paths]
    assert len(files) >= 6
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) < FIRST_HIT


@pytest.mark.parametrize("start", ["dialog", "page"])
def test_every_result_in_view_has_its_snippet(seekers, start) -> None:
    """Without a touch of the reader; what is below is read when it comes into view."""
    screen = {"width": 390, "height": 640}
    if start == "dialog":
        page = opened(seekers, viewport=screen)
        look_for(page, "walk")
    else:
        page = seekers.open("search/?q=walk", viewport=screen)
    for words in page.locator(".find li > p").all()[:3]:
        expect(words.locator("mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    last = page.locator(".find li > p").last
    expect(last).to_be_empty()
    last.locator("..").scroll_into_view_if_needed()
    expect(last).not_to_be_empty()
    expect(page.locator(".find li > p:empty")).to_have_count(0)


def test_no_gap_stands_where_a_snippet_will_be(seekers) -> None:
    """A result whose page is slow or lost is a title and a date, one below the other."""
    page = opened(seekers)
    page.route("**/filler*/", lambda route: route.abort())
    look_for(page, "walk")
    result = page.locator(".find li").first
    expect(result.locator("p")).to_be_empty()
    boxes = "e => [...e.children].map((one) => one.getBoundingClientRect().toJSON())"
    link, words, note = result.evaluate(boxes)
    assert words["height"] == 0
    assert note["top"] - link["bottom"] < 8


def test_the_next_letter_ends_the_reading_of_pages(seekers) -> None:
    """Whoever types on does not wait for the pages of what they no longer look for."""
    page = opened(seekers)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/filler18/", hold)
    with page.expect_request("**/filler18/"):
        page.locator(".find [name=q]").fill("walk")
    page.locator(".find [name=q]").fill("walk carburettor")
    expect(page.locator(".find [role=status]")).to_have_text("Nothing found.")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    assert not [one for one in seekers.requests if "filler17" in one]


def test_the_hiring_page_is_found_by_what_it_says_anywhere(visitors):
    """Its snippet is cut from the part that matches, not from its first words."""
    page = visitors.open("search/?q=learning")
    result = page.locator(".find li", has=page.locator("a[href*='/hire/']"))
    expect(result.locator("p mark").first).to_be_visible()


def test_numbers_of_footnotes_are_not_in_snippets(seekers) -> None:
    """The sentence as it is read aloud: no number at its end, no way back at a note's."""
    page = opened(seekers)
    look_for(page, "snowed")
    expect(page.locator(".find li > p")).to_have_text("It snowed for a week.")
    look_for(page, "blizzards")
    expect(page.locator(".find li > p")).to_have_text("Or two blizzards.")


def test_snippets_stand_around_the_match_with_their_section(seekers) -> None:
    """The sentence that matches, not the beginning; and a link to its section."""
    page = opened(seekers)
    look_for(page, "failed")
    item = page.locator(".find li").first
    expect(item.locator("mark").first).to_have_text("failed")
    expect(item.locator("small")).to_contain_text("The engine")
    assert (item.locator("a").get_attribute("href") or "").endswith("#the-engine")


def test_titles_are_text(seekers) -> None:
    """Markup in a title is shown, never made."""
    page = opened(seekers)
    look_for(page, "nothing")
    assert titles(page) == ["Titles are text <b>& nothing</b> else"]
    assert page.locator(".find li b").count() == 0


def test_all_languages_on_demand(seekers) -> None:
    """The page's own language first; the others say which they are."""
    page = opened(seekers)
    look_for(page, "camion")
    assert titles(page) == []
    page.locator(".find [name=all]").check()
    link = page.locator(".find li > a")
    expect(link).to_have_text("Un largo camino")
    assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == ("es", "es")
    expect(page.locator(".find small")).to_contain_text("Español")


def test_the_keyboard_reaches_everything(seekers) -> None:
    """Down, up, End, Home, Enter; letters go on typing; Escape closes and gives the focus back."""
    page = opened(seekers)
    look_for(page, "walk")
    focused = "document.activeElement.textContent"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "Walk 19"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "Walk 18"
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.localName") == "button"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    with page.context.expect_page() as other:
        page.keyboard.press("Control+Enter")
    assert urlsplit(other.value.url).path == "/repo/filler19/"
    page.keyboard.press("Enter")
    page.wait_for_url("**/filler19/*")


def test_more_results_come_on_demand(seekers) -> None:
    """Eight at first; the next eight take the focus with them."""
    page = opened(seekers)
    look_for(page, "walk")
    expect(page.locator(".find [role=status]")).to_have_text("20 results")
    assert len(titles(page)) == 8
    page.locator(".find .more button").click()
    expect(page.locator(".find li > a")).to_have_count(16)
    assert page.evaluate("document.activeElement.textContent") == "Walk 11"


def test_escape_closes_and_the_reader_is_where_they_were(seekers) -> None:
    """And the slash is a slash where one writes."""
    page = seekers.open("")
    page.locator("[data-search]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.find")).to_be_visible()
    page.keyboard.type("a/b")
    assert page.locator(".find [name=q]").input_value() == "a/b"
    page.keyboard.press("Escape")
    expect(page.locator("dialog.find")).to_be_hidden()
    assert page.evaluate("document.activeElement.hasAttribute('data-search')")


def test_half_composed_words_are_not_searched(seekers) -> None:
    """While an input method composes, its keys are its own."""
    page = opened(seekers, "ja/")
    page.evaluate("""() => {
        const input = document.querySelector('.find [name=q]');
        input.value = 'とし';
        input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    }""")
    page.wait_for_timeout(500)
    assert not [one for one in seekers.requests if "about.json" in one]
    page.evaluate("""() => {
        const input = document.querySelector('.find [name=q]');
        input.value = '図書館';
        input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    }""")
    expect(page.locator(".find li > a")).to_have_text("旅の記録")


def test_what_cannot_be_found_or_loaded_is_said(seekers) -> None:
    """In the reader's language, where screen readers hear it; and a next try may succeed."""
    page = opened(seekers, "de/")
    status = page.locator(".find [role=status]")
    page.route("**/search/*.txt", lambda route: route.abort())
    page.locator(".find [name=q]").fill("andere")
    expect(status).to_have_text("Die Suche konnte nicht geladen werden.")
    page.unroute("**/search/*.txt")
    page.locator(".find [name=q]").fill("xylophon")
    expect(status).to_have_text("Nichts gefunden.")


def test_enter_leads_to_the_page_of_search(seekers) -> None:
    """The form works by itself; the page has the words in its address."""
    page = opened(seekers, "es/")
    page.locator(".find [name=q]").fill("camion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/search/?q=camion*")
    expect(page.locator(".find li > a")).to_have_text("Un largo camino")
    page.locator(".find [name=q]").fill("montaña")
    expect(page).to_have_url(re.compile(r"q=monta%C3%B1a"))


def test_without_a_script_the_page_says_so(seekers) -> None:
    """And offers the ways that need none."""
    page = seekers.open("search/", java_script_enabled=False)
    expect(page.locator("main")).to_contain_text("JavaScript")
    assert page.locator("main a[href='/repo/archive/']").is_visible()
    assert not page.locator("main form").is_visible()


@pytest.mark.parametrize("start", ["", "ar/", "search/?q=walk", "zh/search/?q=机器学习"])
def test_axe_finds_nothing_in_the_search(seekers, axe_source, scheme, start) -> None:
    """Neither in the dialog nor on the page, with results, light and dark."""
    page = seekers.open(start, color_scheme=scheme)
    if "search" not in start:
        page.keyboard.press("/")
        expect(page.locator("dialog.find")).to_be_visible()
        look_for(page, "كتاب" if start else "carburettor")
    expect(page.locator(".find li > a").first).to_be_visible()
    page.evaluate(axe_source)
    found = page.evaluate("options => axe.run(document, options)", AXE)["violations"]
    assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


def test_the_script_weighs_at_most_five_kilobytes(findable) -> None:
    """Gzipped; its style one."""
    output = findable.folder
    sizes = {
        file.suffix: len(gzip.compress(file.read_bytes(), 9, mtime=0))
        for file in (output / "assets").glob("search.*")
    }
    assert sizes[".js"] <= 5 * 1024
    assert sizes[".css"] <= 1024
    about = json.loads((output / "search/about.json").read_text())
    assert about["texts"] == 24
