"""The mark ``<!--more-->``."""

import pytest


@pytest.mark.parametrize("mark", ["<!--more-->", "<!-- more -->", "<!--MORE-->"])
def test_mark(body, mark):
    """What is before the mark is the excerpt; the mark itself is not in the HTML."""
    found = body(f"a\n\nb\n{mark}\nc")
    assert found.excerpt == "a b"
    assert found.html == "<p>a</p>\n<p>b</p>\n<p>c</p>\n"


def test_other_comments(body):
    """Other comments are raw HTML, and one in a quotation does not cut."""
    assert body("a\n\n<!-- moreover -->\n\nb").excerpt == "a"
    assert body("a\n\n> <!--more-->\n\nb").excerpt == "a"


def test_a_second_mark(body):
    """It goes too, and cuts nothing."""
    found = body("a\n\n<!--more-->\n\nb\n\n<!--more-->\n\nc")
    assert found.excerpt == "a"
    assert found.html == "<p>a</p>\n<p>b</p>\n<p>c</p>\n"
    assert (
        body("---\n\n<!--more-->\n\n- b\n\n<!--more-->").html == "<hr>\n<ul>\n<li>b</li>\n</ul>\n"
    )
