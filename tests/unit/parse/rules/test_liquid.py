"""Liquid in texts moved over from Jekyll; tests/cases/markdown/from_jekyll.md has more."""

import pytest


@pytest.mark.parametrize(
    "typed",
    [
        "{% include video.html id=1 %}",
        "{%- if page.x -%}",
        "{{ site.baseurl }}",
        "{{ page.title | escape }}",
        "{% highlight python %}",
    ],
)
def test_told(read, typed):
    """Liquid in prose is shown as typed, and is a warning at its place."""
    outcome = read(f"one\n\ntwo {typed} three")
    (problem,) = outcome.problems
    assert (problem.code, problem.is_error) == ("foreign-markup", False)
    assert (problem.place.line, problem.place.column) == (12, 5)
    assert typed in problem.message
    assert typed.split("|", maxsplit=1)[0] in outcome.value.html


def test_links(read):
    """A link by Liquid that has no meaning here is told at its place."""
    (problem,) = read("[a]({% gist 2020 %})").problems
    assert "gist" in problem.message


def test_other_braces(body):
    """Braces of other tongues are words, in prose as in code."""
    assert (
        body("{{ name }} {% 1 %} 100 % `{% if %}`").excerpt == "{{ name }} {% 1 %} 100 % {% if %}"
    )
