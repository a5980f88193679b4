"""Which feeds there are, and how their entries are known."""

from site_builder.model.data_view import FeedView
from site_builder.model.list_view import ListView
from tests.drawing import config_of, outputs, plan_of, view_at

DRAWING = """
posts
  2023-01-01-a-en
  2023-01-01-a-es translated
"""


def _ids(drawing: str, config: str = "", address: str = "/feed.xml") -> list[str]:
    view = view_at(plan_of(drawing, config_of(config)), address, FeedView)
    return [entry.id for entry in view.entries]


def test_a_site_has_the_forms_it_asks_for() -> None:
    """Each in every language, and one of all languages; the head of a page names them."""
    plan = plan_of(DRAWING, config_of("feeds: [json, rss]"))
    feeds = {output for output in outputs(plan) if output.endswith((".xml", ".json"))}
    assert feeds - {"sitemap.xml"} == {
        *("feed.json", "es/feed.json", "all.json"),
        *("rss.xml", "es/rss.xml", "all-rss.xml"),
    }
    home = view_at(plan, "/es/", ListView)
    assert [(feed.href, feed.media_type) for feed in home.chrome.feeds] == [
        ("/es/feed.json", "application/feed+json"),
        ("/es/rss.xml", "application/rss+xml"),
    ]
    assert home.chrome.feeds[0].title == "Test · feed (JSON)"


def test_none_means_none() -> None:
    """feeds: [] writes no feed and promises none."""
    plan = plan_of(DRAWING, config_of("feeds: []"))
    assert not {output for output in outputs(plan) if "feed" in output or "all" in output}
    assert view_at(plan, "/", ListView).chrome.feeds == ()


def test_an_id_outlives_the_address() -> None:
    """A new permalink, slug or title is no new post to who reads the feed."""
    before = _ids("posts\n  2023-01-01-a-en")
    assert before == ["tag:example.org,2023-01-01:/en/a"]
    moved = "posts\n  2023-01-01-a-en permalink=/new/ slug=b title=Other"
    assert _ids(moved, "permalink: /:year/:slug/") == before


def test_ids_are_of_one_post_and_spelled_as_uris() -> None:
    """Languages, base paths and words of one's own keep apart; every script is encoded."""
    assert _ids(DRAWING, address="/all.xml") == [
        "tag:example.org,2023-01-01:/en/a",
        "tag:example.org,2023-01-01:/es/a",
    ]
    keyed = "posts\n  2023-01-01-标题-en translation_key=海"
    assert _ids(keyed) == ["tag:example.org,2023-01-01:/en/%E6%B5%B7"]
    based = _ids("posts\n  2023-01-01-a-en", "url: https://me.github.io/blog")
    assert based == ["tag:me.github.io,2023-01-01:/blog/en/a"]
