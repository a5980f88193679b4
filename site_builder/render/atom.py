"""Atom feeds (RFC 4287) with the whole text of each post and absolute links."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.model.view import BodyView
from site_builder.render.feed_content import feed_content
from site_builder.render.feed_page import XHTML, add_heading, add_link
from site_builder.render.xml import child, document

_NEVER = "1970-01-01T00:00:00Z"
"""``updated`` is required; a feed without posts has no honest moment, and no clock may be asked."""
_TYPE = "application/atom+xml"


def render_atom(feed: FeedView, content: Callable[[BodyView], str]) -> bytes:
    """Spell a feed; ``content`` gives the finished HTML of an entry's body."""
    attributes = {"xmlns": "http://www.w3.org/2005/Atom"}
    if feed.style_href:
        attributes |= XHTML
    if feed.language is not None:
        attributes["xml:lang"] = feed.language.tag
    root = Element("feed", attributes)
    child(root, "title", feed.title)
    if feed.subtitle:
        child(root, "subtitle", feed.subtitle)
    child(root, "id", feed.url)
    child(root, "link", rel="self", type=_TYPE, href=feed.url)
    child(root, "link", rel="alternate", type="text/html", href=feed.home_url)
    for other in feed.alternates:
        child(root, "link", rel="alternate", type=_TYPE, hreflang=other.tag, href=other.url)
    child(root, "updated", feed.updated or _NEVER)
    child(child(root, "author"), "name", feed.author)
    add_heading(root, feed)
    for entry in feed.entries:
        _add_entry(root, entry, feed, content)
    return document(root, feed.style_href)


def _add_entry(
    root: Element, entry: FeedEntryView, feed: FeedView, content: Callable[[BodyView], str]
) -> None:
    tag = entry.language.tag
    element = child(root, "entry", xml__lang=tag)
    child(element, "title", entry.title)
    child(element, "id", entry.id)
    child(element, "link", rel="alternate", type="text/html", hreflang=tag, href=entry.url)
    if entry.audio:
        child(
            element,
            "link",
            rel="enclosure",
            type=entry.audio.media_type,
            length=str(entry.audio.size),
            href=entry.audio.url,
        )
    child(element, "published", entry.date)
    child(element, "updated", entry.modified)
    if entry.author:
        child(child(element, "author"), "name", entry.author)
    for term in entry.tags:
        child(element, "category", term=term)
    if entry.summary:
        child(element, "summary", entry.summary)
    child(element, "content", feed_content(entry, content(entry.body)), type="html")
    add_link(element, entry, feed)
