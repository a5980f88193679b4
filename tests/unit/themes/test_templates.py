"""Templates hold no words, no style, no vouching; what they include is there."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
from jinja2 import Environment, nodes

THEMES: Final = Path(__file__).resolve().parents[3] / "themes"
TEMPLATES: Final = sorted(THEMES.glob("*/templates/**/*.html"))
NAMES: Final = {file.as_posix().rpartition("/templates/")[2] for file in TEMPLATES}

each_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=[file.relative_to(THEMES).as_posix() for file in TEMPLATES]
)


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
    # Blocks that fill an attribute hold a token of HTML, not words; so do `lang` and `dir`.
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


@each_template
def test_no_heading_of_a_text_can_take_an_id_of_the_frame(template):
    """Ids of headings have no capitals, so the ids that a template writes begin with one."""
    source = re.sub(r"{#.*?#}", "", template.read_text(encoding="utf-8"))
    if template.name != "archive.html":  # it holds no text, and its ids are years
        assert not re.findall(r'\sid="(?![A-Z])', source)
