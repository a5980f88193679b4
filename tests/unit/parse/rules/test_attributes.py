"""Attributes typed by the author; tests/cases/markdown/images_and_attributes.md has more."""

import pytest


@pytest.mark.parametrize(
    "typed",
    [
        "{% 1 %}",
        "{{ x }}",
        "{}",
        "{a=1}",
        "{#}",
        "{. x}",
        "{#a} b",
        '{class="x}',
        "{.x % y %}",
        '{"key": 1}',
    ],
)
def test_other_braces_are_text(body, typed):
    """What is not beyond doubt a list of attributes stays in the text."""
    assert body(f"{typed}\n\nnext").excerpt == typed


@pytest.mark.parametrize("name", ["onclick", "onmouseover", "style"])
def test_never_kept(body, name):
    """No way of typing attributes lets a script or a style through."""
    pair = f'{{.x {name}="a"}}'
    for text in (f"{pair}\npara", f"[a](b){pair}", f"![a](b){pair} c", f"[s]{pair}", f"# h {pair}"):
        html = body(text).html
        assert name not in html
        assert 'class="x"' in html


def test_address_is_not_an_attribute(body):
    """A link's address cannot be overwritten: a list with an address in it is text."""
    found = body('[a](b.md){href="javascript:1"}')
    assert [reference.target for reference in found.references] == ["b.md"]
    assert found.excerpt == 'a{href="javascript:1"}'


def test_ids_are_anchors(body):
    """A link may point to any typed id."""
    assert body("{#one}\npara\n\n[s]{#two} ![x](y){#three} z").anchors == ("one", "two", "three")
