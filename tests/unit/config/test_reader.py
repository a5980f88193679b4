"""site.yml → Config."""

from __future__ import annotations

import pytest

from site_builder.config import ConfigOverrides, read_config
from site_builder.model.config import Config

FOUR_LINES = """\
title: Two tongues
url: https://example.org
default_language: en
languages: [en, es]
"""


def config(more: str = "", overrides: ConfigOverrides | None = None) -> Config:
    """Read the shortest site with further lines; all must be good."""
    outcome = read_config(FOUR_LINES + more, overrides=overrides)
    assert [one for one in outcome.problems if one.code != "not-yet"] == []
    assert outcome.value is not None
    return outcome.value


def told(text: str, overrides: ConfigOverrides | None = None) -> list[str]:
    """Read a site that must be refused, and spell why."""
    outcome = read_config(text, overrides=overrides)
    assert outcome.value is None
    return [
        f"{one.place or ''}: {one.message}" + (f" | {one.hint}" if one.hint else "")
        for one in outcome.problems
    ]


def test_a_site_is_four_lines() -> None:
    """Everything else has a default."""
    site = config()
    assert site.title == {"en": "Two tongues", "es": "Two tongues"}
    assert site.description == {"en": "", "es": ""}
    assert (site.origin, site.base_path) == ("https://example.org", "")
    assert [language.code for language in site.languages] == ["en", "es"]
    assert (site.default_language, site.default_language_prefix) == ("en", False)
    assert (site.timezone, site.theme, site.permalink) == ("UTC", "papel", "/:slug/")
    assert (site.pagination, site.feeds, site.feed_entries) == (20, ("atom",), 20)
    assert (site.search, site.hiring, site.nav, site.social) == (True, "hire", (), ())
    assert (site.missing_translations, site.strict, site.raw_html) == ("hide", False, "keep")
    assert site.smart_quotes is False
    assert (site.audio, site.image) == ("assets/audio/:stem", "assets/images/:stem")
    assert (site.security_csp, site.excerpt_length) == (True, 200)
    assert (site.front_matter_extra, site.tags, site.plugins) == ((), (), ())
    assert (site.author, site.layouts) == ("", {})


def test_every_key_can_be_said() -> None:
    """What site.yml says is what Config holds."""
    site = config(
        """\
description: {en: About, es: Acerca}
author: Ana
default_language_prefix: true
timezone: Asia/Shanghai
theme: taller
permalink: /:year/:title/
pagination: 5
feeds: []
feed_entries: 7
search: true
hiring: /jobs/hire/
missing_translations: link
strict: true
raw_html: escape
smart_quotes: true
security: {csp: false}
audio: /sounds/:stem
image: pictures/:stem
excerpt_length: 120
front_matter: {extra: [mood, weather]}
layouts: {essay: post, project: page}
plugins: [my_plugin:recipes]
"""
    )
    assert site.description == {"en": "About", "es": "Acerca"}
    assert (site.author, site.default_language_prefix) == ("Ana", True)
    assert (site.timezone, site.theme) == ("Asia/Shanghai", "taller")
    assert (site.permalink, site.pagination) == ("/:year/:title/", 5)
    assert (site.feeds, site.feed_entries, site.search) == ((), 7, True)
    assert (site.hiring, site.missing_translations, site.strict) == ("jobs/hire", "link", True)
    assert (site.raw_html, site.smart_quotes, site.security_csp) == ("escape", True, False)
    assert (site.audio, site.image) == ("sounds/:stem", "pictures/:stem")
    assert (site.excerpt_length, site.front_matter_extra) == (120, ("mood", "weather"))
    assert site.layouts == {"essay": "post", "project": "page"}
    assert site.plugins == ("my_plugin:recipes",)


def test_the_path_of_the_url_is_the_base_path() -> None:
    """https://user.github.io/repo/ needs no second key."""
    outcome = read_config("title: x\nurl: https://user.github.io/repo/\n")
    assert outcome.value is not None
    assert (outcome.value.origin, outcome.value.base_path) == ("https://user.github.io", "/repo")


def test_a_title_with_numbers_stays_text() -> None:
    """3.10 does not become 3.1."""
    outcome = read_config("title: 3.10\nurl: https://a.org\n")
    assert outcome.value is not None
    assert outcome.value.title == {"en": "3.10"}


@pytest.mark.parametrize(
    ("more", "overrides", "base_path"),
    [
        ("base_path: /repo\n", ConfigOverrides(), "/repo"),
        ("base_path: /repo\n", ConfigOverrides(base_path="/other"), "/other"),
        ("base_path: /repo\n", ConfigOverrides(base_path=""), ""),
        ("base_path: /repo\n", ConfigOverrides(url="https://b.org"), "/repo"),
        ("base_path: /repo\n", ConfigOverrides(url="https://b.org/path"), "/path"),
    ],
)
def test_the_command_line_comes_first(
    more: str, overrides: ConfigOverrides, base_path: str
) -> None:
    """--base-path beats --url, and both beat the file."""
    assert config(more, overrides).base_path == base_path


def test_the_command_line_can_be_strict_or_not() -> None:
    """None says nothing; False says no."""
    assert config("strict: true\n", ConfigOverrides(strict=False)).strict is False
    assert config("", ConfigOverrides(strict=True)).strict is True
    assert config("strict: true\n", ConfigOverrides()).strict is True


def test_a_bad_option_is_named_as_the_option() -> None:
    """There is no place in a file to point at."""
    assert told(FOUR_LINES, ConfigOverrides(url="nowhere", base_path="a b")) == [
        ': --url: "nowhere" is not an http or https address | write it as https://example.org',
        (
            ': --base-path: the path "a b" has more than letters, digits and . _ ~ - | '
            "write it as /repo"
        ),
    ]


def test_a_file_that_says_nothing_is_told_what_every_site_needs() -> None:
    """Both keys in one pass."""
    assert told("") == [
        "site.yml:1:1: title: every site needs one | write title: and the name of the site",
        "site.yml:1:1: url: every site needs one | write url: https://example.org",
    ]


def test_an_empty_url_is_an_error_with_an_example() -> None:
    """Feeds cannot do without it."""
    text = FOUR_LINES.replace("https://example.org", "''")
    assert told(text) == [
        "site.yml:2:6: url: is empty, and feeds and links need it | write it as https://example.org"
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("paginaton: 3", '5:1: "paginaton" is not a key we know | did you mean "pagination"?'),
        ("pagination: 0", "5:13: pagination: 0 is not between 1 and 10000"),
        ("search: yes", ('5:9: search: needs true or false, found "yes" | '
         "write search: true")),
        ("timezone: Asia/Shangai", ('5:11: timezone: "Asia/Shangai" is not a time zone | '
         'did you mean "Asia/Shanghai"?')),
        ("timezone: ../../etc/passwd", ('5:11: timezone: "../../etc/passwd" is not a time zone | '
         "write it as Europe/Madrid")),
        ("timezone: Europe", ('5:11: timezone: "Europe" is not a time zone | '
         'did you mean "Europe/Rome"?')),
        ("theme: ../evil", ('5:8: theme: "../evil" is not a name | '
         "write the name of a folder of themes/")),
        ("feeds: [atm]", '5:8: feeds: "atm" is not one of atom, rss, json | did you mean "atom"?'),
        ("permalink: /:slag/", ('5:12: permalink: ":slag" is not one of :year :month :day :title '
         ':slug :lang :categories | did you mean "slug"?')),
        ("permalink: pretty", ('5:12: permalink: "pretty" is not a path | '
         "Jekyll's pretty is /:categories/:year/:month/:day/:title/")),
        ("permalink: /../:slug/", ('5:12: permalink: "/../:slug/" is not a path | '
         "write it as /:year/:slug/")),
        ("permalink: /blog/", '5:12: permalink: "/blog/" is one address for all posts | add :slug'),
        ("missing_translations: hidden", ('5:23: missing_translations: "hidden" is not one of '
         'hide, link, show | did you mean "hide"?')),
        ("security: {cps: false}", ('5:12: security: "cps" is not a key we know | '
         'did you mean "csp"?')),
        ("audio: ../:stem", ('5:8: audio: "../:stem" is not a path with :stem | '
         "write it as assets/audio/:stem")),
        ("image: one.png", ('5:8: image: "one.png" is not a path with :stem | '
         "write it as assets/images/:stem")),
        ("base_path: /a b", ('5:12: base_path: the path "/a b" has more than letters, digits '
         "and . _ ~ - | write it as /repo")),
        ("excerpt_length: long", '5:17: excerpt_length: needs a whole number, found "long"'),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_place(line: str, expected: str) -> None:
    """What is wrong, then one suggestion."""
    expected_lines = [f"site.yml:{expected}"]
    lines = told(FOUR_LINES + line + "\n")
    # An unknown placeholder leaves no :slug, which is a second mistake of its own.
    assert lines[:1] == expected_lines


def test_two_base_paths_that_differ_are_refused() -> None:
    """Only one of them can be right."""
    text = "title: x\nurl: https://a.org/one\nbase_path: /two\n"
    assert told(text) == [
        'site.yml:3:12: base_path: "/two" is not the path of url, "/one" | keep one of them'
    ]


def test_all_mistakes_are_told_in_one_pass() -> None:
    """An author with four mistakes reads of four, and that the title is missing."""
    text = "titel: x\nurl: nowhere\nstrict: on\npagination: few\n"
    assert len(told(text)) == 5


def test_what_is_not_yaml_is_told_with_its_place() -> None:
    """The same words as for front matter."""
    assert told(FOUR_LINES + "\n\tbad: [unclosed\n") == [
        "site.yml:6:1: a tab in the indentation | indent with spaces; YAML does not allow tabs here"
    ]


def test_a_key_without_effect_says_so() -> None:
    """Silence about plugins would be a promise that this version does not keep."""
    outcome = read_config(FOUR_LINES + "plugins: [a:b]\n")
    assert outcome.value is not None
    assert [problem.code for problem in outcome.problems] == ["not-yet"]


def test_a_title_that_is_there_is_not_asked_for() -> None:
    """Languages that cannot be read are one mistake, not two."""
    (wrong,) = told("title: x\nurl: https://a.org\nlanguages: en, es\n")
    assert wrong.endswith("| write languages: [en, es]")
