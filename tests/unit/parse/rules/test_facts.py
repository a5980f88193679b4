"""Facts about a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.rules.facts import count_words, folded


@pytest.mark.parametrize(
    ("text", "words", "ideographs"),
    [
        ("One two, three.", 3, 0),
        ("机器学习", 0, 4),
        ("我用Python。Java也用", 2, 4),
        ("“你好” — *and*", 1, 2),
        ("हिन्दी भाषा", 2, 0),
        ("한국어 문장", 2, 0),
        ("`code counts`\n\n```\nblocks do not\n```", 2, 0),
    ],
)
def test_words(body, text, words, ideographs):
    """Words are counted by spaces, Chinese and Japanese characters one by one."""
    counts = body(text).counts
    assert (counts.words, counts.ideographs) == (words, ideographs)


@given(st.text(st.characters(codec="latin-1")) | st.text("a é-\u00b2\u00a0\x1c\n"))
def test_words_of_western_letters(text):
    """Text in Latin-1, which is counted at once, has as many words as beside another letter."""
    assert count_words(f"{text} я")[0] == count_words(text)[0] + 1


@given(st.text(st.sampled_from("a é\n\t\u00a0\u3000\u2028\u0301\x1c")) | st.text())
def test_white_space_is_folded(text):
    """Each run of it, of whatever kind, is one space, and the form is NFC."""
    assert folded(text) == " ".join(unicodedata.normalize("NFC", text).split())


def test_text_digest(body):
    """Reflowing, markup and Unicode form change nothing; words, code and captions do."""
    digest = body("One *two*\nthree café").text_digest
    assert body("One two three\n  cafe\u0301").text_digest == digest
    for other in ("One two four", "One two three café\n\n    x", '![x](y "z")\n\nOne'):
        assert body(other).text_digest != digest
