"""Pages that carry a text are known with their Views, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.memory.carriers import Carried, Carriers, Shown, carrier
from site_builder.memory.fingerprint import Fingerprints
from site_builder.memory.store import PageFact, Store
from site_builder.model.route import Route
from site_builder.model.view import TextView
from tests.drawing import plan_of

SITE = """
posts
  2023-01-01-a-en  body=One
  2023-01-02-b-en  body=Two
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of its own."""
    return Store(tmp_path / "m.sqlite3")


def _routes() -> tuple[Route, ...]:
    plan = plan_of(SITE).value
    assert plan is not None
    return plan.routes


def _route(output: str) -> Route:
    return next(route for route in _routes() if route.output == output)


def _kept(store: Store, route: Route) -> tuple[Carriers, PageFact]:
    prints = Fingerprints()
    carriers = Carriers(store, "build")
    carriers.keep({route.output: carrier(route, prints.spell(route.view))})
    carriers.set_apart(prints.apart)
    view = prints.of(route.form, route.template, route.view)
    return carriers, PageFact(view, "", "", "", 0)


def test_a_page_comes_back_with_its_view(store: Store) -> None:
    """All that rendering needs; what only planning needs is left out."""
    route = _route("a/index.html")
    carriers, page = _kept(store, route)
    wanted = replace(route, place=None, in_sitemap=False, modified="")
    assert carriers.route("a/index.html", page) == wanted
    assert Carriers(store, "serve").route("a/index.html", page) is None


def test_a_view_that_is_not_the_pages_is_not_believed(store: Store) -> None:
    """Its fingerprint would be another."""
    carriers, page = _kept(store, _route("a/index.html"))
    assert carriers.route("a/index.html", page._replace(view="x")) is None
    store.write("UPDATE carriers SET view = replace(view, 'A title', 'No title')", [()])
    assert carriers.route("a/index.html", page) is None


def test_a_page_that_carries_no_body_any_more_is_dropped(store: Store) -> None:
    """And one that is gone."""
    for gone in (False, True):
        carriers, page = _kept(store, _route("a/index.html"))
        if gone:
            carriers.drop(["a/index.html"])
        else:
            carriers.keep({"a/index.html": None})
        assert carriers.route("a/index.html", page) is None


def test_what_stands_apart_is_bounded(store: Store) -> None:
    """Frames that no page has any more are forgotten."""
    carriers = Carriers(store, "build")
    carriers.set_apart({"old": "x", "both": "y"})
    carriers.set_apart({"both": "y", "new": "z"})
    query = "SELECT digest FROM apart WHERE scope = ? ORDER BY digest"
    assert store.read(query, ("build",)) == [("both",), ("new",)]


def test_every_text_knows_its_pages(store: Store) -> None:
    """A post its own page and the feeds; a text on no page knows that too."""
    routes = _routes()
    view = _route("a/index.html").view
    assert isinstance(view, TextView)
    carriers = Carriers(store, "build")
    shown = Shown("bytes", view.body.digest)
    carriers.set_carried({"a.md": shown, "draft.md": Shown("bytes", "other")}, routes)
    known = carriers.carried("a.md")
    assert known is not None
    assert {*known.outputs} == {"a/index.html", "feed.xml", "all.xml"}
    assert carriers.carried("draft.md") == Carried(Shown("bytes", "other"), ())
    assert carriers.carried("b.md") is None
    assert carriers.is_alone(view.body.digest)
    carriers.move("draft.md", Carried(shown, ()))
    assert not carriers.is_alone(view.body.digest)
    carriers.set_carried({"a.md": shown}, routes)
    assert carriers.carried("draft.md") is None


def test_a_damaged_list_is_none(store: Store) -> None:
    """It does not fit its checksum: better to plan anew than to leave a page out."""
    carriers = Carriers(store, "build")
    carriers.set_carried({"a.md": Shown("bytes", "x")}, ())
    store.write("UPDATE carried SET outputs = ?", [('["y"]',)])
    assert carriers.carried("a.md") is None
