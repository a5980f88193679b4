"""What a browser shows of a feed: a few XHTML elements among the feed's own, and a style sheet.

Both Atom (RFC 4287, 6.4) and RSS 2.0 let elements of other namespaces stand anywhere; feed readers
pass over them. XSLT, which browsers once made such pages with, is being taken out of them.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.render.xml import child

XHTML = {"xmlns:h": "http://www.w3.org/1999/xhtml"}
"""The declaration that the root of the feed needs."""


def add_heading(parent: Element, feed: FeedView) -> None:
    """Say whose feed this is and what to do with it; nothing where there is no style sheet."""
    if feed.style_href:
        language = feed.language
        spoken = {"lang": language.tag, "dir": language.direction} if language else {}
        head = child(parent, "h:div", **spoken)
        child(child(head, "h:h1"), "h:a", feed.title, href=feed.home_url)
        child(head, "h:p", feed.notice)
        child(child(head, "h:p"), "h:code", feed.url)


def add_link(parent: Element, entry: FeedEntryView, feed: FeedView) -> None:
    """Name an entry by a link that can be followed."""
    if feed.style_href:
        language = {"lang": entry.language.tag, "dir": entry.language.direction}
        head = child(parent, "h:div", **language)
        child(child(head, "h:h2"), "h:a", entry.title, href=entry.url)
        child(child(head, "h:p"), "h:time", entry.date[:10], datetime=entry.date[:10])
        if entry.summary:
            child(head, "h:p", entry.summary)
