"""languages and default_language → the languages of the site."""

from __future__ import annotations

import pytest

from site_builder.config.languages import read_languages
from site_builder.model.config import find_language
from site_builder.model.language import Language
from site_builder.strict_yaml import Fields, load


def read(text: str) -> tuple[tuple[Language, ...], str, list[str]]:
    """Read both keys; give languages, default and what is wrong."""
    outcome = load(text, path="site.yml")
    assert outcome.value is not None
    fields = Fields(path="site.yml", code="bad-config")
    keys = outcome.value
    found, default = read_languages(fields, keys.get("languages"), keys.get("default_language"))
    return found, default, [f"{one.place}: {one.message} | {one.hint}" for one in fields.problems]


def test_known_languages_need_only_their_code() -> None:
    """Tag, name and direction are known."""
    found, default, wrong = read("languages: [ar, hant]\n")
    assert wrong == []
    assert default == "ar"
    assert [(one.code, one.tag, one.direction) for one in found] == [
        ("ar", "ar", "rtl"),
        ("hant", "zh-Hant", "ltr"),
    ]


@pytest.mark.parametrize(
    ("text", "codes", "default"),
    [
        ("", ["en"], "en"),
        ("default_language: es\n", ["es"], "es"),
        ("languages: [en, no]\ndefault_language: no\n", ["en", "no"], "no"),
        ("languages: es\n", ["es"], "es"),
        ("languages: [en, zh]\ndefault_language: cn\n", ["en", "zh"], "zh"),
        ("languages: {en: , es: }\n", ["en", "es"], "en"),
    ],
)
def test_what_is_left_out_has_a_default(text: str, codes: list[str], default: str) -> None:
    """Without a default the first language is it; Norwegian is not a falsehood."""
    found, chosen, wrong = read(text)
    assert wrong == []
    assert ([language.code for language in found], chosen) == (codes, default)


def test_a_language_is_called_as_the_site_calls_it() -> None:
    """Who lists cn gets addresses below /cn/; zh stays another word for it."""
    (chinese,), _, wrong = read("languages: [cn]\n")
    assert wrong == []
    assert (chinese.code, chinese.tag) == ("cn", "zh-Hans")
    assert "zh" in chinese.aliases


def test_details_of_a_known_language_can_be_changed() -> None:
    """What is not said stays as known."""
    text = "languages:\n  es: {name: Castellano, aliases: [CAS]}\n  en:\n"
    (spanish, english), _, wrong = read(text)
    assert wrong == []
    assert (spanish.name, spanish.tag, spanish.aliases) == ("Castellano", "es", ("cas",))
    assert english.name == "English"


def test_an_unknown_language_needs_its_details() -> None:
    """With them it is a language like the others."""
    (own,), _, wrong = read("languages:\n  tlh: {tag: tlh, name: tlhIngan Hol, direction: ltr}\n")
    assert wrong == []
    assert own == Language(code="tlh", tag="tlh", name="tlhIngan Hol")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "languages: [en, qqq]\n",
            (
                'site.yml:1:17: languages: "qqq" is not a language we know | '
                "write languages: {qqq: {tag: …, name: …, direction: ltr}}"
            ),
        ),
        (
            "languages:\n  tlh: {name: Klingon}\n",
            (
                "site.yml:2:3: languages: tlh is not a language we know and needs tag, direction | "
                "tag: is its BCP 47 tag, name: what its readers call it"
            ),
        ),
        (
            "languages: {es: {direction: up}}\n",
            'site.yml:1:29: languages: es: direction: "up" is not one of ltr, rtl | ',
        ),
        (
            "languages: {es: {tag: es_ES}}\n",
            'site.yml:1:17: languages: es: "es_ES" is not a BCP 47 tag | write it as zh-Hant',
        ),
        (
            "languages: {../x: {tag: es, name: x, direction: ltr}}\n",
            'site.yml:1:13: languages: ../x: a code has only letters, digits and "-" | ',
        ),
        (
            "languages: {es: {nome: x}}\n",
            'site.yml:1:18: languages: es: "nome" is not a key we know | did you mean "name"?',
        ),
        (
            "languages: [es, es]\n",
            (
                'site.yml:1:12: languages: "es" and "es" are both es | '
                "keep one, or give one another tag"
            ),
        ),
        (
            "languages: [zh, cn]\n",
            (
                'site.yml:1:12: languages: "zh" and "cn" are both zh-hans | '
                "keep one, or give one another tag"
            ),
        ),
        (
            "languages: []\n",
            "site.yml:1:12: languages: a site needs at least one | write languages: [en]",
        ),
        (
            "languages: [en, es]\ndefault_language: ex\n",
            (
                'site.yml:2:19: default_language: "ex" is not among languages (en, es) | '
                'did you mean "es"?'
            ),
        ),
    ],
)
def test_a_mistake_in_languages_is_named(text: str, expected: str) -> None:
    """Place, what is wrong, one suggestion."""
    assert read(text)[2][:1] == [expected]


def test_an_alias_gives_way_to_a_language_of_that_name() -> None:
    """Where the site has both, no is the one that was listed."""
    found, _, wrong = read("languages:\n  nb:\n  no: {tag: no, name: Norsk, direction: ltr}\n")
    assert wrong == []
    assert found[0].aliases == ()


def test_languages_in_one_text_are_shown_as_the_list_they_should_be() -> None:
    """The commas are there, only the brackets are not."""
    for typed in ("en, es", "en es"):
        _, _, (wrong,) = read(f"languages: {typed}\n")
        assert wrong.endswith("| write languages: [en, es]")


def test_a_code_with_an_underscore_is_kept_and_understood() -> None:
    """Sites whose folders and addresses say `zh_cn` keep them; BCP 47 writes it otherwise."""
    languages, _, told = read("languages: [en, zh_cn, pt-br]")
    _, chinese, portuguese = languages
    assert told == []
    assert (chinese.code, chinese.tag) == ("zh_cn", "zh-Hans")
    assert find_language("zh_CN", languages) == find_language("zh-cn", languages) == chinese
    assert find_language("pt_BR", languages) == portuguese
