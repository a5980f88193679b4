"""The index step of a real build: what an edit costs, and what no file of search ever holds."""

from pathlib import Path

import pytest

from site_builder.build.conductor import build
from site_builder.build.request import Request
from site_builder.events import Event, Reason, StageFinished
from site_builder.model.gate import Gate
from tests.small_site import NOW, SmallSite

HIDDEN = "archaeopteryx"


def words_of(first: int) -> str:
    """Enough different words for an index of several shards."""
    return " ".join(f"term{number}" for number in range(first, first + 900))


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    for number in range(6):
        made.post(f"2023-01-0{number + 1}-p{number}-en", body=words_of(number * 500))
    made.post("2023-02-01-secret-en", f"title: {HIDDEN}", "draft: true", body=f"{HIDDEN} here")
    made.post("2031-02-01-future-en", f"title: {HIDDEN}", body=f"{HIDDEN} there")
    return made


def stage(site: SmallSite) -> StageFinished:
    events: list[Event] = []
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW), jobs=1)
    build(request, events.append)
    return next(one for one in events if isinstance(one, StageFinished) and one.stage == "index")


def test_an_edit_rewrites_the_shards_of_its_words_alone(site: SmallSite) -> None:
    """One word exchanged: the shards of the old and the new one, and those that complete them."""
    site.build()
    path = site.root / "content/posts/2023-01-03-p2-en.md"
    path.write_text(path.read_text().replace("term1010 ", "zeppelin "))
    run = site.build()
    touched = {one for one in run.reasons if one.startswith("search/")}
    assert len(list((site.output / "search").glob("w*.txt"))) >= 4
    assert 1 <= len([one for one in touched if one.startswith("search/w")]) <= 2
    assert 1 <= len([one for one in touched if one.startswith("search/p")]) <= 2
    assert not [one for one in touched if one.startswith("search/t")]
    assert {run.reasons[one] for one in touched} == {Reason.VIEW_CHANGED}
    assert touched <= set(run.built.result.changed)


def test_what_is_built_on_is_what_is_built_anew(site: SmallSite) -> None:
    """After edits, a new post and a removed one, every file of search has the same bytes."""
    site.build()
    site.post("2023-01-09-new-en", "title: Wholly new", body="fresh words")
    (site.root / "content/posts/2023-01-02-p1-en.md").unlink()
    site.build()
    on = {file.name: file.read_bytes() for file in (site.output / "search").iterdir()}
    site.build(force=True)
    assert on == {file.name: file.read_bytes() for file in (site.output / "search").iterdir()}


def test_no_text_changed_costs_nothing(site: SmallSite) -> None:
    """Another look at the same texts, or at another theme of them, makes no shard."""
    assert stage(site).fresh > 0
    site.configure(pagination="5")
    assert stage(site).fresh == 0


def test_nothing_of_a_hidden_text_is_in_any_file(site: SmallSite) -> None:
    """Neither drafts nor posts of the future; and when one becomes public it is found."""
    site.build()
    everything = b"".join(file.read_bytes() for file in site.output.rglob("*") if file.is_file())
    assert HIDDEN.encode() not in everything
    assert HIDDEN[:5].encode() not in everything
    path = site.root / "content/posts/2023-02-01-secret-en.md"
    path.write_text(path.read_text().replace("draft: true", "draft: false"))
    site.build()
    assert any(HIDDEN in file.read_text() for file in (site.output / "search").glob("w*.txt"))


def test_search_can_be_turned_off(site: SmallSite) -> None:
    """Then there is no page, no file and no trace of it on any page."""
    site.configure(search="false")
    site.build()
    assert not (site.output / "search").exists()
    assert "data-search" not in site.read("index.html")
