"""Alerts."""

import pytest


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_kinds(body, kind):
    """Each of the five kinds has its class and a title in the page's language."""
    html = body(f"> [!{kind.upper()}]\n> text").html
    assert html.startswith(f'<div class="alert alert-{kind}" role="note">')
    assert f'<p class="alert-title">\0t:alert_{kind}\0</p>' in html
    assert "markdown-alert" not in html


def test_attributes(body):
    """A class of the author's own is added."""
    assert '<div class="alert alert-tip mine"' in body("{.mine}\n> [!TIP]\n> x").html


def test_no_english_in_the_text(body):
    """The English title of the syntax is in no excerpt and no digest."""
    assert body("> [!NOTE]\n> only this").excerpt == "only this"
