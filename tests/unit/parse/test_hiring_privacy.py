"""What a hiring page tells everyone."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from site_builder.parse.hiring_privacy import at_their_words
from tests.drawing import documents_of


def found(*facts: str) -> list[tuple[str, str, int]]:
    """Kind, words and line of all that a page with this front matter shows."""
    (page,) = documents_of(f"pages\n  hire-en layout=hiring {' '.join(facts)}")
    assert page.profile is not None
    return [(one.kind, one.words, one.place.line) for one in page.profile.disclosures]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Between 30k and 50k CNY a month", "30k and 50k CNY"),
        ("Entre 30k y 50k CNY", "30k y 50k CNY"),
        ("€60,000–70,000", "€60,000–70,000"),
        ("月薪3万至5万元", "3万至5万元"),
        ("من 10,000 إلى 20,000 ريال", "10,000 إلى 20,000 ريال"),
        ("50 000 euros", "000 euros"),
        ("₹20 lakh", "₹20 lakh"),
    ],
)
def test_pay_is_a_number_with_a_currency(text: str, words: str) -> None:
    """In a fact and in a requirement, in the scripts of nine languages."""
    assert found(f"\"facts=[{{label: Pay, value: '{text}'}}]\"") == [("pay", words, 4)]
    assert found(f"\"requirements=['{text}']\"") == [("pay", words, 4)]


def test_the_place_is_that_of_the_words() -> None:
    """The caret stands at the pay; where the words are typed otherwise, at their entry."""
    facts = (
        '"facts=[{label: Pay, value: 30.000 €}]"',
        "'body=Say hello, or b@example.org. Or c<b>@</b>example.org.'",
    )
    (page,) = documents_of(f"pages\n  hire-en layout=hiring {' '.join(facts)}")
    assert page.profile is not None
    (pay, email) = page.profile.disclosures
    assert (pay.words, pay.place.line, pay.place.column) == ("30.000 €", 4, 29)
    assert (email.words, email.place.line, email.place.column) == ("b@example.org", 7, 15)
    entity = at_their_words([replace(pay, words="30&nbsp;€")], "x\n" * 9)
    assert entity[0].place == pay.place


@pytest.mark.parametrize("text", ["Python 3 or 2", "2 years", "no less than 20k", "5 people"])
def test_other_numbers_are_not_pay(text: str) -> None:
    """Years, versions and people."""
    assert found(f"\"requirements=['{text}']\"") == []


def test_a_price_elsewhere_is_not_pay() -> None:
    """What a house costs is told in the text, not asked of an employer."""
    assert found("'body=It cost 7,000 CNY.'") == []


def test_addresses_and_numbers_are_found_wherever_they_stand() -> None:
    """In basics, in a sentence, in the Markdown; not in a link to someone's page."""
    basics = '"basics={email: a@example.org, phone: +34 600 000 000}"'
    assert found(basics) == [("email", "a@example.org", 4), ("phone", "+34 600 000 000", 4)]
    body = "'body=Write to b@example.org or call +86 138 0000 0000.'"
    assert found(body) == [("email", "b@example.org", 6), ("phone", "+86 138 0000 0000", 6)]
    assert found("'body=[x](https://host/@b@example.org)'") == []


@pytest.mark.parametrize("word", ["1", "a-", "a.", "+1 ", "a@", "1,", "a@b."])
def test_a_text_of_one_thing_over_and_over_takes_no_time(word: str) -> None:
    """Patterns look at each character a few times, however long the text."""
    began = time.process_time()
    found(f"'body=## Requirements\\n1. {word * 15_000}\\n\\n{word * 15_000}'")
    assert time.process_time() - began < 5
