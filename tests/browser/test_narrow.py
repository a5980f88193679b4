"""On the narrowest screens everything fits: no page scrolls sideways."""

# What sticks out of the page to either side, unless a box of its own scrolls or hides it.
STICKING_OUT = """width => {
  const held = (e) => {
    for (let p = e.parentElement; p && p !== document.documentElement; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible' && p !== document.body) return true;
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getClientRects().length && !held(e))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.right > width + 1))
    .slice(0, 8)
    .map(([e, box]) => `<${e.tagName.toLowerCase()} class="${e.className}"> ` +
      `${Math.round(box.left)}..${Math.round(box.right)}: ${e.textContent.trim().slice(0, 40)}`);
}"""


def test_nothing_scrolls_sideways_at_320_px(visitors, address):
    """At 320 px, as WCAG 1.4.10 asks, the page is as wide as the screen."""
    page = visitors.open(address, viewport={"width": 320, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, f"{width} px wide:\n" + "\n".join(page.evaluate(STICKING_OUT, 320))


def test_nothing_scrolls_sideways_when_text_is_twice_as_large(visitors, address):
    """With text at 200 % on a screen of 640 px, as WCAG 1.4.4 asks, nothing is cut off."""
    page = visitors.open(address, viewport={"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 640, f"{width} px wide:\n" + "\n".join(page.evaluate(STICKING_OUT, 640))


def test_the_open_language_menu_fits(visitors):
    """Unfolded at 320 px, the language menu stays inside the screen."""
    page = visitors.open("", viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('header details').forEach(d => { d.open = true })")
    links = page.locator("header a[hreflang]")
    assert links.count() > 0
    for link in links.all():
        box = link.bounding_box()
        assert box, "the menu is open, but a language is not shown"
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
