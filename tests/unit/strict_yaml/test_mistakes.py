"""What the parser's complaints mean for the person who typed the line."""

from __future__ import annotations

import pytest

from site_builder.strict_yaml import load
from site_builder.strict_yaml.mistakes import quote_hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lang:en\ntitle: x\n", '1:6: no space after the colon of "lang" | write lang: en'),
        (
            "a: 'it's'\n",
            (
                "1:8: text after the closing ' | put the quotes around the whole value, "
                "and write '' for a ' inside it"
            ),
        ),
        (
            'title: "unclosed\ndate: "2026-01-15"\n',
            (
                '1:8: the " that opens here closes on a later line, before other text | '
                'close it with another " at the end of its own line'
            ),
        ),
        (
            "t: [Update] new\n",
            '1:13: text after the closing ] | quote the value: t: "[Update] new"',
        ),
        (
            "t: [a, b\nc: d\n",
            (
                "1:4: the [ that opens here is not closed where it should be | "
                "close it with ], put commas between the items, or quote the value"
            ),
        ),
        ("t: [\n", "2:1: the text ends inside a list or a mapping | close it with ] or }"),
        ("t: @home\n", '1:4: a value cannot start with @ | quote the value: t: "@home"'),
        ("t: 100%\nu: %x\n", '2:4: a value cannot start with % | quote the value: u: "%x"'),
        ("t: **bold** x\n", '1:4: a value cannot start with * | quote the value: t: "**bold** x"'),
        ("t: > quoted\n", '1:4: a value cannot start with > | quote the value: t: "> quoted"'),
        ("t: - x\n", '1:4: a list cannot start on the line of its key | quote the value: t: "- x"'),
        (
            "a: b\nc\nd: e\n",
            (
                "2:1: a line without a colon among keys and values | "
                "write key: value, or put the text in quotes on the line of its key"
            ),
        ),
        (
            "a: b\n  c: d\n",
            (
                "2:3: a key where the value of the line above goes on | "
                "start this line at the same column as the key above"
            ),
        ),
        (
            't: "C:\\q"\n',
            "1:7: an unknown \\ sequence | write two backslashes, or use single quotes",
        ),
    ],
)
def test_each_common_mistake_has_its_own_words(text: str, expected: str) -> None:
    """The message names the mistake, not the state of a parser."""
    (problem,) = load(text, path="a.md").problems
    assert problem.place is not None
    place = f"{problem.place.line}:{problem.place.column}"
    assert f"{place}: {problem.message} | {problem.hint}" == expected


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("title: Rust: a love story", 'quote the value: title: "Rust: a love story"'),
        ('title: say "hi": now', "quote the value: title: 'say \"hi\": now'"),
        ('title: it\'s: "x"', "quote the value: title: 'it''s: \"x\"'"),
        ("  - name: a: b", 'quote the value: name: "a: b"'),
        ("title: " + "x" * 101, 'quote the value of "title"'),
        ("just text", ""),
    ],
)
def test_the_suggestion_is_the_line_as_it_should_be(line: str, hint: str) -> None:
    """An author can copy the suggestion; quotes inside it are right."""
    assert quote_hint(line) == hint
