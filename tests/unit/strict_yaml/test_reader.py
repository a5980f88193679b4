"""The door for YAML: what it lets in, what it refuses, and where it points."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Outcome, Problem
from site_builder.strict_yaml import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    load,
    place_of,
    reader,
)


def plain(node: Node) -> object:
    """Draw a node as Python values, for comparison."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def read(text: str) -> object:
    """Read a text that must be good."""
    outcome = load(text, path="site.yml")
    assert outcome.problems == ()
    assert outcome.value is not None
    return plain(outcome.value)


def refused(text: str, *, first_line: int = 1) -> Problem:
    """Read a text that must be refused for one reason."""
    outcome = load(text, path="site.yml", first_line=first_line)
    assert outcome.value is None
    assert len(outcome.problems) == 1, outcome.problems
    assert outcome.problems[0].code == "bad-yaml"
    return outcome.problems[0]


def spelled(problem: Problem) -> str:
    """Spell place and message as a user sees them."""
    return f"{problem.place}: {problem.message}"


def test_every_value_stays_the_text_that_was_typed() -> None:
    """Nothing is turned into a number, a date or a truth."""
    text = "a: no\nb: 3.10\nc: 12:30:45\nd: 010\ne: 2026-01-15\nf: ~\ng: 'x'\n"
    assert read(text) == {
        "a": "no", "b": "3.10", "c": "12:30:45", "d": "010", "e": "2026-01-15", "f": "~", "g": "x",
    }  # fmt: skip


def test_lists_and_mappings_nest() -> None:
    """Block style and flow style mean the same."""
    assert read("a:\n  - x\n  - {b: y}\nc: [1, [2]]\n") == {
        "a": ["x", {"b": "y"}],
        "c": ["1", ["2"]],
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~\n", "---\n"])
def test_no_text_is_an_empty_mapping(text: str) -> None:
    """A file that says nothing is not a mistake."""
    assert read(text) == {}


def test_nodes_know_their_line_and_column() -> None:
    """Places count from one, in characters, from the line the block starts on."""
    outcome = load('名前: "値"\n', path="a.md", first_line=2)
    assert outcome.value is not None
    (key, value), *_ = outcome.value.entries
    assert str(place_of(key, "a.md")) == "a.md:2:1"
    assert str(place_of(value, "a.md")) == "a.md:2:5"


def test_a_byte_order_mark_and_foreign_line_ends_change_nothing() -> None:
    """One BOM is dropped; CRLF and CR end lines as LF does."""
    assert read("\ufeffa: 1\r\nb: 2\rc: 3\n") == {"a": "1", "b": "2", "c": "3"}


def test_a_quoted_scalar_is_not_plain() -> None:
    """Whoever reads a truth must be able to tell true from "true"."""
    outcome = load("a: \"true\"\nb: 'true'\nc: true\nd: |\n  true\n", path="a.md")
    assert outcome.value is not None
    flags = [value.plain for _, value in outcome.value.entries if isinstance(value, ScalarNode)]
    assert flags == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        (
            "title: Rust: a love story\n",
            'site.yml:1:12: the value of "title" has a colon in it',
            'quote the value: title: "Rust: a love story"',
        ),
        (
            'title: "unclosed\ndate: 2026-01-15\nlang: en\n',
            'site.yml:1:8: the " that opens here is never closed',
            'close it with another " at the end of the value',
        ),
        (
            "a: b\n\n\tbad: [unclosed\n",
            "site.yml:3:1: a tab in the indentation",
            "indent with spaces; YAML does not allow tabs here",
        ),
        (
            "a: one\n\ttwo\n",
            "site.yml:2:1: a tab in the indentation",
            "indent with spaces; YAML does not allow tabs here",
        ),
        (
            "title: First\ntitle: Second\n",
            'site.yml:2:1: "title" is on line 1 and again on line 2',
            "keep one of them",
        ),
        (
            "a: &x 1\n",
            "site.yml:1:4: anchors are not accepted: x",
            'quote the value: a: "&x 1"',
        ),
        (
            "title: *bold\n",
            "site.yml:1:8: aliases are not accepted: bold",
            'quote the value: title: "*bold"',
        ),
        (
            "title: !Hola\n",
            "site.yml:1:8: tags are not accepted: !Hola",
            'quote the value: title: "!Hola"',
        ),
        (
            "<<: {a: b}\n",
            "site.yml:1:1: merge keys (<<) are not accepted",
            "write the keys out",
        ),
        (
            "a: b\n---\nc: d\n",
            "site.yml:2:1: a second YAML document starts here",
            "keep only one",
        ),
        (
            "t: {{ page.title }}\n",
            "site.yml:1:5: a mapping cannot be a key",
            'quote the value: t: "{{ page.title }}"',
        ),
        (
            "- title\n- date\n",
            "site.yml:1:1: expected keys with values, found a list",
            'write one "key: value" on each line',
        ),
        (
            "a: x\u2028y\n",
            "site.yml:1:5: the invisible character U+2028",
            "delete it",
        ),
        (
            "a: abc\u202egpj.exe\n",
            "site.yml:1:7: the invisible character U+202E",
            "delete it",
        ),
        (
            'a: "\\0"\n',
            "site.yml:1:4: the invisible character U+0000",
            "delete it",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_one_suggestion(
    text: str, expected: str, hint: str
) -> None:
    """Each refusal says file, line and column, what is wrong and what to do."""
    problem = refused(text)
    assert spelled(problem) == expected
    assert problem.hint == hint


def test_lines_are_counted_from_the_first_line_of_the_block() -> None:
    """Front matter starts on line 2 of its file, and messages say so."""
    assert spelled(refused("a: 1\na: 2\n", first_line=2)).startswith("site.yml:3:1: ")
    assert '"a" is on line 2 and again on line 3' in refused("a: 1\na: 2\n", first_line=2).message


def test_all_duplicates_are_named_in_one_pass() -> None:
    """An author with two mistakes is told of two."""
    outcome = load("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", path="site.yml")
    assert [str(problem.place) for problem in outcome.problems] == ["site.yml:2:1", "site.yml:5:3"]


def test_python_objects_are_never_built() -> None:
    """A tag is refused before anything could run."""
    problem = refused('title: !!python/object/apply:os.system ["touch PWNED"]\n')
    assert spelled(problem).startswith("site.yml:1:8: tags are not accepted")


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """What grows without end is stopped before it grows."""
    bomb = "a: &a [lol, lol]\n" + "".join(
        f"{right}: &{right} [*{left}, *{left}]\n"
        for left, right in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert spelled(refused(bomb)) == "site.yml:1:4: anchors are not accepted: a"


@pytest.mark.parametrize("brackets", [17, 5_000, 30_000])
def test_deep_nesting_is_refused_and_does_not_crash(brackets: int) -> None:
    """More than 16 levels stop the reading at the seventeenth."""
    problem = refused("x: " + "[" * brackets + "]" * brackets + "\n")
    assert spelled(problem) == "site.yml:1:20: nested deeper than 16 levels"


def test_sixteen_levels_are_accepted() -> None:
    """The limit itself is still good."""
    assert isinstance(read("x: " + "[" * 15 + "]" * 15), dict)


def test_a_text_larger_than_the_limit_is_refused() -> None:
    """64 KiB are good, one byte more is not."""
    assert read("a: " + "x" * (reader.MAX_BYTES - 3)) is not None
    assert "bytes of YAML" in refused("a: " + "x" * (reader.MAX_BYTES - 2)).message


def test_more_values_than_the_limit_are_refused() -> None:
    """5,000 nodes, keys and lists included."""
    assert read("a: [" + "x," * (reader.MAX_NODES - 3) + "]") is not None
    assert "more than 5,000 values" in refused("a: [" + "x," * reader.MAX_NODES + "]").message


def test_the_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser is not there, values, places and refusals are the same."""
    texts = ["a: [x, {b: 'y'}]\nc: |\n  z\n", "t: a: b\n", "a: 1\na: 2\n", 't: "x\n', "t: &a b\n"]
    with_c = [load(text, path="site.yml") for text in texts]
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    without = [load(text, path="site.yml") for text in texts]
    assert [_shape(outcome) for outcome in without] == [_shape(outcome) for outcome in with_c]


def _shape(outcome: Outcome[MappingNode]) -> object:
    return outcome.value, [(problem.place, problem.message) for problem in outcome.problems]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`?,\\ \t\n\u2028\x00é語")))
def test_any_text_gives_a_mapping_or_a_problem_with_a_place(text: str) -> None:
    """No text raises, and no refusal is without line and column."""
    outcome = load(text, path="site.yml")
    assert (outcome.value is None) == bool(outcome.problems)
    for problem in outcome.problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.place.column >= 1
        assert "\n" not in problem.message + problem.hint
