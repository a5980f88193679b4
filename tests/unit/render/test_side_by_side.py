"""Two bodies on one page."""

from site_builder.render.side_by_side import side_by_side


def test_no_id_is_there_twice() -> None:
    """The original's ids and whatever names them are made its own; links within it hold."""
    theirs = (
        '<p>x<a href="#fn1" id="fnref1">1</a> <a href="/b/#fn1">b</a></p>'
        '<div role="region" aria-labelledby="a b" id="c">y</div>'
    )
    ((_, first), (_, second)) = side_by_side("<p>x</p><div>y</div>", theirs)
    assert first == (
        '<p>x<a href="#Beside-fn1" id="Beside-fnref1">1</a> <a href="/b/#fn1">b</a></p>'
    )
    assert 'aria-labelledby="Beside-a Beside-b" id="Beside-c"' in second


def test_the_signs_of_headings_are_the_readers_alone() -> None:
    """A link to a section leads to the side that the page is about."""
    heading = '<h2 id="a">A <a class="anchor" href="#a">#</a></h2>'
    ((mine, theirs),) = side_by_side(heading, heading)
    assert 'class="anchor"' in mine
    assert 'class="anchor"' not in theirs


def test_texts_that_do_not_match_stand_beside_each_other_whole() -> None:
    """Section by section, or at least all of it: nothing is left out."""
    assert side_by_side("<h2>a</h2>", "<p>b</p>") == (("<h2>a</h2>", "<p>b</p>"),)
