"""Body HTML with its slots filled."""

from site_builder.render.body import fill, with_bare_links, without_heading_links
from tests.drawing import EchoPhrases

HTML = "<a\x000:href\x00>x</a><img\x001:src\x00 alt><p>\x00t:table\x00</p>"


def test_targets_fill_their_slots_escaped() -> None:
    """A target becomes the whole attribute, and cannot leave it."""
    filled = fill(HTML, ["/a?b&c", '/"onload="x'], EchoPhrases())
    assert '<a href="/a?b&amp;c">' in filled
    assert '<img src="/&quot;onload=&quot;x" alt>' in filled
    assert "<p>table</p>" in filled


def test_a_link_without_target_leads_nowhere() -> None:
    """No attribute at all: a link to a draft is plain text to a reader."""
    assert fill(HTML, ["", ""], EchoPhrases()).startswith("<a>x</a><img alt>")


def test_feeds_have_no_heading_links() -> None:
    """The # beside a heading is for pages; feed readers get the heading alone."""
    html = '<h2 id="a">A <a class="anchor" href="#a" aria-label="x">#</a></h2>'
    assert without_heading_links(html) == '<h2 id="a">A</h2>'


def test_a_link_that_is_its_own_address_is_marked() -> None:
    """On paper an address is spelled once; a link of words is left alone, to be spelled there."""
    bare, words = '<a href="https://a.org/?b&amp;c">%s</a>', '<a href="https://a.org/">a.org</a>'
    marked = bare.replace('">', '" class="bare">') % "https://a.org/?b&amp;c"
    assert with_bare_links(bare % "https://a.org/?b&amp;c" + words) == marked + words
