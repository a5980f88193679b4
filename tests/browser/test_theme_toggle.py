"""Light, dark or as the system says: three states, kept from page to page, without a flash."""

import pytest

TOGGLE = "button[data-theme-toggle]"
POST = "zhiwei-machine-learning/"
# The theme as the root says it, noted when the body begins: what the first paint will use.
NOTE_FIRST_THEME = """
new MutationObserver((_, self) => {
  if (!document.body) return;
  window.firstTheme = document.documentElement.dataset.theme ?? 'auto';
  self.disconnect();
}).observe(document, { childList: true, subtree: true });
"""


def theme(page) -> str:
    return page.evaluate("document.documentElement.dataset.theme ?? 'auto'")


def brightness(page) -> float:
    """How light the page's background is, from 0 (black) to 255 (white)."""
    return page.evaluate(
        """() => {
          const painted = [document.body, document.documentElement]
            .map(e => getComputedStyle(e).backgroundColor)
            .find(c => c !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
          const canvas = document.createElement('canvas').getContext('2d');
          canvas.fillStyle = painted;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }"""
    )


def test_the_toggle_goes_round_auto_light_dark(visitors):
    """Three clicks lead from auto to light, to dark, and back to auto: no way is a dead end."""
    page = visitors.open("")
    seen = [theme(page)]
    for _ in range(3):
        page.click(TOGGLE)
        seen.append(theme(page))
    assert seen == ["auto", "light", "dark", "auto"]
    assert not visitors.complaints


def test_the_button_says_its_state(visitors):
    """A screen reader hears three different names, each with the state in words."""
    page = visitors.open("es/")
    names = []
    for _ in range(3):
        names.append(page.locator(TOGGLE).inner_text().strip())
        page.click(TOGGLE)
    assert all(names)
    assert len(set(names)) == 3


@pytest.mark.parametrize(("system", "is_light"), [("light", True), ("dark", False)])
def test_auto_follows_the_system(visitors, system, is_light):
    """Without a choice the page is as the system is, and turns when the system turns."""
    page = visitors.open("", color_scheme=system)
    assert (brightness(page) > 128) == is_light
    page.emulate_media(color_scheme="dark" if is_light else "light")
    assert (brightness(page) > 128) != is_light


@pytest.mark.parametrize(
    ("clicks", "chosen", "system"), [(1, "light", "dark"), (2, "dark", "light")]
)
def test_a_choice_beats_the_system_and_is_kept(visitors, clicks, chosen, system):
    """A choice holds against the system, on the next page and after a reload."""
    context = visitors.context(color_scheme=system)
    page = visitors.open("", context)
    for _ in range(clicks):
        page.click(TOGGLE)
    assert (brightness(page) > 128) == (chosen == "light")
    page.reload()
    assert theme(page) == chosen
    assert theme(visitors.open(POST, context)) == chosen
    assert not visitors.complaints


def test_a_kept_choice_shows_from_the_first_paint(visitors):
    """The choice stands before the body begins, so no page flashes in the other mode."""
    context = visitors.context(color_scheme="light")
    page = visitors.open("", context)
    page.click(TOGGLE)
    page.click(TOGGLE)
    context.add_init_script(NOTE_FIRST_THEME)
    page = visitors.open(POST, context)
    assert page.evaluate("window.firstTheme") == "dark"


def test_going_back_to_auto_forgets_the_choice(visitors):
    """After the third click nothing is kept: the next page follows the system again."""
    context = visitors.context(color_scheme="dark")
    page = visitors.open("", context)
    for _ in range(3):
        page.click(TOGGLE)
    page = visitors.open(POST, context)
    assert theme(page) == "auto"
    assert brightness(page) < 128


def test_other_open_tabs_follow(visitors):
    """A choice in one tab shows in the others at once."""
    context = visitors.context()
    first = visitors.open("", context)
    second = visitors.open(POST, context)
    first.click(TOGGLE)
    # Waits on the element, not on a script: the policy of the page forbids what a poll evaluates.
    second.locator("html[data-theme=light]").wait_for(state="attached")
    assert theme(second) == "light"


def test_without_storage_the_toggle_still_works(visitors):
    """Where the browser forbids storage, the toggle works on the page it is on, in silence."""
    context = visitors.context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = visitors.open("", context)
    page.click(TOGGLE)
    assert theme(page) == "light"
    assert not visitors.complaints
