"""JSON Feed, held to the text of its specification (jsonfeed.org/version/1.1)."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from site_builder.model.data_view import FeedView
from site_builder.render.json_feed import render_json_feed
from tests.drawing import config_of, plan_of, view_at

TOP = {
    **dict.fromkeys(("version", "title"), "required"),
    **dict.fromkeys(("home_page_url", "feed_url", "description", "language"), "optional"),
    **dict.fromkeys(("authors", "items"), "list"),
}
ITEM = {
    "id": "required",
    **dict.fromkeys(("url", "title", "content_html", "summary", "image"), "optional"),
    **dict.fromkeys(("date_published", "date_modified", "language"), "optional"),
    **dict.fromkeys(("authors", "tags", "attachments"), "list"),
}
DRAWING = """
posts
  2023-01-01-a-en audio=true image=/h.jpg tags=t author=Ana
  2023-01-02-b-es
"""
STATIC = "h.jpg assets/audio/2023-01-01-a-en.mp3"


def _feed(address: str, drawing: str = DRAWING) -> dict[str, Any]:
    plan = plan_of(drawing, config_of("feeds: [json]"), static=STATIC)
    made = render_json_feed(view_at(plan, address, FeedView), lambda _: "<p>Whole.</p>")
    feed: dict[str, Any] = json.loads(made)
    return feed


def _hold(said: dict[str, Any], rules: dict[str, str]) -> None:
    assert said.keys() <= rules.keys()
    assert {name for name, rule in rules.items() if rule == "required"} <= said.keys()
    for name, value in said.items():
        assert isinstance(value, list if rules[name] == "list" else str), name
        if name.endswith("url") or name == "image":
            assert urlsplit(value).scheme in {"http", "https"}
        if name.startswith("date_"):
            assert datetime.fromisoformat(value).tzinfo is not None


def test_it_is_what_the_specification_says() -> None:
    """Only keys of version 1.1, of the right type, addresses absolute, dates by RFC 3339."""
    for address in ("/feed.json", "/es/feed.json", "/all.json"):
        feed = _feed(address)
        _hold(feed, TOP)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert all(author.keys() <= {"name", "url", "avatar"} for author in feed["authors"])
        for item in feed["items"]:
            _hold(item, ITEM)
            assert "content_html" in item


def test_each_item_says_all_that_is_known() -> None:
    """Text, hero, author, tags, recording; in the feed of all languages each its own language."""
    spanish, english = _feed("/all.json")["items"]
    assert (spanish["language"], english["language"]) == ("es", "en")
    assert english["content_html"].endswith("<p>Whole.</p>")
    assert english["image"] == "https://example.org/h.jpg"
    assert (english["authors"], english["tags"]) == ([{"name": "Ana"}], ["t"])
    assert english["attachments"] == [
        {
            "url": "https://example.org/assets/audio/2023-01-01-a-en.mp3",
            "mime_type": "audio/mpeg",
            "size_in_bytes": 1,
        }
    ]


def test_an_empty_feed_is_a_feed() -> None:
    """``items`` is required, whatever is in it."""
    assert _feed("/feed.json", "pages\n  about-en")["items"] == []
