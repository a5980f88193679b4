"""RSS 2.0 (rssboard.org, 2.0.11) with the whole text of each post and absolute links.

Elements of other namespaces are those of the board's Best Practices Profile: ``content:encoded``
for the text, ``dc:creator`` for a name without a mail address, ``atom:link`` for the feed itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from xml.etree.ElementTree import Element

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.model.view import BodyView
from site_builder.render.feed_content import feed_content
from site_builder.render.feed_page import XHTML, add_heading, add_link
from site_builder.render.xml import child, document

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE = "application/rss+xml"


def render_rss(feed: FeedView, content: Callable[[BodyView], str]) -> bytes:
    """Spell a feed; ``content`` gives the finished HTML of an entry's body."""
    attributes = {"version": "2.0"} | _NAMESPACES | (XHTML if feed.style_href else {})
    if feed.language is not None:
        attributes["xml:lang"] = feed.language.tag
    root = Element("rss", attributes)
    channel = child(root, "channel")
    child(channel, "title", feed.title)
    child(channel, "link", feed.home_url)
    # A description is required, and the name of the site says more than nothing.
    child(channel, "description", feed.subtitle or feed.title)
    if feed.language is not None:
        child(channel, "language", feed.language.tag)
    if feed.updated:
        child(channel, "lastBuildDate", _date(feed.updated))
    child(channel, "atom:link", rel="self", type=_TYPE, href=feed.url)
    for other in feed.alternates:
        child(channel, "atom:link", rel="alternate", type=_TYPE, hreflang=other.tag, href=other.url)
    add_heading(channel, feed)
    for entry in feed.entries:
        _add_item(channel, entry, feed, content)
    return document(root, feed.style_href)


def _add_item(
    channel: Element, entry: FeedEntryView, feed: FeedView, content: Callable[[BodyView], str]
) -> None:
    item = child(channel, "item", xml__lang=entry.language.tag)
    child(item, "title", entry.title)
    child(item, "link", entry.url)
    child(item, "guid", entry.id, isPermaLink="false")
    child(item, "pubDate", _date(entry.date))
    child(item, "dc:creator", entry.author or feed.author)
    for term in entry.tags:
        child(item, "category", term)
    if entry.summary:
        child(item, "description", entry.summary)
    child(item, "content:encoded", feed_content(entry, content(entry.body)))
    if entry.audio:
        child(
            item,
            "enclosure",
            url=entry.audio.url,
            length=str(entry.audio.size),
            type=entry.audio.media_type,
        )
    add_link(item, entry, feed)


def _date(iso: str) -> str:
    """RFC 822 with a year of four digits, as RSS 2.0 prefers."""
    # Imported at the first date: most sites have feeds of other forms.
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(iso))
