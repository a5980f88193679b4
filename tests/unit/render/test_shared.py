"""Parts that are the same on every page of a language."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment
from jinja2.runtime import Context

from site_builder.model.theme import Theme, ThemeFile
from site_builder.render.environment import make_environment
from site_builder.render.shared import Part, asks_for_no_page, once, part


def _chrome(code: str, words: str) -> SimpleNamespace:
    return SimpleNamespace(language=SimpleNamespace(code=code), words=words)


@pytest.mark.parametrize(
    ("source", "is_same"),
    [
        ("words", True),
        ("{{ chrome.words }} {{ t('x') }}", True),
        ("{% for link in chrome.nav %}{{ link }}{{ loop.index }}{% endfor %}", True),
        ("{% from 'm.html' import icon %}{{ icon() }}", True),
        ("{{ page.title }}", False),
        ("{{ {'a': 1}[page] }}", False),
        ("{# of every page #}{{ t('x') }}", True),
        ("{% if page.date %}x{% endif %}", False),
        ("{{ rank }}", False),
        ("{% from 'm.html' import icon with context %}{{ icon() }}", False),
        ("{% extends 'base.html' %}", False),
    ],
)
def test_what_depends_on_the_page(source, is_same):
    """The page, and any name that the includer may have set, make a part one of its own."""
    assert asks_for_no_page(Environment(autoescape=True).parse(source)) is is_same


def test_what_is_noted_of_a_part() -> None:
    """What it includes, and whether a macro or a name that is set is there for who imports it."""
    parse = Environment(autoescape=True).parse
    assert part(parse("{% include 'a.html' %}{% include x %}{{ t('y') }}")) is None
    assert part(parse("{% include 'a.html' %}{{ t('y') }}")) == Part(("a.html",), has_names=False)
    assert part(parse("{% include ['a.html', 'b.html'] %}")) == Part(("",), has_names=False)
    assert part(parse("{% macro a() %}{% endmacro %}")) == Part((), has_names=True)
    assert part(parse("{% set a = 1 %}")) == Part((), has_names=True)
    assert part(parse("{{ page.title }}")) is None


def test_once_for_each_chrome() -> None:
    """A part is rendered again for another language, and for another frame of the same one."""
    rendered: list[str] = []

    def render(context: Context) -> Iterator[str]:
        rendered.append(context["chrome"].words)
        yield context["chrome"].words

    root = once(render)
    english, spanish, newer = _chrome("en", "a"), _chrome("es", "b"), _chrome("en", "c")
    template = Environment(autoescape=True).from_string("")
    shown = [
        "".join(root(template.new_context({"chrome": chrome})))
        for chrome in (english, spanish, english, spanish, newer)
    ]
    assert shown == ["a", "b", "a", "b", "c"]
    assert rendered == ["a", "b", "c"]


def test_parts_of_parts(tmp_path: Path) -> None:
    """A part that includes one of the page's own is rendered on every page; others are not."""
    texts = {
        "page.html": '{% include "foot.html" %} {% include "head.html" %}',
        "foot.html": '{{ t() }}{% include "keys.html" %}',
        "keys.html": "{% set a = t() %}{{ a }}",
        "head.html": '{{ t() }}{% include "title.html" %}',
        "title.html": "{{ page }}",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    theme = Theme(
        name="t",
        folders=(),
        layouts=(),
        templates={name: ThemeFile(path=name, digest="0" * 64) for name in texts},
        template_digests={},
        static={},
        bundles={},
        phrases=(),
        boot_script="",
    )
    template = make_environment(theme, tmp_path).get_template("page.html")
    number = count()
    given = {"chrome": _chrome("en", ""), "t": lambda: next(number)}
    pages = [template.render(given, page=f"p{page}") for page in range(60)]
    feet = [page.split()[0] for page in pages]
    assert len(set(feet)) < len(set(pages)) == 60, "the foot is the same on most, no page is"
    assert len(set(feet[30:])) == 1
    assert [page[-3:] for page in pages[30:]] == [f"p{page}" for page in range(30, 60)]
