"""One file → what its front matter says, and its body.

The bad inputs are those that other generators were seen to publish, drop or crash on.
"""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.language import KNOWN
from site_builder.model.meta import AskedPicture, FrontMatter
from site_builder.parse.front_matter import FrontMatterSettings, Split, read_front_matter
from site_builder.parse.keys import FRONT_MATTER_KEYS
from site_builder.problems import has_errors

SETTINGS = FrontMatterSettings(
    languages=tuple(one for one in KNOWN if one.code in {"en", "es", "zh"}),
    timezone="Asia/Shanghai",
    extra_keys=("mood", "publisher"),
)


def split(data: bytes) -> Split:
    """Read a file that must be good."""
    outcome = read_front_matter(data, path="a.md", settings=SETTINGS)
    assert outcome.problems == ()
    assert outcome.value is not None
    return outcome.value


def front(keys: str) -> FrontMatter:
    """Read keys that must be good."""
    return split(f"---\n{keys}\n---\n\nBody\n".encode()).front


def told(data: bytes) -> list[str]:
    """Spell all that is wrong with a file."""
    outcome = read_front_matter(data, path="a.md", settings=SETTINGS)
    assert (outcome.value is None) or not has_errors(outcome.problems)
    return [f"{one.place}: {one.message} | {one.hint} ({one.code})" for one in outcome.problems]


def told_of(keys: str) -> list[str]:
    """Spell all that is wrong with keys."""
    return told(f"---\n{keys}\n---\n\nBody\n".encode())


def test_front_matter_has_the_keys_of_the_reference() -> None:
    """The table and the shape name the same keys in the same order."""
    named = [key.name for key in FRONT_MATTER_KEYS]
    assert [field.name for field in fields(FrontMatter)] == named


def test_every_value_knows_its_rule_and_place() -> None:
    """Messages and explain point at the value."""
    title = front("layout: post\ntitle: Hello").title
    assert title is not None
    assert (title.value, title.rule, str(title.place)) == ("Hello", "front matter", "a.md:3:8")


def test_every_key_is_read() -> None:
    """What is typed is what is there."""
    read = front(
        """\
title: no
date: 2026-01-15 10:00:00 +0800
lang: cn
translation_key: 3.10
layout: post
type: note
translated: true
generated: false
audio: true
image: /pictures/x.png
tags: [no, 3.10, 12:30]
categories: [a b, c]
permalink: /x/
slug: 010
description: d
excerpt: e
draft: false
published: true
redirect_from: [/a/, /b/]
last_modified_at: 2026-02-01
author: Ana
math: true
toc: false
series: s
noindex: true
extra: {colour: red}
mood: [calm, warm]"""
    )
    values = {
        field.name: getattr(getattr(read, field.name), "value", None)
        for field in fields(FrontMatter)
    }
    assert values["date"].iso == "2026-01-15T10:00:00+08:00"
    assert values["last_modified_at"].day == "2026-02-01"
    expected = {
        "title": "no", "lang": "cn", "translation_key": "3.10", "layout": "post", "type": "note",
        "translated": True, "generated": False, "audio": True,
        "image": AskedPicture(path="/pictures/x.png"),
        "tags": ("no", "3.10", "12:30"), "categories": ("a b", "c"), "permalink": "/x/",
        "slug": "010", "description": "d", "excerpt": "e", "draft": False, "published": True,
        "redirect_from": ("/a/", "/b/"), "author": "Ana", "math": True, "toc": False,
        "series": "s", "noindex": True,
    }  # fmt: skip
    assert {key: values[key] for key in expected} == expected
    assert read.extra == (("colour", "red"), ("mood", "calm, warm"))


def test_a_picture_may_come_with_its_words() -> None:
    """As jekyll-seo-tag has it; a key that nobody knows is refused, the size is not needed."""
    asked = front("image: {path: /x.png, alt: A bridge, width: 800, height: 600}").image
    assert asked is not None
    assert asked.value == AskedPicture(path="/x.png", alt="A bridge")
    alone = front("image: {alt: A bridge}").image
    assert alone is not None
    assert alone.value == AskedPicture(alt="A bridge")
    (line,) = told_of("image: {path: /x.png, atl: A bridge}")
    assert line == 'a.md:2:23: image: "atl" is not a key we know | did you mean "alt"? (bad-value)'


def test_keys_that_say_nothing_are_absent() -> None:
    """Empty, null, white space: as if the line were not there."""
    read = front("title:\nlang: ~\ntags:\naudio: null\ndate:\ndraft:\ndescription: '  '\nextra:")
    assert read == FrontMatter()


def test_a_file_without_front_matter_says_nothing() -> None:
    """It is all body."""
    read = split(b"Only text.\n")
    assert (read.front, read.body, read.body_line) == (FrontMatter(), "Only text.\n", 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("one two", ("one", "two")),
        ("machine learning, python", ("machine learning", "python")),
        ("[machine learning, python]", ("machine learning", "python")),
        ("\n  - one\n  - two", ("one", "two")),
        ("[]", ()),
    ],
)
def test_tags_in_one_line_are_parted_as_jekyll_does_or_by_commas(
    typed: str, words: tuple[str, ...]
) -> None:
    """A list says exactly what the tags are."""
    tags = front(f"tags: {typed}").tags
    assert tags is not None
    assert tags.value == words


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("false", False), ("a/b.mp3", "a/b.mp3")]
)
def test_a_recording_is_asked_for_or_named(typed: str, value: object) -> None:
    """A path is a path; true and false are not."""
    audio = front(f"audio: {typed}").audio
    assert audio is not None
    assert audio.value == value


@pytest.mark.parametrize("typed", ["yes", "'true'", "on", "False "])
def test_a_word_for_true_is_not_taken_for_a_path(typed: str) -> None:
    """audio: yes is no file called yes."""
    problems = told_of(f"audio: {typed}")
    if typed == "False ":
        assert problems == []
    else:
        assert "audio: needs true or false" in problems[0]


def test_the_hiring_keys_are_handed_on_as_nodes() -> None:
    """What they mean is read elsewhere."""
    read = split(b"---\nlayout: hiring\nskills: [{level: x}]\nideas: [y]\n---\n")
    assert [key.text for key, _ in read.hiring.entries] == ["skills", "ideas"]


DATES = [
    b"---\ntitle: F1\ndate: 2026-01-15\n---\n\nBADBODY text.\n",
    b"---\ntitle: F2\ndate: 2026-01-15 10:00:00 +0800\n---\n\nBADBODY text.\n",
    b"---\ntitle: F3\ndate: 2026-01-15T02:00:00Z\n---\n\nBADBODY text.\n",
    b'---\ntitle: F4\ndate: "2026-01-15 10:00"\n---\n\nBADBODY text.\n',
]


@pytest.mark.parametrize("data", DATES)
def test_all_forms_of_a_date_are_the_same_day(data: bytes) -> None:
    """In the time zone of the site."""
    date = split(data).front.date
    assert date is not None
    assert date.value.day == "2026-01-15"


STANDARD = b"---\ntitle: Bad post\ndate: 2026-01-15\nlang: en\n---\n\nBADBODY\n\n- a\n- b\n"


@pytest.mark.parametrize(
    "data",
    [
        STANDARD,
        b"\xef\xbb\xbf" + STANDARD,
        STANDARD.replace(b"\n", b"\r\n"),
        STANDARD.replace(b"\n", b"\r"),
    ],
)
def test_bom_and_line_ends_change_nothing(data: bytes) -> None:
    """The file reads the same from every editor."""
    assert split(data) == split(STANDARD)


UNSAFE_TAG = b'!!python/object/apply:os.system ["touch PWNED ../PWNED"]'
BOMB = b"---\ntitle: Bomb\ndate: 2026-01-15\na: &a [lol,lol,lol,lol]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c]\n" % (right, right, left, left, left)
    for left, right in zip(b"abcdefgh", b"bcdefghi", strict=True)
)

BAD = {
    "a quote that is never closed": (
        b'---\ntitle: "unclosed\ndate: 2026-01-15\nlang: en\n---\n\nBADBODY\n',
        'a.md:2:8: the " that opens here is never closed',
    ),
    "a colon in a title": (
        b"---\ntitle: Rust: a love story\ndate: 2026-01-15\n---\n\nBADBODY\n",
        (
            'a.md:2:12: the value of "title" has a colon in it | '
            'quote the value: title: "Rust: a love story"'
        ),
    ),
    "one key twice": (
        b"---\ntitle: First\ntitle: Second\ndate: 2026-01-15\n---\n\nBADBODY\n",
        'a.md:3:1: "title" is on line 2 and again on line 3',
    ),
    "a list": (
        b"---\n- title\n- date\n---\n\nBADBODY\n",
        "a.md:2:1: expected keys with values, found a list",
    ),
    "a block that is never closed": (
        b"---\ntitle: Never closed\ndate: 2026-01-15\n\nBADBODY\n",
        "a.md:1:1: the front matter that opens here is never closed",
    ),
    "a python object": (
        b"---\ntitle: " + UNSAFE_TAG + b"\ndate: 2026-01-15\n---\n\nBADBODY\n",
        "a.md:2:8: tags are not accepted",
    ),
    "an alias bomb": (
        BOMB + b"---\n\nBADBODY\n",
        "a.md:4:4: anchors are not accepted: a",
    ),
    "deep nesting": (
        b"---\ntitle: Deep\nx: " + b"[" * 5000 + b"]" * 5000 + b"\n---\n\nBADBODY\n",
        "a.md:3:20: nested deeper than 16 levels",
    ),
    "a month that is none": (
        b"---\ntitle: Bad date\ndate: 2026-13-45\n---\n\nBADBODY text.\n",
        (
            "a.md:3:7: date: 2026-13-45 is not a day of the calendar: month 13 | "
            "write it as 2026-01-15 or 2026-01-15 10:00"
        ),
    ),
    "a date that may mean two": (
        b"---\ntitle: Bad date\ndate: 05/12/2026\n---\n\nBADBODY text.\n",
        (
            'a.md:3:7: date: "05/12/2026" cannot be read as a date | '
            "write it as 2026-12-05 or 2026-05-12"
        ),
    ),
    "a date in words": (
        b"---\ntitle: Bad date\ndate: next tuesday\n---\n\nBADBODY text.\n",
        'a.md:3:7: date: "next tuesday" cannot be read as a date',
    ),
    "bytes of Latin-1": (
        STANDARD.replace(b"BADBODY", b"caf\xe9 BADBODY"),
        "a.md:7:4: byte 0xE9 at offset 54 is not UTF-8",
    ),
    "UTF-16": (
        STANDARD.decode().encode("utf-16"),
        "a.md:1:1: the file is UTF-16 text, not UTF-8",
    ),
    "NUL in a key": (
        b"---\ntitle: a\x00b\n---\n\nBADBODY\n",
        "a.md:2:9: the invisible character U+0000",
    ),
    "a draft with a YAML error": (
        b'---\ndraft: true\npublished: false\ntitle: "unclosed DRAFTTITLE\n---\n\nDRAFTBODY\n',
        'a.md:4:8: the " that opens here is never closed',
    ),
    "a draft that is never closed": (
        b"---\ndraft: true\npublished: false\ntitle: DRAFTTITLE\n\nDRAFTBODY\n",
        "a.md:1:1: the front matter that opens here is never closed",
    ),
    "a draft in quotes": (
        b"---\ndraft: 'yes'\npublished: 'no'\ntitle: DRAFTTITLE\n---\n\nDRAFTBODY\n",
        'a.md:2:8: draft: needs true or false, found the quoted "yes" | write draft: true',
    ),
}


@pytest.mark.parametrize(("data", "expected"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_never_published(data: bytes, expected: str) -> None:
    """There is no value, and the first message names file, line and column."""
    outcome = read_front_matter(data, path="a.md", settings=SETTINGS)
    assert outcome.value is None
    assert has_errors(outcome.problems)
    assert told(data)[0].startswith(expected)


def test_an_empty_file_is_named() -> None:
    """It is no error, and there is nothing to publish."""
    outcome = read_front_matter(b"", path="a.md", settings=SETTINGS)
    assert outcome.value is None
    assert not has_errors(outcome.problems)
    assert told(b"")[0].startswith("a.md: there is nothing in the file")


def test_a_nul_in_the_body_is_left_for_markdown_to_name() -> None:
    """Front matter ends where the body begins."""
    assert split(STANDARD.replace(b"BADBODY", b"a\x00b")).body.startswith("\na\x00b")


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Draft", "draft"),
        ("DRAFT", "draft"),
        ("drafts", "draft"),
        ("drat", "draft"),
        ("dra\u200bft", "draft"),
        ("Published", "published"),
        ("publised", "published"),
        ("publish", "published"),
    ],
)
def test_a_near_miss_of_a_key_that_hides_is_an_error(key: str, meant: str) -> None:
    """Otherwise the slip would publish the draft."""
    assert told_of(f'"{key}": true') == [
        (
            f'a.md:2:1: "{key}" is not a key we know | write {meant}:, or put it under extra: '
            "(hiding-key)"
        )
    ]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("titel", 'did you mean "title"?'),
    ],
)
def test_another_unknown_key_is_a_warning(key: str, hint: str) -> None:
    """The file is published all the same."""
    data = f"---\n{key}: x\n---\nBody\n".encode()
    outcome = read_front_matter(data, path="a.md", settings=SETTINGS)
    assert outcome.value is not None
    assert told(data) == [f'a.md:2:1: "{key}" is not a key we know | {hint} (unknown-key)']


def test_the_sites_own_keys_are_no_slips() -> None:
    """Not even where they look like one."""
    assert front("publisher: x").extra == (("publisher", "x"),)
    assert front("extra: {drafts: two}").extra == (("drafts", "two"),)


def test_the_sites_own_keys_hold_texts() -> None:
    """Templates get text and nothing else."""
    (told,) = told_of("mood: [{a: b}]")
    assert told.startswith("a.md:2:8: mood: needs a list of texts, found a mapping in it | ")


def test_a_language_of_another_site_is_an_error() -> None:
    """The message names the languages there are and the one that was meant."""
    assert told_of("title: x\nlang: sp") == [
        (
            'a.md:3:7: lang: "sp" is not a language of this site (en, zh, es) | did you mean "es"? '
            "(unknown-language)"
        )
    ]
    assert told_of("lang: no")[0].startswith('a.md:2:7: lang: "no" is not a language')


def test_all_mistakes_of_a_file_are_told_in_one_pass() -> None:
    """An author with five mistakes reads of five."""
    problems = told_of("title: [x]\ndate: 2026-02-30\nlang: sp\ndraft: yes\nPublished: false")
    assert len(problems) == 5


@given(st.binary(max_size=200).map(lambda data: b"---\n" + data))
def test_any_bytes_give_a_value_or_a_problem(data: bytes) -> None:
    """Nothing raises, and no value comes with an error."""
    outcome = read_front_matter(data, path="a.md", settings=SETTINGS)
    assert (outcome.value is None) or not has_errors(outcome.problems)
    assert outcome.value is not None or outcome.problems


def test_a_pattern_in_the_permalink_of_one_text_is_told() -> None:
    """In Jekyll it would be filled in; here an address with a colon would surprise its author."""
    data = b"---\ntitle: T\npermalink: /:year/:slug/\n---\nBody\n"
    (said,) = told(data)
    assert said.startswith("a.md:3:12: permalink: :year is not filled in here")
    assert said.endswith("(permalink-pattern)")
    assert told(b"---\ntitle: T\npermalink: /a:b/\n---\nBody\n") == []


def test_a_key_in_the_singular_is_one_word_whatever_spaces_it_has() -> None:
    """Jekyll's rule: `category: machine learning` is one category, `categories:` would be two."""
    outcome = read_front_matter(
        b"---\ncategory: machine learning\ntag: the sea\ntags: [a]\n---\n",
        path="a.md",
        settings=SETTINGS,
    )
    assert outcome.value is not None
    front = outcome.value.front
    assert front.category is not None
    assert front.tag is not None
    assert (front.category.value, front.tag.value) == (("machine learning",), ("the sea",))
