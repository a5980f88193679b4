"""What a Config can be asked."""

from __future__ import annotations

import pytest

from site_builder.config import read_config
from site_builder.model.config import Config, find_language


@pytest.fixture
def site() -> Config:
    """A site in English and traditional Chinese."""
    text = "title: x\nurl: https://a.org\nlanguages: [en, hant]\ndefault_language: hant\n"
    outcome = read_config(text)
    assert outcome.value is not None
    return outcome.value


@pytest.mark.parametrize("word", ["hant", "HANT", "zh-Hant", "zh-hant", "tw", "zh-TW"])
def test_a_language_is_found_by_code_tag_or_alias(site: Config, word: str) -> None:
    """Case does not count."""
    found = site.resolve_language(word)
    assert found is not None
    assert found.code == "hant"


def test_a_word_of_no_language_of_the_site_finds_nothing(site: Config) -> None:
    """A known language that the site does not have is none of it."""
    assert site.resolve_language("es") is None
    assert find_language("es", ()) is None


def test_a_language_is_given_by_its_code(site: Config) -> None:
    """The default language is one of them; an unknown code is a bug of the caller."""
    assert site.language("en").name == "English"
    assert site.default.tag == "zh-Hant"
    with pytest.raises(KeyError):
        site.language("es")
