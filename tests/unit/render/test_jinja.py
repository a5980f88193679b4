"""Calls and values of templates: what comes out is what Jinja itself would have written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from site_builder.render.jinja import PageTemplate, PageWriter, written

_MACROS = """
{% macro plain(text) %}<i>{{ text }}</i>{% endmacro %}
{% macro around(text, mark="*") %}{{ mark }}{{ caller(text) }}{{ mark }}{% endmacro %}
"""
_PARTS = {
    "m": _MACROS,
    "seen": "{{ one }} of {{ c }}{% set c = one %}{{ c }}",
    "bare": "{% if c is defined %}{{ c }}{% endif %}{{ plain is defined }}",
    "names": "{% from 'm' import plain %}{% set c = n %}{{ plain(c) }}{% include 'bare' %}",
    "frame": "<&lt;{% block x %}{{ b }}{% endblock %}{{ n }}>",
}


class _OurEnvironment(Environment):
    code_generator_class = PageWriter
    template_class = PageTemplate
    written = staticmethod(written)


class _Shown:
    """Something that says itself how it stands in HTML."""

    def __html__(self) -> str:
        return "<b>&amp;</b>"


@given(st.text() | st.text("&<>\"'a") | st.integers() | st.none() | st.text().map(Markup))
def test_a_value_is_written_as_markupsafe_escapes_it(value):
    """Whatever it is; a text that is marked as safe stays as it is."""
    assert str(written(value)) == str(escape(value))


def test_what_says_itself_how_it_looks_is_asked() -> None:
    """``__html__`` is the agreement of all template libraries."""
    assert written(_Shown()) == "<b>&amp;</b>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }} {{ b|safe }} {{ n + 1 }} {{ a ~ b }} {{ b|upper }}",
        "{% set x %}{{ a }}<p>{% endset %}{{ x }}{{ x ~ a }}",
        "{% from 'm' import plain %}{{ plain(a) }}{{ plain(plain(b)) }}{{ plain(text=b) ~ a }}",
        "{% from 'm' import around %}{% call(t) around(a, mark='&') %}<{{ t }}>{% endcall %}",
        "{% for one in (a, b) %}{{ loop.index }}{{ give(one) }}{{ loop.cycle(a) }}{% endfor %}",
        "{% block x scoped %}{% for one in (a,) %}{{ give(one, k=n) }}{% endfor %}{% endblock %}",
        "{% filter upper %}{{ a }}<p>{% endfilter %}",
        "{% macro own() %}{{ a }}{{ varargs }}{% endmacro %}{{ own() }}{{ own(a, b) }}",
        "{{ a }}{% for x in (a, b) %}{% include 'm' without context %}{{ x }}{% endfor %}{{ n }}",
        "{% set c = b %}{% if n %}{% set c = a %}{% endif %}{% include 'bare' %}",
        "{% for c in (a, b) %}{% include 'bare' %}{% endfor %}{% include 'bare' %}",
        "{% block x %}{% set c = a %}{% include 'bare' %}{% endblock %}{% include 'bare' %}",
        "{% macro own(c) %}{% include 'bare' %}{% endmacro %}{{ own(a) }}",
        "{% include ['no', 'bare'] %}{% include 'no' ignore missing %}{{ a }}",
        "{% include 'names' %}{% include 'bare' %}{{ c is defined }}{{ a }}",
        "{% include 'frame' %}{% block x %}{{ a }}{% endblock %}",
        "{{ a }}{% include 'bare' ignore missing without context %}{{ b }}",
        "{% with c = a %}{% include 'bare' %}{% endwith %}",
        "{% set c = b %}{% for one in (a, b) %}{% include 'seen' %}{% endfor %}{{ c }}",
        "{{ give(*(a,), **{'k': n}) }}{{ dict(**{'class': a}) }}{{ dict(from=a) }}",
        "{% extends 'frame' %}{% block x %}{{ super() }}{% include 'm' %}{{ a }}{% endblock %}",
        "{{ b }}{% include a ignore missing %}{{ a }}",
        "{{ range(3)|list }}{{ dict(a=a).a }}{{ self.y() }}{% block y %}{{ b }}{% endblock %}",
    ],
)
def test_a_page_is_what_jinja_makes_of_it(source):
    """Macros, calls, loops, blocks, captured text and joined text: character by character."""
    values = {
        "a": "<a> & 'b' \"c\"",
        "b": "plain",
        "n": 1,
        "give": lambda one, k=0: f"{one}&{k}",
    }
    loader = DictLoader(_PARTS | {"page": source})
    ours, jinjas = (
        environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        .get_template("page")
        .render(values)
        for environment in (_OurEnvironment, Environment)
    )
    assert ours == jinjas
    assert "&lt;" in ours.lower()


def test_calling_what_is_not_there_is_a_mistake_of_the_template() -> None:
    """It is told as Jinja tells it."""
    environment = _OurEnvironment(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        environment.from_string("{{ nothing(1) }}").render()
