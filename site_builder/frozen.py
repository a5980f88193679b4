"""Dataclasses that cost little to define.

Nine tenths of the time it takes to define a frozen dataclass go into writing and compiling its
methods. The builder has two hundred such classes, and the edit of a text makes a few values of a
third of them. Here the standard library defines fields and slots; what compares and shows values is
the same few lines for all classes; and a constructor with a parameter for each field is written for
a class of which many values are made.

For whoever checks types this is ``dataclasses.dataclass``, frozen and with slots. It offers neither
``__post_init__`` nor fields that are no parameter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_OFTEN = 60
"""Values; to make more of a class without a constructor of its own costs more than to write one."""

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False
    ) -> Callable[[type], type]:
        """As the standard library's; ``frozen`` and ``slots`` are said for those who read."""
        if not (frozen and slots):
            raise TypeError("other dataclasses are the standard library's own")
        return lambda kind: _defined(kind, kw_only=kw_only, order=order)


def _defined(kind: Any, *, kw_only: bool, order: bool) -> Any:
    own = {*vars(kind)}
    define = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    made: Any = define(kind)
    compared = tuple(one.name for one in fields(made) if one.compare)
    methods = {
        "__init__": _constructor(made),
        "__repr__": _shown,
        **_comparison(_values(compared), order=order),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    for name in methods.keys() - own:
        setattr(made, name, methods[name])
    return made


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """A function that gives all attributes of these names at once."""
    return attrgetter(*names) if names else lambda _: ()


def _comparison(values: Callable[[Any], Any], *, order: bool) -> dict[str, Callable[..., Any]]:
    def equal(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def less(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) < values(other)

    methods: dict[str, Callable[..., Any]] = {"__eq__": equal, "__hash__": _hash_of(values)}
    return methods | {"__lt__": less} if order else methods


def _hash_of(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


def _constructor(kind: Any) -> Callable[..., None]:
    """What makes a value field by field, until so many were made that it pays to write more."""
    made = 0

    def construct(self: Any, *values: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        if made > _OFTEN or values or not _fill(self, named):
            # It also says, as it should be said, what does not fit.
            kind.__init__ = _written_constructor(kind)
            kind.__init__(self, *values, **named)

    return construct


def _fill(value: Any, named: dict[str, Any]) -> bool:
    """Set each field of a new value; whether what was ``named`` are just its parameters."""
    given = 0
    for one in fields(value):
        if one.name in named:
            given += 1
            part = named[one.name]
        elif one.default is not MISSING:
            part = one.default
        elif one.default_factory is not MISSING:
            part = one.default_factory()
        else:
            return False
        object.__setattr__(value, one.name, part)
    return given == len(named)


def _written_constructor(kind: Any) -> Callable[..., None]:
    """A constructor with every field as its parameter.

    It does what the standard library's does, and takes a fifth of the time to write and two thirds
    to call: each slot is filled by what the class has for it, and none looked for by its name.
    """
    known: dict[str, object] = {}
    ordered, lines = ["self"], []
    named: list[str] = []
    for at, one in enumerate(fields(kind)):
        known[f"_put_{at}"] = getattr(kind, one.name).__set__
        known[f"_default_{at}"], value = one.default, one.name
        if one.default_factory is not MISSING:
            known[f"_make_{at}"] = one.default_factory
            value = f"_make_{at}() if {value} is _default_{at} else {value}"
        is_needed = one.default is one.default_factory is MISSING
        parameters = named if one.kw_only else ordered
        parameters.append(one.name if is_needed else f"{one.name}=_default_{at}")
        lines.append(f"    _put_{at}(self, {value})")
    listed = ", ".join([*ordered, *(["*", *named] if named else ())])
    exec("\n".join([f"def __init__({listed}):", *(lines or ["    pass"])]), known)  # noqa: S102 because all that is in it are names of fields
    written: Any = known["__init__"]
    written.__qualname__ = f"{kind.__qualname__}.__init__"
    return written  # type: ignore[no-any-return]  # because it was just written


def _shown(self: Any) -> str:
    parts = [f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr]
    return f"{self.__class__.__qualname__}({', '.join(parts)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
