"""The table of translations as people see it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.language import known_language
from site_builder.model.ledger import State
from site_builder.model.status import LanguageStatus, Standing, StatusTable, WorkStatus
from site_builder.report.status import shares, status_lines, status_objects
from site_builder.report.width import columns


def row(code: str, **counts: int) -> LanguageStatus:
    language = known_language(code)
    assert language is not None
    every = dict.fromkeys(State, 0) | {State(name): count for name, count in counts.items()}
    return LanguageStatus(language=language, counts=every)


def work(path: str, **states: str) -> WorkStatus:
    standings = tuple(
        Standing(language=code, state=State(state), document=None) for code, state in states.items()
    )
    return WorkStatus(path=path, has_original=True, title=path, day="", standings=standings)


TABLE = StatusTable(
    title="Zhiwei",
    languages=(row("es", fresh=10, stale=1), row("zh", fresh=3, missing=8)),
    works=(
        work("content/posts/new-en.md", es="fresh", zh="missing"),
        work("content/posts/中文-en.md", es="stale", zh="missing"),
        work("content/posts/done-en.md", es="fresh", zh="fresh"),
    ),
)


def plain(text: str, _colour: str) -> str:
    return text


def lines(table: StatusTable = TABLE, limit: int | None = None) -> list[str]:
    return list(status_lines(table, limit, plain))


def test_the_columns_stand_below_each_other() -> None:
    """Names in Han do not push the figures to the right."""
    head, es, zh, total = lines()[1:5]
    assert {columns(line) for line in (head, es, zh, total)} == {columns(head)}
    assert head.split() == ["fresh", "stale", "missing"]
    assert (es.split()[-3:], zh.split()[-3:]) == (["10", "1", "0"], ["3", "0", "8"])
    assert total.split()[-3:] == ["13", "1", "8"]


def test_a_bar_shows_the_shares() -> None:
    """Each state has its block, so that no colour is needed."""
    es, zh = lines()[2:4]
    assert (es.count("█"), es.count("▒"), es.count("░")) == (22, 2, 0)
    assert (zh.count("█"), zh.count("▒"), zh.count("░")) == (7, 0, 17)


def test_works_that_need_work_are_listed_with_what_they_need() -> None:
    """The fresh ones are not; the rest of a long list is a number."""
    said = "\n".join(lines())
    assert " 2 works need work" in said
    assert "content/posts/new-en.md   missing zh" in said
    assert "content/posts/中文-en.md  stale es · missing zh" in said
    assert "done-en.md" not in said
    short = "\n".join(lines(limit=1))
    assert "中文-en.md" not in short
    assert "and 1 more (--all shows them)" in short


def test_states_that_are_there_are_explained() -> None:
    """A person who sees the table for the first time knows what to type next."""
    said = "\n".join(lines())
    assert "stale: its original has changed since" in said
    assert "orphan" not in said
    assert "unrecorded" not in said


def test_when_all_is_fresh_it_says_so() -> None:
    """No empty list."""
    table = StatusTable(title="T", languages=(row("es", fresh=1),), works=(work("x", es="fresh"),))
    assert lines(table)[-1] == " ✓ every work is fresh in every language"


def test_a_work_without_its_original_is_no_work_to_do() -> None:
    """It was translated from elsewhere: it is named, with what it may mean, asking for nothing."""
    orphan = replace(work("content/posts/x-en.md", en="orphan", es="orphan"), has_original=False)
    table = StatusTable(
        title="T",
        languages=(row("en", orphan=1), row("es", fresh=1, orphan=1)),
        works=(work("y", es="fresh"), orphan),
    )
    said = "\n".join(lines(table))
    assert " ✓ nothing to do: no translation is stale, missing or unrecorded" in said
    assert " 1 work has no original here: its texts are compared with nothing\n   content/" in said
    (english,) = (line for line in lines(table) if "English" in line)
    assert english.split() == ["en", "English", "0", "0", "0", "1"], "its bar is empty"
    many = "\n".join(lines(replace(table, works=(orphan,) * 3), limit=1))
    assert many.count("content/posts/x-en.md") == 1
    assert "and 2 more (--all shows them)" in many
    beside = "\n".join(lines(replace(table, works=(*TABLE.works, orphan))))
    assert " 2 works need work" in beside
    assert " 1 work has no original here" in beside


def test_colours_are_put_around_blocks_and_words() -> None:
    """The painter decides; the table only says which colour."""
    painted = "\n".join(status_lines(TABLE, None, lambda text, colour: f"<{colour}:{text}>"))
    assert "<33:stale> es" in painted
    assert f"<32:{'█' * 22}><33:▒▒>" in painted


def test_a_language_without_translations_has_no_row() -> None:
    """Where everything was written in English first, English has nothing to say."""
    table = replace(TABLE, languages=(row("en"), *TABLE.languages))
    assert lines(table) == lines()


def test_objects_are_complete() -> None:
    """One for a language, one for a work in a language, fresh ones too."""
    found = list(status_objects(TABLE))
    assert [one["event"] for one in found] == ["language-status"] * 2 + ["translation-status"] * 6
    assert found[0] == {
        "event": "language-status",
        "language": "es",
        "fresh": 10,
        "unrecorded": 0,
        "stale": 1,
        "missing": 0,
        "orphan": 0,
    }
    assert found[4]["state"] == "stale"


@given(st.lists(st.integers(0, 50_000), min_size=5, max_size=5))
def test_shares_fill_the_bar_and_hide_nobody(counts: list[int]) -> None:
    """One stale translation among 40,000 is still to be seen."""
    given = shares(counts, 24)
    assert sum(given) == (24 if any(counts) else 0)
    assert [bool(cell) for cell in given] == [bool(count) for count in counts]


@pytest.mark.parametrize(
    ("counts", "cells"),
    [([0, 0], [0, 0]), ([1, 1], [2, 2]), ([1, 999], [1, 3]), ([1, 1, 1], [2, 1, 1])],
)
def test_shares_are_in_proportion(counts: list[int], cells: list[int]) -> None:
    """The largest remainder has the cell that is left."""
    assert shares(counts, 4) == cells
