"""Bodies are found in Views of every kind, however deep."""

from site_builder.model.bodies import bodies, with_body
from site_builder.model.data_view import FeedView
from site_builder.model.list_view import ListView
from site_builder.model.view import SideBySideView, TextView
from tests.drawing import config_of, plan_of, view_at

SITE = """
posts
  2023-01-01-a-en  body=One
  2023-01-01-a-es  translated body=Uno
  2023-01-02-b-en  body=Two
pages
  index-en         body=Home
"""


def test_every_kind_of_page_tells_what_it_carries() -> None:
    """A text, a text beside its original, a feed, a home; a list of posts carries none."""
    plan = plan_of(SITE, config_of("side_by_side: true"))
    own = view_at(plan, "/a/", TextView).body.digest
    spanish = view_at(plan, "/es/a/", TextView).body.digest
    assert plan.value is not None
    carrying = {
        type(route.view).__name__: [one.digest for one in bodies(route.view)]
        for route in plan.value.routes
    }
    assert {kind for kind, found in carrying.items() if found} >= {"TextView", "FeedView"}
    feed = view_at(plan, "/feed.xml", FeedView)
    assert [one.digest for one in bodies(feed)] == [one.body.digest for one in feed.entries]
    assert len(feed.entries) == 2
    home = view_at(plan, "/", ListView)
    assert home.body is not None
    assert [*bodies(home)] == [home.body]
    beside = [one.view for one in plan.value.routes if isinstance(one.view, SideBySideView)]
    assert [[one.digest for one in bodies(view)] for view in beside] in ([], [[spanish, own]])
    assert [*bodies(view_at(plan, "/es/", ListView))] == []


def test_one_body_takes_the_place_of_another() -> None:
    """Wherever it is, and nothing else in the View is another then."""
    plan = plan_of(SITE)
    feed = view_at(plan, "/feed.xml", FeedView)
    old = view_at(plan, "/a/", TextView).body.digest
    changed = with_body(feed, old, "new")
    assert [one.digest for one in bodies(changed)].count("new") == 1
    assert with_body(changed, "new", old) == feed
    assert with_body(feed, "no such body", "new") == feed
