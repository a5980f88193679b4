"""Frozen dataclasses to JSON and back, driven by their type hints.

A dataclass becomes the list of its fields, so the shape of the model is part of the format: facts
are kept under a stamp that another builder does not share.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from site_builder.model.hints import hints_of

T = TypeVar("T")

_Decoder = Callable[[Any], Any]
_SCALARS = frozenset({str, int, float, bool, NoneType})
_COMMON = frozenset({"attribute", "kind", "path", "rule"})
"""Fields with the same few words in many values: each word is held once."""


def encode(value: object) -> str:
    """Spell a value made of dataclasses, tuples, string-keyed mappings and scalars as JSON."""
    return _ENCODER.encode(value)


def decode(hint: type[T], text: str) -> T:
    """Rebuild a value of type ``hint``; raises ValueError, TypeError, KeyError or IndexError."""
    decoder: _Decoder = _decoder(hint)  # type: ignore[arg-type]  # because every hint used here is hashable
    value: T = decoder(json.loads(text))
    return value


def _plain(value: object) -> object:
    kind: Any = type(value)
    return _way(kind)(value)


# What JSON has, it spells without asking, however deep in a value it is.
_ENCODER = json.JSONEncoder(
    default=_plain, ensure_ascii=False, separators=(",", ":"), check_circular=False
)


@cache
def _way(kind: Any) -> Callable[[Any], object]:
    """How values of a type that JSON has not are made ones that it has, as far as themselves go.

    Raises TypeError for a type that cannot be remembered.
    """
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, Mapping):
        return dict
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} cannot be remembered")
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


@cache
def _decoder(hint: Any) -> _Decoder:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(args)
    if origin is Literal:
        return sys.intern if {*map(type, args)} == {str} else _same
    if origin is tuple:
        return _tuple(args)
    if origin is not None and issubclass(origin, Mapping):
        item = _decoder(args[1])
        return lambda data: {key: item(value) for key, value in data.items()}
    kind = origin or hint
    if is_dataclass(kind):
        return _dataclass(kind, args)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind in _SCALARS:
        return _same
    raise TypeError(f"{hint} cannot be remembered")


def _same(data: Any) -> Any:
    return data


def _union(args: tuple[Any, ...]) -> _Decoder:
    rich = [arg for arg in args if arg not in _SCALARS]
    if not rich:
        return _same
    # Beside None and scalars a union of the model has one rich member; lists are its data.
    inner = _decoder(rich[0])
    return lambda data: inner(data) if isinstance(data, (list, dict)) else data


def _tuple(args: tuple[Any, ...]) -> _Decoder:
    if len(args) == 2 and args[1] is Ellipsis:  # noqa: PLR2004 because tuple[X, ...] has two arguments
        item = _decoder(args[0])
        return tuple if item is _same else lambda data: tuple(map(item, data))
    items = [_decoder(arg) for arg in args]
    return lambda data: tuple(one(value) for one, value in zip(items, data, strict=True))


def _dataclass(kind: Any, args: tuple[Any, ...]) -> _Decoder:
    bound = dict(zip(getattr(kind, "__parameters__", ()), args, strict=False))
    hints = hints_of(kind)
    names = [field.name for field in fields(kind)]
    decoders = [_decoder(_substitute(hints[name], bound)) for name in names]
    # A site of thousands of texts is hundreds of thousands of values, and filling a slot takes half
    # the time of a call with keywords. All checks that a constructor makes were made when it was
    # remembered: shapes of the model have no other.
    slots = [getattr(kind, name).__set__ for name in names]
    decoders = [
        sys.intern if hints[name] is str and name in _COMMON else decoder
        for name, decoder in zip(names, decoders, strict=True)
    ]
    parts = tuple(
        (put, None if decoder is _same else decoder)
        for put, decoder in zip(slots, decoders, strict=True)
    )
    count, new = len(parts), object.__new__

    def rebuild(data: Any) -> Any:
        if len(data) != count:
            raise ValueError(f"{kind.__name__} has another shape now")
        value = new(kind)
        for (put, part), item in zip(parts, data):  # noqa: B905 because their lengths are equal
            put(value, item if part is None else part(item))
        return value

    return rebuild


def _substitute(hint: Any, bound: Mapping[Any, Any]) -> Any:
    if hint in bound:
        return bound[hint]
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(bound[one] for one in parameters)] if parameters else hint
