"""JSON Feed 1.1 (jsonfeed.org/version/1.1) with the whole text of each post and absolute links."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from site_builder.model.data_view import FeedEntryView, FeedView
from site_builder.model.view import BodyView
from site_builder.render.feed_content import feed_content

_VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(feed: FeedView, content: Callable[[BodyView], str]) -> bytes:
    """Spell a feed; ``content`` gives the finished HTML of an entry's body."""
    spelled = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "description": feed.subtitle,
        "language": feed.language.tag if feed.language else "",
        "authors": [{"name": feed.author}],
        "items": [_item(entry, content) for entry in feed.entries],
    }
    text = json.dumps(_said(spelled, keep="items"), ensure_ascii=False, indent=2)
    return text.encode() + b"\n"


def _item(entry: FeedEntryView, content: Callable[[BodyView], str]) -> dict[str, Any]:
    audio = entry.audio
    return _said(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": feed_content(entry, content(entry.body)),
            "summary": entry.summary,
            "image": entry.image_url,
            "date_published": entry.date,
            "date_modified": entry.modified,
            "authors": [{"name": entry.author}] if entry.author else [],
            "tags": list(entry.tags),
            "language": entry.language.tag,
            "attachments": [
                {"url": audio.url, "mime_type": audio.media_type, "size_in_bytes": audio.size}
            ]
            if audio
            else [],
        },
        keep="content_html",
    )


def _said(fields: dict[str, Any], *, keep: str) -> dict[str, Any]:
    """The fields that say something; ``keep`` is required whatever it says."""
    return {name: value for name, value in fields.items() if value or name == keep}
