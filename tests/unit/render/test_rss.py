"""RSS feeds, as a feed reader reads them."""

import feedparser

from site_builder.model.data_view import FeedView
from site_builder.render.rss import render_rss
from tests.drawing import config_of, plan_of, view_at

CONFIG = config_of("feeds: [rss]\nauthor: Zhiwei")


def _feed(drawing: str, address: str = "/rss.xml", static: str = "") -> feedparser.FeedParserDict:
    view = view_at(plan_of(drawing, CONFIG, static=static), address, FeedView)
    return feedparser.parse(render_rss(view, lambda _: "<p>Whole text.</p>"))


def test_a_feed_reader_has_nothing_to_complain_of() -> None:
    """Whole text, dates that can be read, an author, an id that is no address."""
    feed = _feed("posts\n  2023-01-02-a-es tags=t description=Short", "/es/rss.xml")
    assert (feed.bozo, feed.version) == (0, "rss20")
    (entry,) = feed.entries
    assert entry.content[0].value == "<p>Whole text.</p>"
    assert (entry.summary, entry.author, entry.tags[0].term) == ("Short", "Zhiwei", "t")
    assert entry.published_parsed[:3] == (2023, 1, 2)
    assert (entry.id, entry.guidislink) == ("tag:example.org,2023-01-02:/es/a", False)
    assert entry.link == "https://example.org/es/a/"
    assert (feed.feed.language, feed.feed.link) == ("es", "https://example.org/es/")


def test_a_recording_can_be_played() -> None:
    """audio: is an enclosure, with type and length."""
    feed = _feed("posts\n  2023-01-01-a-en audio=true", static="assets/audio/2023-01-01-a-en.ogg")
    (enclosure,) = feed.entries[0].enclosures
    assert (enclosure.type, enclosure.length) == ("audio/ogg", "1")


def test_an_empty_feed_is_a_feed() -> None:
    """A site without posts has one, and asks no clock."""
    feed = _feed("pages\n  about-en")
    assert (feed.bozo, feed.entries) == (0, [])
