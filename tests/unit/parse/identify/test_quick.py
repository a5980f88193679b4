"""The quick look at every piece."""

import pytest

from site_builder.parse.identify.quick import quick_look, sentence_length, telling_words

MISSED = {("es", "pt")}
"""Portuguese in a Spanish text: too much alike for a quick look."""


def test_a_sentence_passes_in_its_own_language(sentences):
    """No close reading is paid for a text that is what it claims."""
    assert [tag for tag, text in sentences.items() if quick_look(tag)([(0, text)])] == []


def test_a_sentence_is_suspected_in_every_other_language(sentences):
    """What the quick look lets pass is never read closely, so it has to suspect all of them."""
    missed = {
        (claimed, tag)
        for claimed in sentences
        for tag, text in sentences.items()
        if claimed != tag and not quick_look(claimed)([(0, text)])
    }
    assert missed == MISSED


@pytest.mark.parametrize("tag", ["es", "zh-Hans", "ja", "ar", "hi", "lt"])
def test_short_pieces_addresses_and_checksums_are_not_suspected(tag):
    """Nobody pays for reading what could not be judged."""
    pieces = ["OK", "https://example.org/a/very/long/address/that/goes/on/and/on/and/on.html"]
    pieces.append("SHA256: 9d8949c24cf6fe810b65fb466076708b842a3b0bac7799f79b7b6a8791dc2a70")
    assert quick_look(tag)(list(enumerate(pieces))) == []


def test_the_positions_of_suspects_are_given(sentences):
    """Positions are those of the pieces, which are not numbered from nought."""
    pieces = [(4, sentences["es"]), (9, sentences["en"]), (14, sentences["zh-Hans"])]
    assert quick_look("es")(pieces) == [9, 14]


def test_telling_words():
    """A word that another language has too tells nothing."""
    assert "the" in telling_words("en")
    assert "de" not in telling_words("es") | telling_words("fr")
    assert "war" not in telling_words("de")
    assert telling_words("tlh") == frozenset()


def test_a_sentence_is_shorter_in_characters_that_are_words():
    """Chinese says in twenty characters what takes sixty letters."""
    assert sentence_length("zh-Hant") < sentence_length("es")
