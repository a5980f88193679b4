"""What scripts add to a text, in both themes: notes, copying, sharing, keys, comments, speeds."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

POST = "small-network/"
LONG = "forty-headings/"
WIDE = {"width": 1280, "height": 800}
GROUND = "e => getComputedStyle(e).backgroundColor"
PHONE = {"width": 390, "height": 844}


def test_a_footnote_opens_beside_its_number(guests):
    """A click shows the note where the reader is; Escape closes it; the page has not moved."""
    page = guests.open(POST, viewport=WIDE)
    page.click(".footnote-ref a")
    bubble = page.locator(".bubble")
    expect(bubble).to_be_visible()
    assert "The bend is what lets many neurons" in bubble.inner_text()
    assert "#" not in page.url
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    assert not guests.complaints


def test_a_footnote_is_a_link_for_the_keyboard(guests):
    """Enter goes to the note, from where a link leads back."""
    page = guests.open(POST)
    page.locator(".footnote-ref a").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#fn1")


def test_code_is_copied_as_it_was_written(guests):
    """The button puts the code on the clipboard, and says that it has."""
    context = guests.context(permissions=["clipboard-read", "clipboard-write"])
    page = guests.open(POST, context)
    button = page.locator(".copy").first
    said = button.inner_text()
    button.click()
    expect(button).not_to_have_text(said)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("import numpy as np\n")
    assert "weights, f" in copied


def test_a_text_can_be_shared(guests):
    """Where the system has no dialog for it, the address is copied and the button says so."""
    context = guests.context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.share")
    page = guests.open(POST, context)
    page.click("[data-share]")
    expect(page.locator("[data-share]")).to_have_text("Link copied")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == canonical


def test_keys_lead_on_and_can_be_turned_off(guests):
    """`?` shows them, `n` goes to the newer post; once turned off, none does anything."""
    context = guests.context()
    page = guests.open(POST, context)
    page.keyboard.press("?")
    dialog = page.locator("dialog[data-keys]")
    expect(dialog).to_be_visible()
    page.keyboard.press("n")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    # The browser takes focus out of a closed dialog with the next picture it draws.
    expect(dialog.locator(":focus")).to_have_count(0)
    page.keyboard.press("n")
    page.wait_for_url("**/forty-headings/")
    page.keyboard.press("?")
    dialog.locator("input").uncheck()
    page.keyboard.press("Escape")
    page = guests.open(POST, context)
    page.keyboard.press("?")
    expect(page.locator("dialog[data-keys]")).to_be_hidden()
    page.click("[data-keys-open]")
    expect(page.locator("dialog[data-keys]")).to_be_visible()


def test_comments_are_fetched_only_when_they_are_asked_for(guests):
    """Nothing goes to the provider before the click; then one frame, and no script of theirs."""
    context = guests.context()
    context.route("https://giscus.app/**", lambda route: route.fulfill(body="<p>Hello</p>"))
    page = guests.open(POST, context)
    page.wait_for_load_state("networkidle")
    assert not [url for url in guests.requests if "giscus" in url]
    page.click("[data-comments]")
    frame = page.frame_locator("section.comments iframe")
    expect(frame.locator("p")).to_have_text("Hello")
    (asked,) = [url for url in guests.requests if "giscus" in url]
    assert "/widget?repo=ada%2Fsite" in asked
    assert "theme=preferred_color_scheme" in asked
    assert not guests.complaints


def edge_of(box: Locator) -> tuple[int, ...]:
    """The colour just within the right edge of a box of code, below its last line."""
    picture = Image.open(BytesIO(box.screenshot())).convert("RGB")
    return picture.getpixel((picture.width - 3, picture.height - 11))


@pytest.mark.parametrize("text", [POST, "ar/" + POST])
def test_code_that_goes_on_is_shaded_at_its_edge(guests, scheme, text):
    """Where more is hidden, not where it ends; code runs from the left in Arabic too."""
    page = guests.open(text, viewport=PHONE, color_scheme=scheme)
    box = page.locator("pre").first
    ground = tuple(
        int(part) for part in box.evaluate(GROUND).removeprefix("rgb(").removesuffix(")").split(",")
    )
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    assert edge_of(box) != ground
    box.evaluate("e => e.scrollLeft = e.scrollWidth")
    assert edge_of(box) == ground
    box.evaluate("e => { e.firstChild.style.fontSize = '4px'; }")
    assert not box.evaluate("e => e.scrollWidth > e.clientWidth")
    assert edge_of(box) == ground


def test_the_menu_has_a_row_of_its_own_on_a_phone(visitors):
    """On the front page as on all others: its links stand beside each other."""
    for address in ("", "es/", "archive/", "es/archive/"):
        page = visitors.open(address, viewport=PHONE)
        links = page.locator(".top nav").first.locator("a").all()
        rows = {round(link.bounding_box()["y"]) for link in links}
        assert len(links) > 2
        assert len(rows) == 1, address
        tools = page.locator(".top .tools").bounding_box()
        assert tools["x"] + tools["width"] <= PHONE["width"]


def test_a_recording_can_be_heard_faster(guests):
    """The player is there to be seen; a button changes its speed, and is marked."""
    page = guests.open(LONG)
    expect(page.locator("audio")).to_be_visible()
    button = page.locator("[data-rate='1.5']")
    button.click()
    assert page.locator("audio").evaluate("e => e.playbackRate") == 1.5
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("[data-rate='1']").get_attribute("aria-pressed") == "false"


def test_the_contents_follow_the_reader(guests):
    """Beside a text with forty headings the one that is read is marked, and stays on the screen."""
    page = guests.open(LONG, viewport=WIDE)
    page.locator("[id='thing-30']").evaluate("e => e.scrollIntoView()")
    marked = page.locator("nav.toc a[aria-current]")
    expect(marked).to_have_text("Thing 30")
    expect(marked).to_be_in_viewport()


def test_a_series_marks_the_part_that_is_read(guests):
    """All parts are links but the one on this page."""
    page = guests.open(LONG)
    series = page.locator("section.series")
    assert series.locator("a").all_inner_texts() == ["A small neural network, line by line"]
    assert series.locator("[aria-current]").inner_text() == "Forty small things learned this year"


def test_the_offer_of_another_language_covers_nothing(guests):
    """A Spanish reader is offered Spanish in a space that is free, and says no once for all."""
    context = guests.context(locale="es-ES", viewport={"width": 390, "height": 844})
    page = guests.open(POST, context)
    offer = page.locator(".suggest")
    expect(offer.locator("a")).to_have_text("Leer en español")
    over, title = offer.locator("a").bounding_box(), page.locator("h1").bounding_box()
    assert over["y"] + over["height"] + 16 <= title["y"]
    offer.locator("button").click()
    expect(offer).to_be_hidden()
    page.reload()
    expect(page.locator(".suggest")).to_be_hidden()


def test_a_table_of_posts_is_ordered_by_its_heads(guests, theme):
    """In Índice the newest post comes first, a press on a head orders by it, another turns it."""
    page = guests.open("tags/essays/")
    if theme != "indice":
        assert page.locator("ol.rows > li").count() == 3
        return
    titles = page.locator("table.index tbody .name")
    assert titles.first.inner_text().startswith("Forty")
    page.click("table.index thead th:nth-child(2) button")
    assert [text[:5] for text in titles.all_inner_texts()] == ["A sma", "Forty", "Why I"]
    page.click("table.index thead th:nth-child(2) button")
    assert titles.first.inner_text().startswith("Why I")
    head = page.locator("table.index thead th:nth-child(2)")
    assert head.get_attribute("aria-sort") == "descending"


def test_the_languages_lie_above_the_text(guests):
    """On a small screen, over a long title: each of them is what a finger meets."""
    page = guests.open("ar/" + POST, viewport={"width": 390, "height": 844})
    page.evaluate("document.querySelectorAll('details.lang').forEach(d => { d.open = true })")
    met = page.evaluate(
        """() => [...document.querySelectorAll('.lang a')].map(link => {
          link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const box = link.getBoundingClientRect();
          const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return link.contains(there) ? '' : link.lang;
        })"""
    )
    assert met == [""] * 8
