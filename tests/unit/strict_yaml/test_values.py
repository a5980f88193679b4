"""What a key needs, read from what was typed."""

from __future__ import annotations

import pytest

from site_builder.strict_yaml import (
    Misfit,
    Node,
    as_bool,
    as_int,
    as_mapping,
    as_sequence,
    as_text,
    as_text_list,
    load,
)


def node(value: str) -> Node:
    """Give the node of one value as it would be typed after a key."""
    outcome = load(f"key: {value}\n", path="a.md")
    assert outcome.value is not None
    found = outcome.value.get("key")
    assert found is not None
    return found


@pytest.mark.parametrize("typed", ["no", "3.10", "12:30", "010", "true", "2026-01-15", "1e3"])
def test_text_stays_as_it_was_typed(typed: str) -> None:
    """Norway stays Norway, and a version keeps its last zero."""
    assert as_text(node(typed)) == typed


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "  # nothing"])
def test_null_is_absent_for_every_reader(typed: str) -> None:
    """An empty value, ~ and null say nothing."""
    value = node(typed)
    readers = (as_text, as_bool, as_int, as_text_list, as_sequence, as_mapping)
    assert [read(value) for read in readers] == [None] * 6


def test_quoted_null_and_empty_quotes_are_text() -> None:
    """Who quotes it means the word."""
    assert as_text(node('"null"')) == "null"
    assert as_text(node('""')) == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("FALSE", False)],
)
def test_true_and_false_are_read_in_three_casings(typed: str, expected: bool) -> None:  # noqa: FBT001  because pytest fills it in by name
    """As YAML 1.2 core has them."""
    assert as_bool(node(typed)) is expected


@pytest.mark.parametrize(
    ("typed", "what", "meant"),
    [
        ("yes", 'needs true or false, found "yes"', "true"),
        ("'yes'", 'needs true or false, found the quoted "yes"', "true"),
        ('"true"', 'needs true or false, found the quoted "true"', "true"),
        ("off", 'needs true or false, found "off"', "false"),
        ("'no'", 'needs true or false, found the quoted "no"', "false"),
        ("tRuE", 'needs true or false, found "tRuE"', "true"),
        ("maybe", 'needs true or false, found "maybe"', ""),
        ("[true]", "needs true or false, found a list", ""),
    ],
)
def test_other_words_for_true_and_false_are_refused(typed: str, what: str, meant: str) -> None:
    """A draft must never be published because yes was not understood."""
    misfit = as_bool(node(typed))
    assert isinstance(misfit, Misfit)
    assert (misfit.what, misfit.meant) == (what, meant)


@pytest.mark.parametrize(("typed", "expected"), [("20", 20), ("0", 0), ("-3", -3), ("+7", 7)])
def test_whole_numbers_are_read(typed: str, expected: int) -> None:
    """Decimal digits with an optional sign."""
    assert as_int(node(typed)) == expected


@pytest.mark.parametrize("typed", ["010", "1.0", "0x10", "1_000", "'20'", "many", "[1]", "9" * 13])
def test_what_is_not_a_whole_number_is_refused(typed: str) -> None:
    """YAML 1.1 would read 010 as eight; we ask."""
    misfit = as_int(node(typed))
    assert isinstance(misfit, Misfit)
    assert misfit.what.startswith("needs a whole number, found ")


def test_one_text_is_a_list_of_one() -> None:
    """An author who has one tag need not write a list."""
    assert as_text_list(node("one two")) == ("one two",)
    assert as_text_list(node("[no, 3.10]")) == ("no", "3.10")
    assert as_text_list(node("[]")) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("[a, ]", None), ("[a, ~]", "an empty item"), ("[[a]]", "a list"), ("[{a: b}]", "a mapping")],
)
def test_a_list_of_texts_has_only_texts(typed: str, found: str | None) -> None:
    """The misfit points at the item, not at the list."""
    result = as_text_list(node(typed))
    if found is None:
        assert result == ("a",)
        return
    assert isinstance(result, Misfit)
    assert result.what == f"needs a list of texts, found {found} in it"
    assert result.node != node(typed)


def test_a_mapping_is_no_text_and_a_text_no_mapping() -> None:
    """Each reader says what it needs and what it found."""
    text, mapping, sequence = as_text(node("{a: b}")), as_mapping(node("x")), as_sequence(node("x"))
    assert isinstance(text, Misfit)
    assert isinstance(mapping, Misfit)
    assert isinstance(sequence, Misfit)
    assert text.what == "needs a text, found a mapping"
    assert mapping.what == 'needs keys with values, found "x"'
    assert sequence.what == 'needs a list, found "x"'
