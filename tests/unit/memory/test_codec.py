"""Frozen values to JSON and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.memory.codec import decode, encode
from site_builder.problems import Place

T = TypeVar("T")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Box(Generic[T]):
    value: T
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    colour: Colour
    pair: tuple[str, int]
    boxes: tuple[Box[int], ...]
    rich: Box[tuple[str, ...]] | None
    word: Literal["a", "b"]
    either: Box[bool | str]
    table: Mapping[str, Box[float]]


things = st.builds(
    Thing,
    name=st.text(),
    colour=st.just(Colour.RED),
    pair=st.tuples(st.text(), st.integers()),
    boxes=st.lists(st.builds(Box, st.integers(), st.text())).map(tuple),
    rich=st.none() | st.builds(Box, st.lists(st.text()).map(tuple), st.text()),
    word=st.sampled_from(["a", "b"]),
    either=st.builds(Box, st.booleans() | st.text(), st.text()),
    table=st.dictionaries(st.text(), st.builds(Box, st.floats(allow_nan=False), st.text())),
)


@given(things)
def test_what_is_remembered_is_what_was_known(thing: Thing) -> None:
    """Every value comes back equal, to the type."""
    assert decode(Thing, encode(thing)) == thing


def test_what_many_values_say_alike_is_held_once() -> None:
    """A text has a dozen Places with its path, and its references a word from a list of few."""
    kept = encode((Place(path="content/a.md", line=1), Place(path="content/a.md", line=2)))
    first, second = decode(tuple[Place, ...], kept)
    assert first.path is second.path
    words: list[Literal["href", "src"]] = [decode(Literal["href", "src"], '"href"') for _ in "12"]
    assert words[0] is words[1]


def test_another_shape_is_refused() -> None:
    """A fact written by another model is an error for the caller, never a wrong value."""
    with pytest.raises(ValueError, match="another shape"):
        decode(Thing, '["only a name"]')


def test_what_has_no_json_cannot_be_remembered() -> None:
    """Sets, functions and open files are refused at once instead of being lost."""
    with pytest.raises(TypeError):
        encode({1, 2})
