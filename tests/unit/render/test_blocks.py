"""The blocks of a body, and which of two texts belong together."""

import pytest

from site_builder.render.blocks import Block, pair_blocks, split_blocks

BODY = """<p>One <em>two</em><br>three</p>
<h2 id="a">Head <a href="#a">#</a></h2>
<div class="code"><pre><code>&lt;p&gt;</code></pre></div>
<ul>
<li><p>x</p></li>
</ul>
<hr>
<!-- a <p> that is none -->
<img alt="a > b" src="c.png">
<script>if (a < b) "</p>"</script>
<p>end</p>
"""


def _kinds(html: str) -> list[str]:
    return [block.kind for block in split_blocks(html) or ()]


def test_a_body_is_parted_at_its_top_and_nothing_is_lost() -> None:
    """Void elements, comments, scripts and signs in attributes mislead nobody."""
    blocks = split_blocks(BODY)
    assert blocks is not None
    assert _kinds(BODY) == ["p", "h2", "div", "ul", "hr", "img", "script", "p"]
    assert "".join(block.html for block in blocks) == BODY


@pytest.mark.parametrize("html", ["<p>a</p></div>", "<div><p>a</p>", "<p>a</p><b>"])
def test_what_does_not_match_is_not_cut(html: str) -> None:
    """Tags of the author's own may be open or closed too often."""
    assert split_blocks(html) is None
    assert pair_blocks(split_blocks(html), split_blocks("<p>a</p>")) is None


@pytest.mark.parametrize("html", ["", "\n", "only words"])
def test_a_text_without_elements_is_one_block(html: str) -> None:
    """An empty text too."""
    assert split_blocks(html) == (Block("", html),)


def _pairs(mine: str, theirs: str) -> list[tuple[str, str]] | None:
    rows = pair_blocks(split_blocks(mine), split_blocks(theirs))
    return None if rows is None else [(one.strip(), other.strip()) for one, other in rows]


def test_like_stands_beside_like() -> None:
    """Paragraph by paragraph, where both have the same."""
    assert _pairs("<p>1</p>\n<ul></ul>", "<p>uno</p>\n<ul></ul>") == [
        ("<p>1</p>", "<p>uno</p>"),
        ("<ul></ul>", "<ul></ul>"),
    ]


def test_a_section_that_differs_stands_beside_the_other_as_a_whole() -> None:
    """A paragraph that became two shifts nothing after the next heading."""
    mine = "<p>a</p><h2>H</h2><p>b</p><p>c</p><h2>I</h2><p>d</p>"
    theirs = "<p>A</p><h2>h</h2><p>BC</p><h2>i</h2><p>D</p>"
    assert _pairs(mine, theirs) == [
        ("<p>a</p>", "<p>A</p>"),
        ("<h2>H</h2>", "<h2>h</h2>"),
        ("<p>b</p><p>c</p>", "<p>BC</p>"),
        ("<h2>I</h2>", "<h2>i</h2>"),
        ("<p>d</p>", "<p>D</p>"),
    ]


@pytest.mark.parametrize("theirs", ["<h2>h</h2>", "<h3>h</h3><h3>i</h3>", "<p>x</p>"])
def test_other_headings_are_another_text(theirs: str) -> None:
    """Nothing is guessed."""
    assert _pairs("<h2>H</h2><h2>I</h2>", theirs) is None
