"""What is remembered of pages does not pile up until the last is made."""

from pathlib import Path

import pytest

from site_builder.memory import made
from site_builder.memory.carriers import Carrier, Carriers
from site_builder.memory.made import MadePages
from site_builder.memory.memo import Memory
from site_builder.memory.store import PageFact, Store
from site_builder.model.data_view import PlainView
from site_builder.model.route import Form, Route
from site_builder.problems import Outcome

PAGE = PageFact("v", "t", "1", "d", 1)
CARRIER = Carrier("/a/", "en", "page", "t", "o", "TextView", "spelled")


def test_many_are_written_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their facts and their Views, each in the place of what was there."""
    monkeypatch.setattr(made, "_MANY", 2)
    store = Store(tmp_path / "m.sqlite3")
    pages = MadePages(store, "build", Carriers(store, "build"))
    for output, is_last in (("a", False), ("b", True)):
        pages.add(output, PAGE, CARRIER)
        assert pages.are_many is is_last
    assert not store.pages("build")
    pages.write()
    assert not pages.are_many
    assert store.pages("build") == {"a": PAGE, "b": PAGE}
    pages.add("a", PAGE._replace(view="w"), None)
    pages.write()
    assert store.pages("build")["a"].view == "w"
    assert store.read("SELECT output FROM carriers", ()) == [("b",)]
    store.close()


def test_they_are_there_before_the_last_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever makes the last of many pages finds the first ones in the file of the memory."""
    monkeypatch.setattr(made, "_MANY", 20)
    routes = [
        Route(
            address=f"/{number}",
            output=f"{number}.txt",
            language="",
            form=Form.TEXT,
            template="t",
            view=PlainView(text=f"{number}"),
            owner="o",
        )
        for number in range(50)
    ]
    memory = Memory(tmp_path, "build", "1", jobs=1, forget=False)

    def render(_: Route) -> Outcome[bytes]:
        store = Store(tmp_path / "memory.sqlite3")
        count = len(store.pages("build"))
        store.close()
        return Outcome(value=str(count).encode())

    outcome = memory.render(routes, render, {}, lambda _path, _digest: False, lambda _event: None)
    assert outcome.value is not None
    assert int(Path(outcome.value[-1].staged).read_text()) == 40
    assert len({one.output for one in outcome.value}) == 50
    memory.close()
