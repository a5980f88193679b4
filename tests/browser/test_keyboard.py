"""Everything can be reached and used with the keyboard, and the focus is always seen."""

import pytest

# The focused element, where it is, and whether its looks say that it has the focus.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  return {
    what: `<${e.tagName.toLowerCase()}> ${(e.innerText || e.ariaLabel || '').trim().slice(0, 40)}`,
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== 'none',
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""
MOST_STOPS = 400
WIDE = {"width": 1280, "height": 800}


def test_the_skip_link_comes_first_and_leads_to_the_text(visitors, address):
    """The first stop is a visible link to the main text; following it moves the focus there."""
    page = visitors.open(address)
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    assert focused
    assert focused["inside"], "the skip link is not shown when it has the focus"
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.querySelector('main').contains(document.activeElement)"
        " || !document.querySelector('main').querySelector('a, button, input, summary')"
    ), "after the skip link the focus is not in the main text"


@pytest.mark.parametrize("here", ["", "hire/", "es/zhiwei-machine-learning/", "tags/"])
def test_the_focus_is_always_seen(visitors, here):
    """Wherever Tab leads there is a ring of 2 px or more, on the screen."""
    walk(visitors.open(here, viewport=WIDE))


@pytest.mark.parametrize("here", ["", "small-network/", "ar/"])
def test_the_focus_is_always_seen_in_both_themes(guests, here, scheme):
    """In light and in dark, in menus, tables, code that scrolls, and from right to left."""
    walk(guests.open(here, viewport=WIDE, color_scheme=scheme))


def walk(page) -> None:
    """Press Tab until the page ends, and ask at each stop whether it is seen."""
    stops, unseen = 0, []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if not focused:
            break
        stops += 1
        if not (focused["ring"] and focused["inside"]):
            unseen.append(focused["what"])
    assert stops > 3
    assert not unseen, "\n".join(unseen)


def test_the_language_menu_works_by_keyboard(visitors):
    """Enter opens the menu, Tab goes to the languages, Escape closes it and keeps the place."""
    page = visitors.open("")
    summary = page.locator("header details:has(a[hreflang]) > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('hreflang')")
    page.keyboard.press("Escape")
    assert not page.locator("header a[hreflang]").first.is_visible()
    assert summary.evaluate("e => e === document.activeElement")


def test_the_theme_toggle_works_by_keyboard(visitors):
    """Enter and Space turn the theme like a click."""
    page = visitors.open("")
    page.locator("button[data-theme-toggle]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
