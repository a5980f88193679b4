"""The memory as a whole: what it saves, and that losing it costs time and nothing else."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.discover.read import read_source
from site_builder.discover.walk import discover
from site_builder.memory.memo import Memory
from site_builder.model.document import Document, Parsed
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Source
from site_builder.parse.document import parse
from site_builder.problems import Outcome
from tests.drawing import config_of
from tests.small_site import SmallSite

SETTINGS = ParseSettings.of(config_of(), "test")


@dataclass
class _Run:
    """One process's use of the memory of a site."""

    root: Path
    scope: str = "build"
    forget: bool = False
    parsed: list[str] = field(default_factory=list)

    def memory(self) -> Memory:
        return Memory(self.root / ".site_builder", self.scope, "1", jobs=1, forget=self.forget)

    def documents(self, memory: Memory) -> tuple[Document, ...]:
        """The documents of the site, with a note of each that was parsed for them."""
        sources = discover(self.root, SETTINGS.languages).value or ()

        def understand(source: Source, data: bytes) -> Outcome[Parsed]:
            self.parsed.append(source.path)
            return parse(source, data, SETTINGS)

        def read(source: Source) -> Outcome[bytes]:
            return read_source(self.root, source)

        outcome = memory.parse(sources, read, understand, SETTINGS, lambda _: None)
        return outcome.value or ()


def _site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en", body="One *word*.")
    site.post("2023-01-02-b-en", body="Another.")
    return site


def test_what_was_understood_once_is_recalled(tmp_path: Path) -> None:
    """In the next process too, and equal in every field; a new text alone is parsed."""
    site = _site(tmp_path)
    memory = (first := _Run(site.root)).memory()
    documents = first.documents(memory)
    memory.close()
    assert len(first.parsed) == 2
    site.post("2023-01-03-c-en")
    memory = (second := _Run(site.root)).memory()
    assert second.documents(memory)[:2] == documents
    assert second.parsed == ["content/posts/2023-01-03-c-en.md"]
    memory.close()


def test_a_body_that_was_lost_is_made_again(tmp_path: Path) -> None:
    """Whoever holds a digest gets its bytes, whatever became of the file that kept them."""
    site = _site(tmp_path)
    memory = (run := _Run(site.root)).memory()
    digest = run.documents(memory)[0].body_digest
    assert memory.body(digest) == "<p>One <em>word</em>.</p>\n"
    memory.close()
    with closing(sqlite3.connect(site.root / ".site_builder/memory.sqlite3")) as kept, kept:
        assert kept.execute("DELETE FROM bodies").rowcount == 2
    memory = (run := _Run(site.root)).memory()
    run.documents(memory)
    assert run.parsed == []
    assert memory.body(digest) == "<p>One <em>word</em>.</p>\n"
    assert run.parsed == ["content/posts/2023-01-01-a-en.md"]
    memory.close()


def test_to_forget_is_to_recall_nothing_and_remember_all(tmp_path: Path) -> None:
    """``build --force``: the run after it need not."""
    site = _site(tmp_path)
    for forget, parsed in ((False, 2), (True, 2), (False, 0)):
        memory = (run := _Run(site.root, forget=forget)).memory()
        run.documents(memory)
        memory.close()
        assert len(run.parsed) == parsed


def test_a_damaged_file_is_an_empty_memory_and_said_so(tmp_path: Path) -> None:
    """It stands in nobody's way."""
    site = _site(tmp_path)
    memory = _Run(site.root).memory()
    assert not memory.was_damaged
    memory.close()
    for part in (site.root / ".site_builder").glob("memory.sqlite3*"):
        part.write_bytes(b"no database" * 1_000)
    memory = (run := _Run(site.root)).memory()
    assert memory.was_damaged
    assert len(run.documents(memory)) == 2
    memory.close()


def test_a_preview_remembers_its_own_pages(tmp_path: Path) -> None:
    """What it knows of texts is shared; what lies in the output is the build's alone."""
    site = _site(tmp_path)
    built = site.build()
    memory = (run := _Run(site.root, scope="serve")).memory()
    run.documents(memory)
    memory.close()
    assert built.built.result.changed
    assert site.build().built.result.changed == ()
