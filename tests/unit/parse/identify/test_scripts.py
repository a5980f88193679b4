"""Scripts of characters and of languages."""

import pytest

from site_builder.model.language import KNOWN
from site_builder.parse.identify.scripts import (
    languages_in,
    letters_in,
    letters_of,
    scripts_of,
)


def test_every_well_known_language_is_written_in_its_own_name():
    """What its readers call a language is in a script that we say it has."""
    for language in KNOWN:
        letters = letters_of(language.name)
        assert set(letters) & scripts_of(language.tag), language.tag


@pytest.mark.parametrize(
    ("tag", "scripts"),
    [
        ("es", {"Latn"}),
        ("pt-BR", {"Latn"}),
        ("zh-Hant", {"Hani"}),
        ("ja", {"Kana", "Hani"}),
        ("sr", {"Cyrl", "Latn"}),
        ("sr-Latn", {"Latn"}),
        ("x-new", {"Latn"}),
    ],
)
def test_scripts_of_languages(tag, scripts):
    """A script subtag decides; some languages are written in two."""
    assert scripts_of(tag) == scripts


def test_letters_are_counted_by_script():
    """Digits and marks are in no script."""
    assert letters_of("Pan, 面包, パン: 3 хлеб!") == {"Latn": 3, "Hani": 2, "Kana": 2, "Cyrl": 4}
    assert len(letters_in(frozenset({"Latn", "Cyrl"})).findall("Pan хлеб 面")) == 7


def test_languages_of_a_script():
    """Latin has too many to say anything."""
    assert languages_in("Hebr") == ("he",)
    assert languages_in("Latn") == ()
