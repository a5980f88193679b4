"""Texts are recalled by what they say, and opened only when the disk says something new of them."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.discover.read import read_source
from site_builder.discover.walk import discover
from site_builder.events import Reason, Rebuilt, SearchWorked
from site_builder.memory.memo import Memory
from site_builder.memory.parsed import recall
from site_builder.memory.store import Fact
from site_builder.model.document import Document, Parsed
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.parse.document import parse
from site_builder.problems import Outcome, Problem
from tests.drawing import config_of

TEXT = "---\ntitle: {}\n---\n\nWords.\n"
SETTINGS = ParseSettings.of(config_of(), "test")


class Desk:
    """A site of three posts, and a count of what is done to them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.posts = root / "content/posts"
        self.posts.mkdir(parents=True)
        for name in "abc":
            self.write(name, TEXT.format(name))
        self.file = root / ".site_builder/memory.sqlite3"

    def write(self, name: str, text: str) -> Path:
        """Write a post, long enough ago to be trusted."""
        path = self.posts / f"2023-01-01-{name}.md"
        path.write_text(text)
        return path

    def run(self, settings: ParseSettings = SETTINGS, *, forget: bool = False) -> "Run":
        """Open the memory, parse what has to be parsed, and close it."""
        run = Run()
        sources = discover(self.root, settings.languages).value
        assert sources is not None
        memory = Memory(self.root / ".site_builder", "build", "1", jobs=1, forget=forget)
        outcome = memory.parse(
            sources, run.reader(self.root), run.parser(settings), settings, run.tell
        )
        run.documents = {one.name.slug: one for one in outcome.value or ()}
        run.problems = outcome.problems
        run.bodies = {slug: memory.body(one.body_digest) for slug, one in run.documents.items()}
        memory.close()
        return run


class Run:
    """What one run opened, parsed and told."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.parsed: list[str] = []
        self.reasons: dict[str, Reason] = {}
        self.documents: dict[str, Document] = {}
        self.problems: tuple[Problem, ...] = ()
        self.bodies: dict[str, str] = {}

    def reader(self, root: Path) -> Callable[[Source], Outcome[bytes]]:
        def read(source: Source) -> Outcome[bytes]:
            self.read.append(source.name.slug)
            return read_source(root, source)

        return read

    def parser(self, settings: ParseSettings) -> Callable[[Source, bytes], Outcome[Parsed]]:
        def understand(source: Source, data: bytes) -> Outcome[Parsed]:
            self.parsed.append(source.name.slug)
            return parse(source, data, settings)

        return understand

    def tell(self, event: Rebuilt | SearchWorked) -> None:
        if isinstance(event, SearchWorked):
            return
        self.reasons[Path(event.what).stem.removeprefix("2023-01-01-")] = event.reason


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The clock is an hour ahead of the disk, so that no file is too young to be trusted."""
    monkeypatch.setattr("site_builder.memory.parsed.GRAIN_NS", -3_600_000_000_000)
    return Desk(tmp_path)


def test_an_untouched_text_is_not_opened(desk: Desk) -> None:
    """The second run opens nothing, parses nothing, and knows the same."""
    first, second = desk.run(), desk.run()
    assert (first.parsed, set(first.reasons.values())) == (["a", "b", "c"], {Reason.NEW})
    assert (second.read, second.parsed, second.reasons) == ([], [], {})
    assert second.documents == first.documents
    assert second.bodies == first.bodies


def test_only_what_changed_is_opened(desk: Desk) -> None:
    """An edit is read and parsed, a touched file read, the rest left alone."""
    desk.run()
    desk.write("a", TEXT.format("other"))
    os.utime(desk.posts / "2023-01-01-b.md", ns=(1, 1))
    run = desk.run()
    assert (run.read, run.parsed) == (["a", "b"], ["a"])
    assert run.reasons == {"a": Reason.SOURCE_CHANGED}
    assert run.documents["a"].meta.title.value == "other"
    assert desk.run().read == []


def test_the_same_size_and_the_old_time_do_not_hide_an_edit(desk: Desk) -> None:
    """A file written over with as many bytes and its time put back is opened all the same."""
    desk.run()
    path = desk.posts / "2023-01-01-a.md"
    before = path.stat()
    desk.write("a", TEXT.format("z"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert desk.run().documents["a"].meta.title.value == "z"


def test_a_file_just_written_is_opened_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the grain of a coarse clock a second edit could go unseen."""
    monkeypatch.setattr("site_builder.memory.parsed.GRAIN_NS", 3_600_000_000_000)
    desk.run()
    run = desk.run()
    assert (run.read, run.parsed) == (["a", "b", "c"], [])


def test_a_fresh_checkout_with_the_memory_restored_parses_nothing(desk: Desk) -> None:
    """In CI every file is new to the disk; what counts is what it says."""
    desk.run()
    for path in sorted(desk.posts.iterdir()):
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    run = desk.run()
    assert (run.read, run.parsed, run.reasons) == (["a", "b", "c"], [], {})


def test_other_settings_read_all_anew(desk: Desk) -> None:
    """Every text is parsed with them, and the reason is named."""
    desk.run()
    run = desk.run(replace(SETTINGS, raw_html=False))
    assert run.parsed == ["a", "b", "c"]
    assert set(run.reasons.values()) == {Reason.TOOL_CHANGED}


def test_what_is_gone_is_forgotten(desk: Desk) -> None:
    """The memory holds the facts and bodies of the texts there are, and of no others."""
    desk.run()
    (desk.posts / "2023-01-01-b.md").unlink()
    desk.write("c", TEXT.format("c2"))
    desk.run()
    connection = sqlite3.connect(desk.file)
    query = "SELECT (SELECT count(*) FROM sources), (SELECT count(*) FROM facts)"
    counts = connection.execute(query).fetchone()
    connection.close()
    assert counts == (2, 2)


def test_a_text_with_an_error_says_so_every_time(desk: Desk) -> None:
    """It has no document and is parsed in every run, though the disk says nothing new of it."""
    desk.write("b", "---\ntitle: b\nlang: sp\n---\n")
    first, second = desk.run(), desk.run()
    assert (first.parsed, second.parsed) == (["a", "b", "c"], ["b"])
    for run in (first, second):
        assert [one.code for one in run.problems] == ["unknown-language"]
        assert sorted(run.documents) == ["a", "c"]


DAMAGE = {
    "a fact that says something else": "UPDATE facts SET value = replace(value, 'front', 'fronk')",
    "a fact that says nothing": "UPDATE facts SET value = '[', sum = 'x'",
    "lost facts": "DELETE FROM facts",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_fact_is_made_again(desk: Desk, damage: str) -> None:
    """What is damaged inside the file is noticed, costs a parse, and is whole afterwards."""
    first = desk.run()
    connection = sqlite3.connect(desk.file)
    connection.execute(damage)
    connection.commit()
    connection.close()
    second, third = desk.run(), desk.run()
    assert (second.parsed, third.parsed) == (["a", "b", "c"], [])
    assert second.documents == third.documents == first.documents


def test_a_fact_nested_too_deeply_is_none() -> None:
    """No builder has written it, and none can read it."""
    assert recall(Fact("[" * 100_000, "", "")) is None


@pytest.mark.parametrize("damage", ["DELETE FROM bodies", "UPDATE bodies SET html = 'other'"])
def test_a_lost_body_is_parsed_again(desk: Desk, damage: str) -> None:
    """A page that needs it gets the right one."""
    first = desk.run()
    connection = sqlite3.connect(desk.file)
    connection.execute(damage)
    connection.commit()
    connection.close()
    assert desk.run().bodies == first.bodies


def test_forgetting_makes_all_anew(desk: Desk) -> None:
    """--force recalls nothing, and what it makes is remembered."""
    desk.run()
    assert desk.run(forget=True).parsed == ["a", "b", "c"]
    assert desk.run().parsed == []
