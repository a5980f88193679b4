"""The theme Papel keeps its promises of size, colour, direction and words, file by file."""

import gzip
import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from jinja2 import Environment, nodes

REPO: Final = Path(__file__).resolve().parents[3]
THEME: Final = REPO / "themes" / "papel"
CSS: Final = (THEME / "static" / "theme.css").read_text(encoding="utf-8")
TEMPLATES: Final = sorted((THEME / "templates").rglob("*.html"))
NAMES: Final = [file.relative_to(THEME / "templates").as_posix() for file in TEMPLATES]
KIB: Final = 1024

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=NAMES)

# --- size ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw", "packed"),
    [("theme.css", 14 * KIB, 4.5 * KIB), ("theme.js", 9 * KIB, 3.5 * KIB)],
)
def test_the_files_are_small(name, raw, packed):
    """The whole style, with print and code colours, and the whole script fit their budgets."""
    content = (THEME / "static" / name).read_bytes()
    assert len(content) <= raw
    assert len(gzip.compress(content, 9)) <= packed


def test_the_boot_script_is_tiny():
    """The one inline script is at most 180 bytes, so that every page can afford it."""
    assert len((THEME / "templates" / "boot.js").read_bytes()) <= 180


# --- colour --------------------------------------------------------------------------------------

PAIR: Final = re.compile(r"--([a-z]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)")
COLOURS: Final = {name: modes for name, *modes in PAIR.findall(CSS)}
GROUNDS: Final = ("bg", "sf")
TEXTS: Final = ("tx", "mu", "ac", "vi", "ok", "blue", "plum", "amber")


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, by WCAG 2.2: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), ("tx", "mk"), ("bg", "ac")])
def test_every_text_can_be_read(text, ground, mode):
    """Every colour of text, code's among them, has 4.5:1 on every ground, in light and in dark."""
    assert contrast(COLOURS[text][mode], COLOURS[ground][mode]) >= 4.5


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_the_edges_of_controls_can_be_seen(mode):
    """The border of buttons and inputs has 3:1 on the page (WCAG 1.4.11)."""
    assert contrast(COLOURS["mu"][mode], COLOURS["bg"][mode]) >= 3


def test_code_uses_only_colours_that_are_tested():
    """Every colour is one of the tested names, so that nothing escapes the laws above."""
    used = set(re.findall(r"[^-]color:var\(--([a-z]+)", CSS))
    assert used <= {*TEXTS, *GROUNDS, "c"}
    assert set(re.findall(r"--c:var\(--([a-z]+)\)", CSS)) <= set(TEXTS)


def test_browsers_without_light_dark_get_the_light_colours():
    """The plain colours that stand first are the light ones of the pairs."""
    plain = dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})[;}]", CSS.split("@supports", 1)[0]))
    assert {"bg", "sf", "ln", "tx", "mu", "ac"} <= set(plain)
    assert plain == {name: COLOURS[name][0] for name in plain}


def test_the_browser_is_told_the_colours_of_the_page():
    """`theme-color` is the background of each mode."""
    base = (THEME / "templates" / "base.html").read_text(encoding="utf-8")
    told = re.findall(r'name="theme-color" content="(#[0-9a-f]{6})"', base)
    assert told == COLOURS["bg"]


# --- direction -----------------------------------------------------------------------------------


def test_the_style_knows_no_left_and_right():
    """Only logical properties, so that Arabic mirrors the page wholly."""
    without_texts = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", CSS, flags=re.DOTALL)
    physical = (
        r"\b(?:left|right)\b|\b(?:margin|padding|border)-(?:top|bottom)\b"
        r"|(?<=[{;\s])(?:top|bottom|(?:min-|max-)?(?:width|height)):"
    )
    # A media query measures the screen, which has no direction of writing.
    outside_queries = re.sub(r"@media[^{]*", "", without_texts)
    assert not re.findall(physical, outside_queries)


# --- what a page may load ------------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted((THEME / "static").iterdir()), ids=lambda file: file.name)
def test_nothing_of_others_is_loaded(file):
    """No file of the theme names another site; the namespace of SVG is a name, not an address."""
    content = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", content)
    assert "@import" not in content


# --- templates -----------------------------------------------------------------------------------


class Markup(HTMLParser):
    """The words that a template itself would show, and the attributes it writes."""

    SPOKEN: Final = frozenset({"alt", "aria-label", "placeholder", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, _tag, attrs):
        """Note the attributes, and the words in those that are read aloud."""
        self.attributes += [name for name, _ in attrs]
        self.words += [value or "" for name, value in attrs if name in self.SPOKEN]

    def handle_data(self, data):
        """Note the text."""
        self.words.append(data)


def read(template: Path) -> Markup:
    """Parse a template as the HTML it is when everything from the view is left out."""
    source = template.read_text(encoding="utf-8")
    # Blocks that fill an attribute hold a token of HTML, not words; so does the macro `lang_dir`.
    source = re.sub(r"{% block (og_type|body_class|script_timing) %}.*?{% endblock %}", "", source)
    source = re.sub(r'lang="{{[^"]*}}" dir="{{[^"]*}}"', "", source)
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", source, flags=re.DOTALL)
    parser = Markup()
    parser.feed(bare)
    return parser


@each_template
def test_every_visible_word_is_a_phrase(template):
    """Templates hold no words of any language: all come from `t()` or from the view."""
    words = [word for word in read(template).words if re.search(r"[^\W\d_]", word)]
    assert not words


@each_template
def test_no_style_and_no_handler_stands_in_a_tag(template):
    """The page's policy forbids them, so no template writes them."""
    assert not [name for name in read(template).attributes if name.startswith(("on", "style"))]


@each_template
def test_nothing_is_called_safe(template):
    """Finished HTML comes only from the builder's own functions; no template vouches for text."""
    source = template.read_text(encoding="utf-8")
    assert not re.findall(r"\|\s*safe\b|autoescape\s+false", source)


@each_template
def test_what_is_included_is_named_literally(template):
    """So the builder knows which templates each page depends on, and each of them exists."""
    tree = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for node in tree.find_all(kinds):
        assert isinstance(node.template, nodes.Const), f"line {node.lineno}"
        assert node.template.value in NAMES


@each_template
def test_each_template_says_what_it_is_for(template):
    """The first line is a comment in plain words."""
    assert template.read_text(encoding="utf-8").startswith("{# ")
