"""Words as search compares them. tests/browser/test_search.py asks search.js for the same."""

import pytest

from site_builder.parse.folding import count_words, fold, letters_of

# What is typed or written, and the words that search sees in it: nine languages and some more.
SEEN = [
    ("The camera's API_key, 3.10!", ["the", "camera", "s", "api", "key", "3", "10"]),
    ("camión Ñandú pingüino", ["camion", "nandu", "pinguino"]),
    ("Straße Größe Œuvre Ærø Łódź", ["strasse", "grosse", "oeuvre", "aero", "lodz"]),
    ("L'été où naïve", ["l", "ete", "ou", "naive"]),
    ("e\u0301te\u0301 soft\u00adhyphen", ["ete", "softhyphen"]),
    ("ＡＰＩ ①② Ⅷ", ["api", "12", "viii"]),
    ("İstanbul ISPARTA ıslak", ["istanbul", "isparta", "islak"]),
    ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
    ("Ёлка и йод", ["елка", "и", "иод"]),
    ("الكِتابُ الكـتاب كتاب", ["كتاب"]),
    ("أحمد إلى آخر مدرسة موسيقى", ["احمد", "الي", "اخر", "مدرسه", "موسيقي"]),
    ("والكتاب بالبيت للمدرسة الله", ["كتاب", "بيت", "مدرسه", "الله"]),
    ("हिन्दी हिंदी बाज़ार चाँद", ["हिंदी", "बाजार", "चांद"]),
    ("क्षत्रिय ज्ञान", ["क्षत्रिय", "ज्ञान"]),
    ("机器学习", ["机器", "器学", "学习"]),
    ("猫。狗", ["猫", "狗"]),
    ("使用Python编程", ["使用", "编程", "python"]),
    ("ガイド・ブック", ["ガイ", "イド", "ブッ", "ック"]),
    ("ｶﾞｲﾄﾞ", ["ガイ", "イド"]),
    ("図書館へ行く", ["図書", "書館", "館へ", "へ行", "行く"]),
    ("שָׁלוֹם", ["שלום"]),
    ("한국어 검색", ["한국어", "검색"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), SEEN)
def test_words_are_seen_without_what_typists_leave_out(text: str, words: list[str]) -> None:
    """Case, accents, points, tatweel, articles, wide and half-wide forms make no difference."""
    assert list(dict.fromkeys(count_words(text))) == list(dict.fromkeys(words))


def test_words_are_counted() -> None:
    """As often as they occur, in whatever form."""
    assert count_words("Camión camion CAMIÓN otro")["camion"] == 3


def test_a_word_folds_to_the_same_wherever_it_stands() -> None:
    """Folding what was folded changes nothing."""
    for text, _ in SEEN:
        for word in count_words(text):
            assert fold(word) == word


def test_single_letters_of_scripts_without_spaces() -> None:
    """A title is found by one of its characters."""
    assert "".join(letters_of("猫と犬 and ＡＢ")) == "猫と犬"
    assert list(letters_of("cat")) == []
