"""Abbreviations."""

import pytest


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("HTML", 1),
        ("HTML HTML, (HTML)", 3),
        ("HTMLs XHTML HTML_x HTML5", 0),
        ("中HTML文", 1),
        ("`HTML` and <b title='HTML'>x</b>", 0),
    ],
)
def test_whole_words(body, text, explained):
    """Only whole words are explained; Chinese characters beside one do not make it longer."""
    assert body(f"*[HTML]: HyperText\n\n{text}").html.count("<abbr") == explained


def test_longest_first(body):
    """Of two abbreviations the longer one is meant."""
    html = body("*[HTML]: a\n*[HTML 5]: b\n\nHTML 5").html
    assert '<abbr title="b">HTML 5</abbr>' in html


def test_escaped(body):
    """An explanation cannot break out of its attribute."""
    assert 'title="&quot;&gt;&lt;b&gt;"' in body('*[X]: "><b>\n\nX').html


def test_in_heading(body):
    """A heading's id and text know nothing of it."""
    (heading,) = body("*[HTML]: a\n\n# HTML now").headings
    assert (heading.id, heading.text) == ("html-now", "HTML now")


def test_work_is_bounded(read):
    """Thousands of abbreviations are not looked for at each letter of a long text."""
    many = "".join(f"*[{letter * 100}{i}]: x\n" for i in range(600) for letter in "ab")
    (problem,) = read(many + "\n" + "aab " * 40_000).problems
    assert problem.code == "size-limit"
    assert "1,200 abbreviations" in problem.message
