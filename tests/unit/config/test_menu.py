"""Titles by language, nav, social and tags."""

from __future__ import annotations

import pytest

from site_builder.config.menu import read_nav, read_social, read_tags, words_by_language
from site_builder.model.config import NavItem, SocialLink
from site_builder.model.language import KNOWN, Language
from site_builder.strict_yaml import Fields, Node, load

SITE: tuple[Language, ...] = tuple(one for one in KNOWN if one.code in {"en", "zh", "es"})


def typed(value: str) -> tuple[Fields, Node]:
    """Give a reader and the node of a value."""
    outcome = load(f"key: {value}\n", path="site.yml")
    assert outcome.value is not None, outcome.problems
    node = outcome.value.get("key")
    assert node is not None
    return Fields(path="site.yml", code="bad-config"), node


def told(fields: Fields) -> list[str]:
    """Spell what is wrong."""
    return [f"{one.place}: {one.message} | {one.hint}" for one in fields.problems]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Hi", {"en": "Hi", "zh": "Hi", "es": "Hi"}),
        ("{en: Hi, es: Hola}", {"en": "Hi", "zh": "Hi", "es": "Hola"}),
        ("{es: Hola, cn: 你好}", {"en": "Hola", "zh": "你好", "es": "Hola"}),
        ("", {}),
    ],
)
def test_words_are_complete_for_every_language(value: str, words: dict[str, str]) -> None:
    """The default language's words fill gaps, else the first ones given."""
    fields, node = typed(value)
    assert words_by_language(fields, "title", node, SITE, "en") == words
    assert fields.problems == []


def test_words_of_another_language_are_refused() -> None:
    """The message names the languages of the site."""
    fields, node = typed("{en: Hi, ess: Hola}")
    words_by_language(fields, "title", node, SITE, "en")
    assert told(fields) == [
        (
            'site.yml:1:15: title: "ess" is not a language of this site (en, zh, es) | '
            'did you mean "es"?'
        )
    ]


def test_the_menu_names_pages_or_addresses() -> None:
    """A word is a page; a mapping can give it other words."""
    fields, node = typed(
        "[hire, /about/, {page: tags, title: Topics}, {url: https://a.org, title: {en: A, es: B}}]"
    )
    everywhere = {"en": "Topics", "zh": "Topics", "es": "Topics"}
    assert read_nav(fields, node, SITE, "en") == (
        NavItem(page="hire", title={}, url=""),
        NavItem(page="about", title={}, url=""),
        NavItem(page="tags", title=everywhere, url=""),
        NavItem(page="", title={"en": "A", "zh": "A", "es": "B"}, url="https://a.org"),
    )
    assert fields.problems == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("hire", 'site.yml:1:6: nav: needs a list, found "hire" | begin with "- "'),
        ("[{page: a, url: /b}]", ("site.yml:1:7: nav: an entry needs either page or url | "
         "name a page of the site")),
        ("[{title: a}]", ("site.yml:1:7: nav: an entry needs either page or url | "
         "name a page of the site")),
        ("[{url: /b}]", ('site.yml:1:7: nav: "/b" needs a title | '
         "add title: and what the menu shall say")),
        ("[{url: 'javascript:x', title: a}]", ('site.yml:1:13: nav: url: "javascript:x" is not '
         "an address | begin with https://, mailto: or /")),
        ("[{url: //evil.org, title: a}]", ('site.yml:1:13: nav: url: "//evil.org" is not '
         "an address | begin with https://, mailto: or /")),
        ("[{pag: a}]", 'site.yml:1:8: nav: "pag" is not a key we know | did you mean "page"?'),
    ],
)  # fmt: skip
def test_a_mistake_in_the_menu_is_named(value: str, expected: str) -> None:
    """Place, what is wrong, one suggestion."""
    fields, node = typed(value)
    read_nav(fields, node, SITE, "en")
    assert told(fields)[:1] == [expected]


@pytest.mark.parametrize(
    "value", ["{GitHub: https://github.com/a}", "[{name: GitHub, url: https://github.com/a}]"]
)
def test_social_links_are_pairs_or_a_list(value: str) -> None:
    """Both ways mean the same."""
    fields, node = typed(value)
    assert read_social(fields, node) == (SocialLink(name="GitHub", url="https://github.com/a"),)
    assert fields.problems == []


def test_social_links_run_no_code() -> None:
    """Only addresses that are safe in a link are taken."""
    fields, node = typed("{a: 'javascript:x', b: 'data:text/html,x', c: 'mailto:a@b.org'}")
    assert read_social(fields, node) == (SocialLink(name="c", url="mailto:a@b.org"),)
    assert len(fields.problems) == 2


def test_a_social_link_needs_name_and_url() -> None:
    """In the list form each entry says both."""
    fields, node = typed("[{name: GitHub}]")
    assert read_social(fields, node) == ()
    assert told(fields) == ["site.yml:1:7: social: an entry needs name and url | "]


def test_tags_have_names_by_language() -> None:
    """An alias of a language means the language."""
    fields, node = typed("{ai: {en: AI, cn: 人工智能}}")
    assert read_tags(fields, node, SITE) == (("ai", (("en", "AI"), ("zh", "人工智能"))),)
    assert fields.problems == []
