"""Where quotes open and close; tests/cases/markdown/smart_quotes.md has more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.rules.quotes import pairs_of, typeset


def english(text):
    return "".join(typeset(text, pairs_of("en")))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "“x”"),
        ("en-GB", "“x”"),
        ("hi", "“x”"),
        ("es", "«x»"),
        ("fr", "«\u202fx\u202f»"),
        ("fr-CH", "«x»"),
        ("de", "„x“"),
        ("de-AT", "„x“"),
        ("ar", "«x»"),
    ],
)
def test_tags(tag, expected):
    """A language has its marks, a region only where it differs."""
    assert "".join(typeset('"x"', pairs_of(tag))) == expected


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "ja", "yue", "he"])
def test_as_typed(tag):
    """Where straight quotes do not say on which side they stand, they stay."""
    assert pairs_of(tag) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("it's", "it’s"),
        ("'tis the '90s", "’tis the ’90s"),
        ("the dogs' toys", "the dogs’ toys"),
        ("'a' 'b'", "‘a’ ‘b’"),
        ("\"'a' b\"", "“‘a’ b”"),
        ('"a \'b" c', "“a ’b” c"),
        ('("a")', "(“a”)"),
        ('"a"-"b"', "“a”-“b”"),
        ("5'10\"", "5'10\""),
        ('"', '"'),
        ('" a', '" a'),
        ("2001--2002", "2001–2002"),
        ("a --b", "a --b"),
        ("a... b", "a… b"),
        ("a.... b", "a.... b"),
    ],
)
def test_marks(typed, expected):
    """An apostrophe is told from a quote, a dash from an option, inches from words."""
    assert english(typed) == expected


@given(st.text(alphabet="ab \"'-.5(“"))
def test_letters_stay(text):
    """Only marks change, and each character has its place."""
    letters = typeset(text, pairs_of("en"))
    assert len(letters) == len(text)
    for typed, drawn in zip(text, letters, strict=True):
        assert typed in "\"'-." or drawn == typed
