"""Finding tags."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.rules.html_tags import ids_in, scan, scripts_in, words_in


def test_attributes():
    """All ways of writing attributes are read, entities decoded, the first of a name counts."""
    (tag,) = scan("<a HREF='x&amp;y' b=1 c d = \"e>\" b=2 />")
    assert tag.name == "a"
    assert tag.attributes == {"href": "x&y", "b": "1", "c": "", "d": "e>"}


def test_spans():
    """The span of an attribute takes its leading space along."""
    html = '<img  src=a.png alt="">'
    (tag,) = scan(html)
    start, end = tag.spans["src"]
    assert html[start:end] == "  src=a.png"


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a id="x"> -->',
        "<script>\"<a id='x'>\"</script>",
        '<style><a id="x"></style>',
        '<textarea><a id="x"></textarea>',
        "<p title='<a id=\"x\">'>",
        '<!doctype <a id="x">',
        "<![CDATA[ <a",
        '<a id="x"',
    ],
)
def test_what_is_no_tag(html):
    """Nothing in comments, scripts, styles, attributes or an unfinished tag is a tag."""
    assert "x" not in list(ids_in(html))


def test_ids():
    """Ids, and names of links, in order and once each."""
    html = '<p id=a><a name="b" id="b"></a><input name="c"><a id="d&amp;">'
    assert list(ids_in(html)) == ["a", "b", "d&"]


def test_words():
    """Words are what a reader reads."""
    assert words_in("<p>a &amp; <b>b</b><script>c</script><!--d--></p>") == "a & b"
    assert words_in("<a>x</a> y", 3, {"/a"}) == "x"


def test_scripts():
    """Only scripts written in the page are given, whole."""
    html = '<script>a<b</script><script src="x">c</script><SCRIPT type="module">d</SCRIPT >'
    assert list(scripts_in(html)) == ["a<b", "d"]


@given(st.text(alphabet="<>/a=\"' !-[s", max_size=60))
def test_any_text(html):
    """Any text is taken, and positions go forward."""
    at = 0
    for tag in scan(html):
        assert at <= tag.start <= tag.end <= len(html)
        at = tag.end


def test_linear():
    """A long unfinished text ends at once."""
    before = time.process_time()
    for piece in ('<a "', "<!--", "<script>", "<a b='", "<![CDATA["):
        list(scan(piece * 50_000))
    assert time.process_time() - before < 5
