"""What a browser shows of a feed."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import pytest

from site_builder.model.data_view import FeedView
from site_builder.render.atom import render_atom
from site_builder.render.rss import render_rss
from tests.drawing import config_of, plan_of, view_at

H = "{http://www.w3.org/1999/xhtml}"
DRAWING = 'posts\n  2023-01-01-a-ar title="A & b" description=Short'


def _view(address: str) -> FeedView:
    plan = plan_of(DRAWING, config_of("languages: [en, ar]\nfeeds: [atom, rss]"))
    return replace(view_at(plan, address, FeedView), style_href="/assets/feed.css")


@pytest.mark.parametrize(
    ("address", "make"), [("/ar/feed.xml", render_atom), ("/ar/rss.xml", render_rss)]
)
def test_entries_can_be_read_and_followed(address, make) -> None:
    """A heading with what to do, and each title a link, in the language and direction of each."""
    made = make(_view(address), lambda _: "")
    assert made.splitlines()[1] == b'<?xml-stylesheet type="text/css" href="/assets/feed.css"?>'
    tree = ET.fromstring(made)
    heading, entry = tree.iter(f"{H}div")
    assert heading.findtext(f"{H}p") == "feed_notice"
    assert heading.attrib == entry.attrib == {"lang": "ar", "dir": "rtl"}
    link = entry.find(f"{H}h2/{H}a")
    assert link is not None
    assert (link.text, link.attrib["href"]) == ("A & b", "https://example.org/ar/a/")


@pytest.mark.parametrize(
    ("address", "make"), [("/all.xml", render_atom), ("/all-rss.xml", render_rss)]
)
def test_feed_readers_pass_over_it(address, make) -> None:
    """What they make of the feed is the same with and without."""
    view = _view(address)
    with_page = feedparser.parse(make(view, lambda _: "x"))
    without = feedparser.parse(make(replace(view, style_href=""), lambda _: "x"))
    assert with_page.bozo == without.bozo == 0
    for name in ("title", "link", "id", "summary", "content", "links"):
        assert with_page.entries[0].get(name) == without.entries[0].get(name)
    assert with_page.feed.title == without.feed.title


def test_without_a_style_sheet_there_is_nothing_for_browsers() -> None:
    """A theme may leave it out; then a feed is a feed and nothing else."""
    made = render_atom(replace(_view("/feed.xml"), style_href=""), lambda _: "")
    assert b"xhtml" not in made
    assert b"xml-stylesheet" not in made
