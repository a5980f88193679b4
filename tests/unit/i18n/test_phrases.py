"""The shipped phrases: whole, alike in every language, and really in that language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_builder.i18n.catalog import Phrases, load_catalog
from site_builder.i18n.dates import language_name, plural_categories
from site_builder.i18n.phrase_file import PLACEHOLDER
from site_builder.model.language import KNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIPPED = KNOWN[:9]
CODES = [language.code for language in SHIPPED]
FOREIGN = [code for code in CODES if code != "en"]

SAME_AS_ENGLISH = {
    ("es", "feed"): "Spanish has no better known word",
    ("es", "hiring_ideas"): "a Spanish word",
    ("fr", "menu"): "a French word",
    ("fr", "date_label"): "a French word",
    ("fr", "code_label"): "a French word",
    ("fr", "alert_important"): "a French word",
    ("fr", "hiring_contact"): "a French word",
    ("de", "code_label"): "taken into German as it is",
    ("de", "feed"): "taken into German as it is",
}
"""Phrases that may be spelled as in English, each with its reason."""

SCRIPTS = {
    "zh": r"[\u4e00-\u9fff]",
    "hant": r"[\u4e00-\u9fff]",
    "ja": r"[\u3040-\u30ff\u4e00-\u9fff]",
    "hi": r"[\u0900-\u097f]",
    "ar": r"[\u0600-\u06ff]",
}
"""A character of the language's own script."""

WRITTEN_OUT = {"zero", "one", "two"}
"""Arabic says none, one and two of a thing without a numeral."""


@pytest.fixture(scope="module")
def catalog() -> Mapping[str, Phrases]:
    """The builder's phrases of all nine languages."""
    outcome = load_catalog(SHIPPED, ())
    assert outcome.value is not None
    return outcome.value


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def test_the_shipped_files_raise_no_problem() -> None:
    """All nine files can be read, have every key, and ask for nothing that no page fills in."""
    assert load_catalog(SHIPPED, ()).problems == ()


@pytest.mark.parametrize("code", FOREIGN)
def test_every_phrase_fills_in_what_english_fills_in(
    code: str, catalog: Mapping[str, Phrases]
) -> None:
    """A translation drops no placeholder, save a numeral that Arabic says in a word."""
    for key in catalog["en"].entries:
        expected = placeholders(catalog["en"].forms(key)["other"])
        for category, form in catalog[code].forms(key).items():
            dropped = expected - placeholders(form)
            allowed = {"count"} if code == "ar" and category in WRITTEN_OUT else set()
            assert dropped <= allowed, (key, category)


@pytest.mark.parametrize("code", CODES)
def test_counted_phrases_have_exactly_the_plural_forms_of_the_language(
    code: str, catalog: Mapping[str, Phrases]
) -> None:
    """Every phrase with {count} has one form for each of CLDR's categories, no other phrase has."""
    phrases = catalog[code]
    for key, entry in phrases.entries.items():
        is_counted = "count" in placeholders(catalog["en"].forms(key)["other"])
        assert is_counted == (not isinstance(entry, str)), key
        if is_counted:
            assert set(phrases.forms(key)) == plural_categories(phrases.tag), key


@pytest.mark.parametrize("code", FOREIGN)
def test_nothing_was_left_in_english(code: str, catalog: Mapping[str, Phrases]) -> None:
    """A phrase spelled as in English is on the list of those for which this is right."""
    same = {
        (code, key)
        for key, entry in catalog["en"].entries.items()
        if catalog[code].entries[key] == entry
    }
    assert same == {pair for pair in SAME_AS_ENGLISH if pair[0] == code}


@pytest.mark.parametrize("code", SCRIPTS)
def test_every_phrase_has_words_in_the_script_of_its_language(
    code: str, catalog: Mapping[str, Phrases]
) -> None:
    """No Chinese, Japanese, Hindi or Arabic phrase is written in Latin letters alone."""
    for key in catalog[code].entries:
        for form in catalog[code].forms(key).values():
            assert re.search(SCRIPTS[code], form), (key, form)


@pytest.mark.parametrize(("code", "character_set"), [("zh", "gb2312"), ("hant", "big5")])
def test_the_two_ways_of_writing_chinese_are_not_mixed(
    code: str, character_set: str, catalog: Mapping[str, Phrases]
) -> None:
    """Simplified characters are all in GB 2312, traditional ones all in Big5."""
    for key in catalog[code].entries:
        for form in catalog[code].forms(key).values():
            for character in re.findall(SCRIPTS[code], form):
                assert character.encode(character_set), key


@pytest.mark.parametrize("code", CODES)
def test_no_phrase_has_space_at_its_ends_or_markup(
    code: str, catalog: Mapping[str, Phrases]
) -> None:
    """Phrases are plain text that a template can put anywhere."""
    for key in catalog[code].entries:
        for form in catalog[code].forms(key).values():
            assert form, key
            assert form == form.strip(), key
            assert not set("<>&") & set(form), key


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "This text was translated from Spanish."),
        ("zh", "本文译自西班牙语。"),
        ("hant", "本文譯自西班牙文。"),
        ("ja", "この文章はスペイン語から翻訳したものです。"),
        ("es", "Este texto se ha traducido del español."),
        ("hi", "यह लेख स्पेनिश से अनूदित है।"),
        ("fr", "Ce texte est une traduction (langue d’origine\u00a0: espagnol)."),
        ("de", "Dieser Text ist eine Übersetzung (Originalsprache: Spanisch)."),
        ("ar", "هذا النص مُترجَم عن اللغة الإسبانية."),
    ],
)
def test_the_name_of_a_language_fits_into_the_sentence(
    code: str, sentence: str, catalog: Mapping[str, Phrases]
) -> None:
    """The notice about a translation is a sound sentence with CLDR's name of the language in it."""
    phrases = catalog[code]
    name = language_name("es", phrases.tag)
    assert phrases.text("translated_notice_from", language=name) == sentence


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("fr", r"[ \u202f][:»]|«[ \u202f]|[ \u00a0][;!?]|(?<![\s\u00a0\u202f])[;!?»]|'|\""),
        ("es", r"«\s|\s»|\"|“"),
        ("de", r"\"|»|«|'|\S…"),
        ("en", r"\"|'"),
        ("zh", r"[\u4e00-\u9fff][,.:;!?]|「|」|\.\.\.|(?<!…)…(?!…)"),
        ("hant", r"[\u4e00-\u9fff][,.:;!?]|“|”|\.\.\."),
        ("ja", r"[\u3040-\u30ff\u4e00-\u9fff][,.:;!?]|“|”|\.\.\."),
        ("hi", r"[\u0900-\u097f]\.(?!\w)|\"|'"),
        ("ar", r"[\u0600-\u06ff][,;?]|\"|“"),
    ],
)
def test_marks_are_those_of_the_language(
    code: str, wrong: str, catalog: Mapping[str, Phrases]
) -> None:
    """No-break spaces in French, guillemets, corner brackets, full-width and Arabic marks."""
    for key in catalog[code].entries:
        for form in catalog[code].forms(key).values():
            assert not re.search(wrong, form), (key, form)
