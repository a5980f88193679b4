"""Atom feeds, as a feed reader reads them."""

import feedparser

from site_builder.model.data_view import FeedView
from site_builder.model.view import BodyView
from site_builder.render.atom import render_atom
from tests.drawing import plan_of, view_at


def _feed(drawing: str, address: str = "/feed.xml", static: str = "") -> feedparser.FeedParserDict:
    view = view_at(plan_of(drawing, static=static), address, FeedView)

    def content(body: BodyView) -> str:
        return f'<p><a href="{body.targets[0] if body.targets else ""}">x</a></p>'

    return feedparser.parse(render_atom(view, content))


def test_a_feed_reader_has_nothing_to_complain_of() -> None:
    """Well-formed, absolute links, the language of each entry."""
    feed = _feed('posts\n  2023-01-01-a-en body="[x](/b/)"\n  2023-01-02-b-en tags=t')
    assert feed.bozo == 0
    assert [entry.link for entry in feed.entries] == [
        "https://example.org/b/",
        "https://example.org/a/",
    ]
    assert 'href="https://example.org/b/"' in feed.entries[1].content[0].value
    assert feed.entries[0].tags[0].term == "t"
    assert feed.feed.updated == feed.entries[0].updated
    assert (feed.feed.language, feed.feed.link) == ("en", "https://example.org/")


def test_a_site_without_posts_has_a_feed_all_the_same() -> None:
    """An empty feed is a feed, and asks no clock."""
    feed = _feed("pages\n  about-en")
    assert feed.bozo == 0
    assert feed.entries == []
    assert feed.feed.updated == "1970-01-01T00:00:00Z"


def test_the_feed_of_all_languages_marks_each_entry() -> None:
    """One feed, each text in its own language."""
    feed = _feed("posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated", "/all.xml")
    assert {entry.links[0].hreflang for entry in feed.entries} == {"en", "es"}


def test_a_feed_names_those_of_the_other_languages() -> None:
    """Who reads one can find the one in their own language."""
    feed = _feed("posts\n  2023-01-01-a-en")
    others = [link for link in feed.feed.links if link.get("hreflang")]
    assert [(one.hreflang, one.href, one.type) for one in others] == [
        ("es", "https://example.org/es/feed.xml", "application/atom+xml")
    ]


def test_a_recording_can_be_played() -> None:
    """audio: is an enclosure, with type and length."""
    drawing = "posts\n  2023-01-01-a-en audio=true author=Ana"
    feed = _feed(drawing, static="assets/audio/2023-01-01-a-en.mp3")
    (enclosure,) = feed.entries[0].enclosures
    assert enclosure.href == "https://example.org/assets/audio/2023-01-01-a-en.mp3"
    assert (enclosure.type, enclosure.length) == ("audio/mpeg", "1")
    assert feed.entries[0].author == "Ana"
