"""Each theme keeps its promises of size, colour and direction, in what it publishes."""

import gzip
import re
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from site_builder.render.theme import load_theme

REPO: Final = Path(__file__).resolve().parents[3]
NAMES: Final = ("papel", "indice")
THEMES: Final = {name: load_theme(name, REPO).value for name in NAMES}
FILES: Final = tuple(sorted(THEMES[NAMES[0]].bundles))
"""Each style and each script; ``search`` is loaded beside those of a page when a reader asks."""
KIB: Final = 1024
BUDGETS: Final = {".css": (14 * KIB, 4.5 * KIB), ".js": (9 * KIB, 3.5 * KIB)}
"""Ending → bytes as they are, bytes packed, of the one file of this kind that a page loads."""
ON_DEMAND: Final = {"search.css": (14 * KIB, 5 * KIB), "search.js": (14 * KIB, 5 * KIB)}
"""The same for what is loaded beside it when a reader asks."""

each_theme = pytest.mark.parametrize("name", NAMES)
each_mode = pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])


def bundle(name: str, file: str) -> str:
    theme = THEMES[name]
    assert theme is not None
    return theme.bundles[file].text


def style(name: str) -> str:
    """Everything that is written in either style of a theme."""
    return "".join(bundle(name, file) for file in FILES if file.endswith(".css"))


# --- size ----------------------------------------------------------------------------------------


@each_theme
@pytest.mark.parametrize("file", FILES)
def test_the_files_are_small(name, file):
    """The one style of a page, with print and code colours, and its script fit their budgets."""
    raw, packed = ON_DEMAND.get(file) or BUDGETS[file[file.rindex(".") :]]
    content = bundle(name, file).encode()
    assert len(content) <= raw
    assert len(gzip.compress(content, 9)) <= packed


@each_theme
def test_the_boot_script_is_tiny(name):
    """The one inline script is at most 180 bytes, so that every page can afford it."""
    assert len(THEMES[name].boot_script.encode()) <= 180


# --- colour --------------------------------------------------------------------------------------

PAIR: Final = re.compile(r"--([a-z]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)")
GROUNDS: Final = ("bg", "sf")
TEXTS: Final = ("tx", "mu", "ac", "vi", "ok", "red", "blue", "plum", "amber")


def colours(name: str) -> dict[str, list[str]]:
    """Token → its colours in light and in dark."""
    return {token: modes for token, *modes in PAIR.findall(style(name))}


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, by WCAG 2.2: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@each_theme
@each_mode
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), ("tx", "mk"), ("bg", "ac")])
def test_every_text_can_be_read(name, text, ground, mode):
    """Every colour of text, code's among them, has 4.5:1 on every ground, in light and in dark."""
    tokens = colours(name)
    assert contrast(tokens[text][mode], tokens[ground][mode]) >= 4.5


@each_theme
@each_mode
def test_the_edges_of_controls_can_be_seen(name, mode):
    """The border of buttons and inputs has 3:1 on the page (WCAG 1.4.11)."""
    tokens = colours(name)
    assert contrast(tokens["mu"][mode], tokens["bg"][mode]) >= 3


@each_theme
def test_text_uses_only_colours_that_are_tested(name):
    """Every colour is one of the tested names, so that nothing escapes the laws above."""
    css = style(name)
    assert set(re.findall(r"[^-]color:var\(--([a-z]+)", css)) <= {*TEXTS, *GROUNDS, "c"}
    assert set(re.findall(r"--c:var\(--([a-z]+)\)", css)) <= set(TEXTS)


@each_theme
def test_browsers_without_light_dark_get_the_light_colours(name):
    """The plain colours that stand first are the light ones of the pairs: enough to read by."""
    first = style(name).split("@supports", 1)[0]
    plain = dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})[;}]", first))
    assert set(plain) == {"bg", "sf", "ln", "tx", "mu", "ac"}
    assert plain == {token: colours(name)[token][0] for token in plain}


@each_theme
def test_the_browser_is_told_the_colours_of_the_page(name):
    """`theme-color` is the background of each mode."""
    file = THEMES[name].templates["partials/theme-color.html"].path
    told = re.findall(r'content="(#[0-9a-f]{6})"', (REPO / file).read_text(encoding="utf-8"))
    assert told == colours(name)["bg"]


# --- direction -----------------------------------------------------------------------------------


@each_theme
def test_the_style_knows_no_left_and_right(name):
    """Only logical properties, so that Arabic mirrors the page wholly."""
    without_texts = re.sub(r"\"[^\"]*\"", "", style(name))
    physical = (
        r"\b(?:left|right)\b|\b(?:margin|padding|border)-(?:top|bottom)\b"
        r"|(?<=[{;\s])(?:top|bottom|(?:min-|max-)?(?:width|height)):"
    )
    # A media query measures the screen, which has no direction of writing.
    outside_queries = re.sub(r"@media[^{]*", "", without_texts)
    assert not re.findall(physical, outside_queries)


# --- what a page may load ------------------------------------------------------------------------


@each_theme
def test_nothing_of_others_is_loaded(name):
    """No file of the theme names another site; the namespace of SVG is a name, not an address."""
    theme = THEMES[name]
    texts = [one.text for one in theme.bundles.values()]
    texts += [(REPO / file.path).read_text(encoding="utf-8") for file in theme.static.values()]
    for text in texts:
        content = text.replace("http://www.w3.org/2000/svg", "")
        assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", content)
        assert "@import" not in content


# --- code ----------------------------------------------------------------------------------------

CODE: Final = re.compile(r"code\{&(.*?\})\}", re.DOTALL)
RULE: Final = re.compile(r"([^{}]+)\{color:var\(--([a-z]+)\)\}")


@each_theme
@each_mode
def test_code_can_be_read_in_every_colour(name, mode):
    """Keywords, texts, numbers, names and comments have 4.5:1 on the ground of code."""
    tokens = colours(name)
    rules = dict(RULE.findall(CODE.findall(bundle(name, "theme.css"))[0]))
    comments = next(colour for selector, colour in rules.items() if "^=c" in selector)
    assert len(set(rules.values())) >= 6
    for colour in {*rules.values(), comments, "tx"}:
        assert contrast(tokens[colour][mode], tokens["sf"][mode]) >= 4.5, colour
