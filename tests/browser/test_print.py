"""On paper a page is black on white, without the parts that only a screen can use."""

import re

import pytest

LANGUAGES = pytest.mark.parametrize("prefix", ["", "es/"])


@LANGUAGES
def test_a_dark_page_prints_black_on_white(visitors, prefix):
    """A reader in dark mode who prints wastes no ink, with the theme chosen or from the system."""
    page = visitors.open(prefix + "zhiwei-machine-learning/", color_scheme="dark")
    for theme in ("auto", "light", "dark"):
        assert page.evaluate("document.documentElement.dataset.theme ?? 'auto'") == theme
        page.emulate_media(media="print")
        text, ground = page.evaluate(
            "[getComputedStyle(document.querySelector('main')).color,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        assert max(map(int, re.findall(r"\d+", text)[:3])) < 96, f"{theme}: text is {text}"
        assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, f"{theme}: ground is {ground}"
        page.emulate_media(media="screen")
        page.click("button[data-theme-toggle]")


@LANGUAGES
def test_the_menus_stay_on_the_screen(visitors, prefix):
    """Navigation, language menu, theme toggle and buttons are not printed."""
    for place in ("zhiwei-machine-learning/", "hire/"):
        page = visitors.open(prefix + place)
        page.emulate_media(media="print")
        shown = [
            item.inner_text()
            for item in page.locator("header nav, header details, button, form").all()
            if item.is_visible()
        ]
        assert not shown
