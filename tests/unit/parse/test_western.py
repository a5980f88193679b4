"""Western texts are folded at once, to the very words that folding one by one gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.folding import count_words, fold
from site_builder.parse.western import ENCODING, Western

DROPPED = re.compile("\N{SOFT HYPHEN}")
WESTERN = Western(fold, DROPPED)
LETTERS = [bytes([byte]).decode(ENCODING, "ignore") for byte in range(256)]
UNSPACED = "猫"
"""A character that sends a text the other way, and is a word of its own."""


@given(st.lists(st.sampled_from([*"abcXYZ019 .,'_-", *LETTERS]), max_size=40).map("".join))
def test_it_gives_the_words_that_folding_one_by_one_gives(text: str) -> None:
    """Whatever the letters, marks, digits and signs; or it leaves the text to the other way."""
    words = WESTERN.words(text)
    if words is not None:
        one_by_one = count_words(f"{text} {UNSPACED}")
        del one_by_one[UNSPACED]
        assert {word: words.count(word) for word in words} == one_by_one


def test_words_come_in_their_order() -> None:
    """French, German and Danish letters among them; quotation marks and dashes are none."""
    text = "L’École – „Größe“ Œuvre Ærø soft\N{SOFT HYPHEN}hyphen 3.10 1º"
    assert WESTERN.words(text) == [
        *("l", "ecole", "grosse", "oeuvre", "aero", "softhyphen", "3", "10", "1o"),
    ]


def test_what_the_encoding_lacks_is_left_to_others() -> None:
    """Other scripts, loose marks, and letters that fold to what is not plain."""
    for text in (
        "слово",
        "猫",
        "e\u0301",
        "½",
        "µm",
        "a → b",
    ):
        assert WESTERN.words(text) is None
