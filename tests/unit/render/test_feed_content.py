"""The HTML of a post as feed readers get it."""

from dataclasses import replace

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.render.feed_content import feed_content
from tests.drawing import config_of, plan_of, view_at


def _entry(code: str = "en") -> FeedEntryView:
    plan = plan_of(f"posts\n  2023-01-01-a-{code}", config_of("languages: [en, ar]"))
    home = "" if code == "en" else f"/{code}"
    return view_at(plan, f"{home}/feed.xml", FeedView).entries[0]


def test_notes_are_linked_by_their_whole_address() -> None:
    """In a reader #fn1 would lead to nothing, or to the note of another post."""
    html = feed_content(_entry(), '<sup><a class="x" href="#fn1">1</a></sup>')
    assert html == '<sup><a class="x" href="https://example.org/a/#fn1">1</a></sup>'


def test_scripts_and_signs_of_headings_stay_at_home() -> None:
    """Readers refuse the ones, and the others lead nowhere."""
    html = '<h2 id="a">A <a class="anchor" href="#a">#</a></h2><SCRIPT>x < y</SCRIPT ><p>b</p>'
    assert feed_content(_entry(), html) == '<h2 id="a">A</h2><p>b</p>'


def test_the_hero_comes_first() -> None:
    """It is no part of the text, and would be missed."""
    entry = replace(_entry(), image_url="https://example.org/h.jpg?a=1&b")
    html = feed_content(entry, "<p>x</p>")
    assert html.startswith('<p><img src="https://example.org/h.jpg?a=1&amp;b" alt=""></p>')


def test_a_text_from_right_to_left_says_so() -> None:
    """Few readers look at xml:lang."""
    assert feed_content(_entry("ar"), "<p>x</p>").startswith('<div lang="ar" dir="rtl">')


def test_a_script_that_never_ends_hides_nothing_before_it() -> None:
    """What ends goes; what does not is left as the page has it."""
    html = "<script>a</script>b<script>c</script><p>d</p><script>e"
    assert feed_content(_entry(), html) == "b<p>d</p><script>e"
