"""Our dataclass is what the standard library's is, in all that can be seen of it."""

import pickle
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import (
    FrozenInstanceError,
    astuple,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from typing import Any, Generic, TypeVar

import pytest

from site_builder import frozen

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Whole(Generic[T]):
    """The standard library's."""

    name: str
    value: T
    extra: tuple[int, ...] = ()
    made: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def shout(self) -> str:
        """A method of its own."""
        return self.name.upper()


@frozen.dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Ours(Generic[T]):
    """Ours."""

    name: str
    value: T
    extra: tuple[int, ...] = ()
    made: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def shout(self) -> str:
        """A method of its own."""
        return self.name.upper()


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class More(Ours[str]):
    """One with a field more."""

    more: int = 0


@frozen.dataclass(frozen=True, slots=True)
class Placed:
    """One that takes its values in order."""

    one: int
    two: int = 2

    def __repr__(self) -> str:
        """A method of its own, which is kept."""
        return "mine"


def _both(**values: object) -> tuple[Any, Any]:
    return Ours(**values), Whole(**values)


def test_it_says_what_it_holds() -> None:
    """In the words of the standard library."""
    ours, whole = _both(name="a", value=1)
    assert repr(ours) == repr(whole).replace("Whole", "Ours")
    assert ours.shout == "A"
    assert repr(Placed(1)) == "mine"
    assert (Placed(1).two, Placed(1, 3).two) == (2, 3)


def test_it_is_equal_to_what_holds_the_same() -> None:
    """And has its hash, its order, and its way with what does not count."""
    one, two = Ours(name="a", value=1, made={"x": 1}), Ours(name="a", value=1)
    assert one == two
    assert hash(one) == hash(two)
    assert one != Ours(name="b", value=1)
    assert one != Whole(name="a", value=1)
    assert {one, two} == {one}
    assert one < Ours(name="b", value=1)
    assert min([Ours(name="b", value=1), one]) is one
    assert one.made == {"x": 1}
    assert two.made == {}


def test_it_cannot_be_changed() -> None:
    """Neither by setting nor by deleting, and it has no room for anything else."""
    ours = Ours(name="a", value=1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        ours.name = "b"  # type: ignore[misc]  # because it is what is tried
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del ours.name  # type: ignore[misc]  # because it is what is tried
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize(
    "values", [{}, {"name": "a"}, {"name": "a", "value": 1, "no": 2}], ids=["none", "few", "other"]
)
def test_it_refuses_what_does_not_fit(values: dict[str, Any]) -> None:
    """With the same words."""
    said = []
    for kind in (Ours, Whole):
        with pytest.raises(TypeError) as error:
            kind(**values)
        said.append(str(error.value).removeprefix(f"{kind.__name__}."))
    assert said[0] == said[1]


def test_the_standard_library_knows_it() -> None:
    """For all that it offers."""
    ours = Ours(name="a", value=1)
    assert is_dataclass(Ours)
    assert [one.name for one in fields(ours)] == ["name", "value", "extra", "made"]
    assert astuple(ours) == ("a", 1, (), {})
    assert replace(ours, name="b") == Ours(name="b", value=1)
    assert (Ours.__slots__, Ours.__match_args__) == (Whole.__slots__, Whole.__match_args__)


def test_it_goes_to_another_process_and_comes_back() -> None:
    """Whole, and as frozen as before."""
    ours = Ours(name="a", value=1, made={"x": 1})
    for copy in (pickle.loads(pickle.dumps(ours)), deepcopy(ours)):  # noqa: S301 because it is our own
        assert (copy, copy.made) == (ours, {"x": 1})


def test_one_may_stand_on_another() -> None:
    """The fields of both, in order; and each its own methods."""
    more = More(name="a", value="x", more=1)
    assert (more.name, more.more) == ("a", 1)
    assert repr(more) == "More(name='a', value='x', extra=(), more=1)"
    assert more != Ours(name="a", value="x")
    assert more == replace(more)


def test_the_many_are_made_as_the_few() -> None:
    """Of a class with many values, the constructor is one with a parameter for each field."""

    @frozen.dataclass(frozen=True, slots=True, kw_only=True)
    class Leaf:
        name: str
        size: int = 1
        parts: list[int] = field(default_factory=list)

    leaves = [Leaf(name=str(number)) for number in range(3 * frozen._OFTEN)]
    assert [leaf.name for leaf in leaves] == [str(number) for number in range(len(leaves))]
    assert {leaf.size for leaf in leaves} == {1}
    assert leaves[0].parts is not leaves[1].parts
    assert leaves[-1].parts is not leaves[-2].parts
    assert leaves[0] == replace(leaves[-1], name="0")
    assert "construct" not in Leaf.__init__.__qualname__
    with pytest.raises(TypeError, match="no_such"):
        Leaf(name="x", no_such=1)  # type: ignore[call-arg]  # because it is what is tried


def test_another_kind_of_dataclass_is_not_for_here() -> None:
    """One that can be changed has its own decorator."""
    with pytest.raises(TypeError, match="standard library"):
        frozen.dataclass(frozen=False, slots=True)
