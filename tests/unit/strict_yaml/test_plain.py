"""Plain YAML is read without a parser, and never otherwise than the parser reads it."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.strict_yaml import SequenceNode
from site_builder.strict_yaml.plain import MOST, read_plain
from site_builder.strict_yaml.reader import read
from tests.trials import tries

KEYS = st.sampled_from(["title", "lang", "tags", "a-b", "_x", "y", "null", "no", "date"])
WORDS = st.sampled_from(
    [
        *["Hello", "true", "null", "12:30", "2024-01-02 10:00:00 +0800", "3.10", "0x1F", "~x"],
        *["one two", "a, b", "it's", "C#", "http://x.org/a?b=c&d", "a-b", "50 %", "año", "日本語"],
        *["हिन्दी", "عربي", "a\u00a0b", "a\u3000b", "😀", "<<", "=", "x]", "(x)", "{{ x }}", "a:b"],
        # What is more than plain, or not allowed at all.
        *["a: b", "a #b", "#b", "- a", "-", "? a", ": a", "a:", "*a", "&a b", "!x", "|", ">", "@a"],
        *["`a", "%a", "[a", "{a", '"a', "'a", "a\tb", "a ", " a", "", "a\u2028b", "a\u0085b"],
        *["a\x00", "\ufeffa", "a\u202eb", "\ud800", "---", "...", "a\\nb"],
    ]
)
MARKS = st.text(
    st.sampled_from(list("ab: ,[]{}#&*!|>'\"%@`-?.\\/~<=+019 日ि\t\u00a0😀")), max_size=8
)
SCALARS = WORDS | MARKS
LISTS = st.tuples(st.sampled_from(["[", "[ "]), st.sampled_from([", ", ",", " , "])).flatmap(
    lambda marks: st.lists(SCALARS, max_size=4).map(lambda one: marks[0] + marks[1].join(one) + "]")
)
VALUES = st.one_of(
    SCALARS, SCALARS.map(lambda one: f'"{one}"'), SCALARS.map(lambda one: f"'{one}'"), LISTS
)
LINES = st.tuples(KEYS, st.sampled_from([": ", ": ", ": ", ":", ":  ", " : "]), VALUES).map("".join)
TEXTS = st.lists(LINES | st.sampled_from(["", "# a comment", "  more", "- a"]), max_size=3).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@settings(max_examples=tries("plain-yaml"), deadline=None)
@given(TEXTS)
def test_what_is_read_is_what_the_parser_reads(text: str) -> None:
    """Node for node, with line and column; what the parser complains of is left to it."""
    plain = read_plain(text, first_line=2)
    if plain is not None:
        outcome = read(text, path="a.md", first_line=2)
        assert outcome.problems == ()
        assert plain == outcome.value


@pytest.mark.parametrize(
    "line",
    [
        "title: Zhiwei decides to shift his focus to machine learning",
        "title: Zhiwei decide cambiar su enfoque al aprendizaje automático",
        "title: 我决定学习机器学习",
        "title: मशीन लर्निंग",
        "lang: es",
        "translated: true",
        "date: 2024-01-02 10:00:00 +0800",
        "tags: [writing, machine learning, C++]",
        "tags: []",
        'description: "What it is: a word on each part, #1."',
        "description: 'Plain'",
        "image: /assets/images/a.jpg",
    ],
)
def test_everyday_lines_are_plain(line: str) -> None:
    """No parser is needed for what nearly all texts say."""
    plain = read_plain(f"{line}\n")
    assert plain is not None
    assert plain == read(f"{line}\n", path="a.md").value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "title:\n",
        "title: a\n\nlang: en\n",
        "title: a\n  b\n",
        "title: a\ntitle: b\n",
        "title: a # comment\n",
        "title: a: b\n",
        "title: *a\n",
        "title: &a b\n",
        "title: !!str a\n",
        "tags:\n- a\n",
        "tags: [a, [b]]\n",
        "tags: {a: b}\n",
        'title: "a\\nb"\n',
        "title: |\n  a\n",
        "<<: a\n",
        "title: a\u202eb\n",
        "title: a",
        f"title: {'x' * MOST}\n",
    ],
)
def test_whatever_is_more_is_left_to_the_parser(text: str) -> None:
    """Also what is no YAML at all."""
    assert read_plain(text) is None


def test_every_item_of_a_list_has_its_place() -> None:
    """For messages about a tag."""
    plain = read_plain("tags: [one, two three]\n", first_line=7)
    assert plain is not None
    tags = plain.get("tags")
    assert isinstance(tags, SequenceNode)
    assert (tags.line, tags.column) == (7, 7)
    places = [(item.text, item.line, item.column) for item in tags.items]
    assert places == [("one", 7, 8), ("two three", 7, 13)]


def test_a_plain_file_needs_no_parser() -> None:
    """Settings that are a few plain lines are read before the parser is imported."""
    program = (
        "import sys; from site_builder.strict_yaml import load;"
        "load('title: A\\nlanguages: [en, es]\\n', path='site.yml'); print('yaml' in sys.modules);"
        "load('title: A\\nmenu:\\n- a\\n', path='site.yml'); print('yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
