"""Dataclasses whose methods are made when they are first asked for.

Nine tenths of the time it takes to define a frozen dataclass go into writing and compiling its
methods. The builder has two hundred of them, and the edit of a text makes values of a third. Here
the standard library defines the fields and the slots at once, and each method when it is needed;
from then on the class has the very method that it would have had.

For whoever checks types this is ``dataclasses.dataclass``, frozen and with slots.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_METHODS = ("__init__", "__repr__", "__eq__", "__hash__")
_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False
    ) -> Callable[[type], type]:
        """As the standard library's; ``frozen`` and ``slots`` are said for those who read."""
        if not (frozen and slots):
            raise TypeError("other dataclasses are the standard library's own")
        return lambda kind: _late(kind, kw_only=kw_only, order=order)


def _late(kind: Any, *, kw_only: bool, order: bool) -> Any:
    own = vars(kind)
    define = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    made: Any = define(kind)
    for name in (*_METHODS, *(_ORDER if order else ())):
        if name not in own:
            setattr(made, name, _first(made, name))
    made.__setattr__ = _refuse_to_set
    made.__delattr__ = _refuse_to_delete
    made.__getstate__ = _state
    made.__setstate__ = _restore
    return made


def _first(kind: type, name: str) -> Callable[..., Any]:
    """What stands for a method until it is called for the first time."""

    def first(self: Any, *values: Any, **named: Any) -> Any:
        method = _method(kind, name)
        setattr(kind, name, method)
        return method(self, *values, **named)

    return first


def _method(kind: Any, name: str) -> Callable[..., Any]:
    """The method as the standard library makes it for a class with the same fields."""
    parts = [
        (
            one.name,
            one.type,
            dataclasses.field(
                default=one.default,
                default_factory=one.default_factory,
                init=one.init,
                repr=one.repr,
                hash=one.hash,
                compare=one.compare,
                kw_only=one.kw_only,
            ),
        )
        for one in fields(kind)
    ]
    same = dataclasses.make_dataclass(
        kind.__name__,
        parts,
        init=name == "__init__",
        repr=name == "__repr__",
        eq=name not in {"__init__", "__repr__"},
        order=name in _ORDER,
        frozen=True,
    )
    method: Callable[..., Any] = vars(same)[name]
    method.__qualname__ = f"{kind.__qualname__}.{name}"
    return method


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
