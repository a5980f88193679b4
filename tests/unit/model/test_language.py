"""The table of well-known languages: found by any word, and true to CLDR."""

from __future__ import annotations

import pytest
from babel import Locale

from site_builder.model.language import KNOWN, Language, known_language

NAMED_OTHERWISE = {
    "zh": "menus say it without CLDR's brackets",
    "hant": "menus say it without CLDR's brackets",
    "az": "CLDR's word alone is the country's name",
    "id": "CLDR's word alone is the country's name",
    "ms": "CLDR's word alone is the people's name",
    "uz": "CLDR's word alone is the people's name",
}
"""Own names that are not CLDR's, each with its reason."""


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("es", "es"),
        ("ES", "es"),
        ("zh", "zh-Hans"),
        ("cn", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("hant", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("tw", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("jp", "ja"),
        ("pt-BR", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("zh_tw", "zh-Hant"),
    ],
)
def test_a_language_is_found_by_code_tag_or_alias(word: str, tag: str) -> None:
    """Whatever people put in a file name leads to the right tag, in any case of letters."""
    language = known_language(word)
    assert language is not None
    assert language.tag == tag


@pytest.mark.parametrize("word", ["", "sp", "xx", "post", "english"])
def test_other_words_are_no_languages(word: str) -> None:
    """The end of an ordinary slug is not taken for a language."""
    assert known_language(word) is None


def test_the_nine_languages_of_the_builder_come_first() -> None:
    """They are the ones whose phrases are shipped."""
    codes = [language.code for language in KNOWN[:9]]
    assert codes == ["en", "zh", "hant", "ja", "es", "hi", "fr", "de", "ar"]


def test_no_word_means_two_languages() -> None:
    """Codes, tags and aliases of different languages never meet."""
    words = [
        word
        for language in KNOWN
        for word in {language.code, language.tag.lower(), *language.aliases}
    ]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", KNOWN, ids=lambda language: language.code)
def test_every_language_is_as_cldr_has_it(language: Language) -> None:
    """The direction is that of CLDR, and so is the own name, but for the capital letter."""
    locale = Locale.parse(language.tag, sep="-")
    assert language.direction == locale.text_direction
    cldr_name = locale.get_display_name(locale) or ""
    is_same = language.name.casefold() == cldr_name.casefold()
    assert is_same == (language.code not in NAMED_OTHERWISE)


@pytest.mark.parametrize("language", KNOWN, ids=lambda language: language.code)
def test_codes_and_aliases_can_stand_in_file_names(language: Language) -> None:
    """They are lower case letters and hyphens, so they are the same on every disk."""
    for word in (language.code, *language.aliases):
        assert word.replace("-", "").isalpha()
        assert word.isascii()
        assert word == word.lower()
