"""The first words of a site: whole in each language that ships, and written in its script."""

from dataclasses import astuple
from pathlib import Path

import pytest

from site_builder.model.language import KNOWN, known_language
from site_builder.parse.identify.close import read_closely
from site_builder.scaffold.beginnings import HERE, beginning

TAGS = sorted(file.stem for file in HERE.glob("*.yml"))
PHRASES = HERE.parents[1] / "i18n/phrases"


def test_every_language_with_phrases_has_its_beginning() -> None:
    """Who can read the site's menu in their language can read its first words in it."""
    with_phrases = {known_language(file.stem).tag for file in PHRASES.glob("*.yml")}
    assert set(TAGS) == with_phrases


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_lacks(tag: str) -> None:
    """Each file says all that a site begins with, and its post leads to the page."""
    known = known_language(tag)
    assert known is not None
    found = beginning(known)
    words = [*astuple(found.hello), *astuple(found.about), found.address, found.write]
    assert found.tag == tag
    assert all(word.strip() for word in words)
    assert found.hello.body.count("]({about})") == 1
    assert "**" in found.hello.body


@pytest.mark.parametrize("tag", TAGS)
def test_the_words_are_those_of_the_language(tag: str) -> None:
    """They read like the language they are for, and no other, to the judge of translations."""
    known = known_language(tag)
    assert known is not None
    found = beginning(known)
    text = f"{found.hello.body} {found.about.body}".replace("`content/posts/`", "")
    assert read_closely(text, tag) in {"", tag.split("-", maxsplit=1)[0], tag}
    english = beginning(known_language("en"))
    assert tag == "en" or found.about.body != english.about.body


def test_other_languages_begin_in_english() -> None:
    """Of a language without words of its own the tag says so."""
    others = [language for language in KNOWN if language.tag not in TAGS]
    assert {beginning(language).tag for language in others} == {"en"}
    assert Path(HERE, "en.yml").is_file()
