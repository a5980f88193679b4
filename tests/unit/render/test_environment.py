"""The environment of templates: escaping always on, unknown names always an error."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from site_builder.model.language import known_language
from site_builder.model.theme import Theme, ThemeFile
from site_builder.render.environment import make_environment


def _environment(root: Path, **templates: str):
    files = {}
    for name, text in templates.items():
        (root / name).write_text(text, encoding="utf-8")
        files[f"{name}.html"] = ThemeFile(path=name, digest="0" * 64)
    theme = Theme(
        name="t",
        folders=(),
        layouts=(),
        templates=files,
        template_digests={},
        static={},
        bundles={},
        phrases=(),
        boot_script="",
    )
    return make_environment(theme, root)


def test_what_is_given_is_escaped(tmp_path: Path) -> None:
    """In text and in attributes."""
    template = _environment(tmp_path, a='<p title="{{ x }}">{{ x }}</p>').get_template("a.html")
    html = template.render(x="<b>\"'&")
    assert html == '<p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;</p>'


def test_a_value_in_quotes_keeps_its_apostrophes(tmp_path: Path) -> None:
    """What could end it, or begin a tag, is escaped all the same."""
    template = _environment(tmp_path, a='<p title="{{ x|in_quotes }}">').get_template("a.html")
    assert template.render(x="'self' <b>\"&") == "<p title=\"'self' &lt;b>&quot;&amp;\">"


def test_a_language_is_said_by_two_attributes(tmp_path: Path) -> None:
    """Whatever tag a site gave it."""
    template = _environment(tmp_path, a="<p {{ x|lang_dir }}>").get_template("a.html")
    assert template.render(x=known_language("ar")) == '<p lang="ar" dir="rtl">'
    odd = replace(known_language("en"), tag='a"b')
    assert template.render(x=odd) == '<p lang="a&#34;b" dir="ltr">'


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A typo never becomes an empty place in a page."""
    template = _environment(tmp_path, a="{{ titel }}").get_template("a.html")
    with pytest.raises(UndefinedError, match="titel"):
        template.render(title="x")


def test_only_files_of_the_theme_can_be_included(tmp_path: Path) -> None:
    """No path leads out of it."""
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    template = _environment(tmp_path, a='{% include "../secret" %}').get_template("a.html")
    with pytest.raises(TemplateNotFound):
        template.render()


def test_dates_and_languages_are_spelled_for_the_reader(tmp_path: Path) -> None:
    """The same day in two languages, and a language named in another."""
    spanish, english = known_language("es"), known_language("en")
    template = _environment(
        tmp_path, a='{{ "2026-01-15" | date(reader) }} {{ language_name(other, reader) }}'
    ).get_template("a.html")
    assert template.render(reader=english, other=spanish) == "January 15, 2026 Spanish"
    assert template.render(reader=spanish, other=english) == "15 de enero de 2026 inglés"
