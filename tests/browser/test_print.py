"""On paper a page is black on white, without the parts that only a screen can use."""

import re

import pytest

LANGUAGES = pytest.mark.parametrize("prefix", ["", "es/"])


def pages_of(pdf: bytes) -> int:
    """How many sheets a PDF has: its page objects, not the tree above them."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@LANGUAGES
def test_the_hiring_page_prints_on_two_sheets(visitors, prefix):
    """Printed on A4, the hiring page takes at most two sheets in either language."""
    page = visitors.open(prefix + "hire/")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= pages_of(pdf) <= 2, f"{pages_of(pdf)} sheets"


@LANGUAGES
def test_it_prints_on_two_sheets_in_the_other_theme_too(browser, own_in_indice, prefix):
    """Which theme a site has chosen is no matter of paper."""
    page = browser.new_page()
    page.goto(own_in_indice.home + prefix + "hire/")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.close()
    assert 1 <= pages_of(pdf) <= 2, f"{pages_of(pdf)} sheets"


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
