"""The small words of languages."""

import pytest

from site_builder.parse.identify.function_words import (
    LANGUAGES,
    function_words,
    languages_by_word,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_as_texts_are_read(language):
    """Lower case, each a word by itself: what is compared is split and lowered too."""
    words = function_words(language)
    assert len(words) >= 20
    assert all(word == word.lower() and " " not in word for word in words)


def test_a_language_without_words_has_none():
    """Nothing is judged by words that we do not know."""
    assert function_words("tlh") == frozenset()


def test_each_word_names_its_languages():
    """One look at a word finds all languages that have it."""
    found = languages_by_word()
    assert set(found["que"]) >= {"es", "fr", "pt", "ca"}
    assert found["the"] == ["en"]
    assert {language for languages in found.values() for language in languages} == set(LANGUAGES)
