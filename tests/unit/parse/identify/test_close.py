"""The close reading of a piece."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.identify import close
from site_builder.parse.identify.close import read_closely, words_of
from site_builder.parse.identify.function_words import function_words, languages_by_word
from site_builder.parse.identify.scripts import LATIN, letters_in, scripts_of

COUSINS = {("es", "fr"), ("es", "pt"), ("pt", "es")}
"""They share so many small words that one sentence does not tell the second in the first."""


def test_a_sentence_is_at_home_in_its_own_language(sentences):
    """Thirteen languages, and none takes its own sentence for another's."""
    assert {tag: read_closely(text, tag) for tag, text in sentences.items()} == dict.fromkeys(
        sentences, ""
    )


def test_a_sentence_is_recognised_in_every_other_language(sentences):
    """Each sentence inside a text of each other language is named for what it is."""
    missed = {
        (claimed, tag)
        for claimed in sentences
        for tag, text in sentences.items()
        if claimed != tag and read_closely(text, claimed) != tag
    }
    assert missed == COUSINS


def test_a_long_text_is_told_from_its_cousins(sentences):
    """With more than a hundred words Portuguese is no Spanish, and French is not either."""
    for claimed, tag in COUSINS:
        assert read_closely(" ".join([sentences[tag]] * 4), claimed) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42 – 7 = 35",
        "Don Quijote de la Mancha",
        "Alice Munro, Edith Wharton, Willa Cather, Toni Morrison, Zadie Smith, Ali Smith",
        "7f3a a1 b2 c3 d e f a b c d e f a 9 a b c d e f a b c d e",
    ],
)
@pytest.mark.parametrize("tag", ["en", "es", "zh-Hans", "ja", "ar", "fi", "th", "x-unknown"])
def test_names_numbers_and_short_pieces_are_in_every_language(text, tag):
    """What has no small words is not judged."""
    assert read_closely(text, tag) == ""


def test_languages_without_words_here_are_judged_by_script_and_english(sentences):
    """Finnish has words of its own, Lithuanian has not: English in it is told, Dutch is not."""
    assert read_closely(sentences["en"], "lt") == "en"
    assert read_closely(sentences["nl"], "lt") == ""
    assert read_closely(sentences["ja"], "lt") == "ja"
    assert read_closely(sentences["de"], "sr") == ""


def test_japanese_names_are_not_chinese():
    """Characters without kana are Chinese only when they have its particles."""
    assert read_closely("東京都千代田区永田町一丁目七番一号国会議事堂前", "ja") == ""
    assert read_closely("这是我们在市场上买的面包", "ja") == "zh-Hans"


LETTERS = letters_in(frozenset({LATIN}))
SMALL = sorted(word for word in languages_by_word() if all(map(LETTERS.match, word)))
WORDS = st.lists(st.sampled_from([*SMALL[::7], "Wort", "palabra", "slovo"]), max_size=140)


@given(WORDS.map(" ".join), st.sampled_from(["en", "es", "fr", "de", "pl", "fi"]))
def test_reading_ends_early_with_the_same_answer(text, tag):
    """Counting the small words of all languages at once decides nothing but when to stop."""
    words = text[:1000].lower().split()
    hits = Counter(language for word in words for language in languages_by_word().get(word, ()))
    latin = [language for language in hits if LATIN in scripts_of(language)]
    best = max(latin, key=lambda language: (hits[language], language), default="")
    more = 3 if len(words) < 100 else 1.5
    is_other = (
        len(words) >= 12
        and best
        and hits[best] >= max(0.22 * len(words), more * hits[tag])
        and len(function_words(best).intersection(words)) >= 4
    )
    assert read_closely(text, tag) == (best if is_other else "")


@given(st.text(st.characters(codec="latin-1")) | st.text("aé_1\u00b2\u00aa\u00a0 '-\n"))
def test_words_of_western_letters(text):
    """Text in Latin-1, which is parted at once, has the words that it has beside another letter."""
    assert words_of(f"{text} я") == [*words_of(text), "я"]


@given(
    st.lists(st.sampled_from([*SMALL[::7], "µ²ª", "№1", "x_y", "«é»", "12"])).map(" ".join),
    st.sampled_from(["en", "es", "ru", "ja", "zh", "el"]),
)
def test_western_letters_are_counted_at_once(text, tag):
    """Text in Latin-1 is read as it is where its letters are counted one by one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(close, "_western", lambda _: None)
        expected = read_closely(text, tag)
    assert read_closely(text, tag) == expected
