"""Reading one phrase file: what is kept, and what the author is told."""

from __future__ import annotations

import pytest

from site_builder.i18n.phrase_file import forms_of, read_phrases


def test_a_phrase_is_a_text_or_a_text_for_each_plural_form() -> None:
    """Both shapes are read, and the text stays what was typed."""
    file = read_phrases(
        'home: no\nposts:\n  one: "{count} post"\n  other: "{count} posts"\n',
        path="themes/mine/phrases/en.yml",
        is_theme=True,
    )
    assert file.entries == {
        "home": "no",
        "posts": {"one": "{count} post", "other": "{count} posts"},
    }
    assert file.lines == {"home": 1, "posts": 2}
    assert file.problems == ()


def test_a_single_text_serves_every_number() -> None:
    """A phrase that is one text has the form ``other`` only."""
    assert forms_of("Home") == {"other": "Home"}


def test_an_empty_text_in_quotes_is_a_phrase() -> None:
    """A theme can silence a phrase on purpose."""
    assert read_phrases('share: ""', path="es.yml", is_theme=True).entries == {"share": ""}


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("home:", 'the phrase "home" needs a text', "es.yml:1"),
        ("home: [a, b]", 'the phrase "home" needs a text', "es.yml:1:7"),
        (
            "posts: {plural: x, other: y}",
            '"plural" is not a plural form of the phrase "posts"',
            "es.yml:1:9",
        ),
        ("posts: {one: x}", 'the phrase "posts" has no form "other"', "es.yml:1:8"),
        (
            "posts: {one: [x], other: y}",
            'the form "one" of the phrase "posts" needs a text',
            "es.yml:1:14",
        ),
    ],
)
def test_what_is_no_phrase_is_told_with_its_place(text: str, message: str, place: str) -> None:
    """A wrong shape is one Problem that says which phrase and where."""
    file = read_phrases(text, path="es.yml", is_theme=True)
    [problem] = file.problems
    assert problem.code == "bad-phrase"
    assert problem.message == message
    assert str(problem.place).startswith(place)
    assert file.entries == {}


def test_one_bad_phrase_leaves_the_others() -> None:
    """What can be read is kept, so that a preview still has its words."""
    file = read_phrases("home:\nposts: Artículos", path="es.yml", is_theme=True)
    assert file.entries == {"posts": "Artículos"}


def test_broken_yaml_is_told_and_gives_no_phrases() -> None:
    """A key twice is an error of YAML, with its line."""
    file = read_phrases("home: a\nhome: b", path="es.yml", is_theme=True)
    assert [problem.code for problem in file.problems] == ["bad-yaml"]
    assert file.entries == {}
