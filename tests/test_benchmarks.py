"""The tools that measure speed: all generators are given the same work. Times are never tested."""

import re
from pathlib import Path

import pytest

from benchmarks import compare, search
from benchmarks.corpus import Material, texts, write_corpus
from benchmarks.layouts import LAYOUTS
from benchmarks.report import update
from benchmarks.tools import NAMES

POSTS = 20
LANGUAGES = ("en", "es")


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_post_is_in_every_layout(name: str, tmp_path: Path) -> None:
    """Each generator is given all texts, of both languages, whole, and with title and tags."""
    write_corpus(tmp_path, posts=POSTS, languages=LANGUAGES, layout=name)
    layout = LAYOUTS[name]
    every = list(texts(posts=POSTS, languages=LANGUAGES, layout=layout))
    assert len({layout.path(post) for post in every}) == POSTS
    assert {post.language for post in every} == set(LANGUAGES)
    for post in every:
        text = (tmp_path / layout.path(post)).read_text(encoding="utf-8")
        assert text.endswith(post.body)
        assert all(word in text for word in (post.title, *post.tags))


def test_the_layouts_differ_in_links_alone() -> None:
    """Word for word the same text, but for where its links lead."""
    ours, *others = (
        [post.body for post in texts(posts=POSTS, languages=LANGUAGES, layout=layout)]
        for layout in LAYOUTS.values()
    )
    for bodies in others:
        for own, other in zip(ours, bodies, strict=True):
            assert [line.partition("](")[0] for line in own.splitlines()] == [
                line.partition("](")[0] for line in other.splitlines()
            ]


def test_every_generator_has_a_name() -> None:
    """What can be laid out can be run."""
    assert set(NAMES) == set(LAYOUTS)


def test_we_are_measured_alone_where_no_other_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole way at twenty posts: three builds, the proof of what was built, and memory."""
    compare.main(["--sizes", str(POSTS), "--rounds", "1", "--only", "ours"])
    told = capsys.readouterr().out
    assert all(f"ours      {step}" in told for step in compare.STEPS)
    assert " MB" in told


def test_a_row_says_what_the_texts_were(tmp_path: Path) -> None:
    """Figures of other texts stand beside the usual ones, and replace none of them."""
    benches = [
        compare.Bench(tmp_path, 1000, ()),
        compare.Bench(tmp_path, 1000, (), material=Material(code=1)),
        compare.Bench(tmp_path, 800, (), ("en", "zh"), Material(bodies=(("One", "一"),))),
    ]
    assert [str(one) for one in benches] == ["1,000", "1,000, code 1", "800 real, en zh"]


def test_who_does_less_is_no_measure(tmp_path: Path) -> None:
    """A generator that leaves out a page is told, not timed."""
    tool = compare.find("ours")
    bench = compare.Bench(tmp_path, POSTS, (tool,))
    write_corpus(bench.site(tool), posts=POSTS, languages=LANGUAGES, layout="ours")
    bench.build(tool)
    compare.prove(bench, tool)
    (bench.site(tool) / "output/es/travel-0/index.html").unlink()
    with pytest.raises(SystemExit, match="es/travel-0"):
        compare.prove(bench, tool)


def test_a_generator_that_is_not_here_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, and the others are measured."""
    compare.main(["--sizes", "", "--only", "hugo", "--at", "hugo=/nowhere/hugo"])
    assert "Hugo is not here: left out" in capsys.readouterr().out


def test_a_row_of_the_table_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    """Figures of another size, taken another day, are not lost."""
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- t -->\n<!-- end of t -->\nAfter\n")
    update(page, "t", "| a | b | c |", ["| x | 1 | old |", "| y | 1 | stays |"], "Note.")
    update(page, "t", "| a | b | c |", ["| x | 1 | new |"], "Newer note.")
    assert page.read_text() == (
        "Before\n<!-- t -->\n\n| a | b | c |\n|---|---|---|\n| x | 1 | new |\n| y | 1 | stays |\n"
        "\nNewer note.\n\n<!-- end of t -->\nAfter\n"
    )


def test_search_is_measured_with_and_without(capsys, tmp_path: Path) -> None:
    """A row for each site, with the ratio and its spread, printed and written into a page."""
    page = tmp_path / "page.md"
    page.write_text("<!-- search -->\n<!-- end of search -->\n")
    few = [
        "--posts",
        str(POSTS),
        "--rounds",
        "2",
        "--languages",
        "en,es",
        "--vocabulary",
        "0",
        "500",
    ]
    search.main([*few, "--write", str(page)])
    told = capsys.readouterr().out
    for row in ("20 in en, es | everyday ones", "20 in en, es | 500, by Zipf's law"):
        line = next(line for line in told.splitlines() if row in line)
        _, median, least, most = (float(one) for one in re.findall(r"\d\.\d\d", line))
        assert 0.2 < least <= median <= most < 8
        assert line in page.read_text()
