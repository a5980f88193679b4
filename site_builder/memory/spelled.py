"""Values from their spellings: the way back from ``fingerprint.py``.

A spelling is a Python literal with the names of our own classes in it. It is taken apart as text,
never run: what is no literal and no class that the wanted type can hold is refused. So is what a
builder would not have spelled and would take much time or memory: a spelling that is too long, one
that is nested too deeply, and what stands elsewhere within what stands elsewhere.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from site_builder.memory.fingerprint import STANDS_FOR, shape_of
from site_builder.model.hints import hints_of

_LONGEST = 1_000_000
"""Characters. Taken apart, each can take 150 bytes; the View of a long text has a few thousand."""
_T = TypeVar("_T")


def read_spelling(kind: type[_T], spelling: str, stands_for: Callable[[str], str]) -> _T:
    """The value of type ``kind`` with that ``spelling``.

    ``stands_for`` gives the spelling that a digest stands for. Raises ValueError, TypeError,
    KeyError or SyntaxError where the spelling is not one of such a value.
    """
    wanted: Any = kind
    try:
        value = _Reader(_classes(wanted), stands_for).read(_taken_apart(spelling), kind)
    except (RecursionError, MemoryError):
        raise ValueError("nested too deeply") from None
    if not isinstance(value, kind):
        raise TypeError(f"not a {kind.__name__}")
    return value


class _Reader:
    def __init__(self, classes: Mapping[str, type], stands_for: Callable[[str], str]) -> None:
        self._classes = classes
        self._stands_for = stands_for
        self._elsewhere: dict[str, Any] = {}
        self._is_elsewhere = False

    def read(self, node: ast.expr, hint: Any) -> Any:
        match node:
            case ast.Call():
                return self._dataclass(node)
            case ast.Subscript(slice=ast.List(elts=rows)):
                kind = self._classes[ast.unparse(node.value)]
                return tuple(_filled(kind, ast.literal_eval(row)) for row in rows)
            case ast.Name(id=name) if name.startswith(STANDS_FOR):
                return self._read_elsewhere(name.removeprefix(STANDS_FOR), hint)
            case ast.Tuple(elts=items):
                return tuple(self.read(item, _item(hint)) for item in items)
            case ast.Dict(keys=keys, values=values):
                return {
                    ast.literal_eval(key): self.read(value, _item(hint))
                    for key, value in zip(keys, values, strict=True)
                    if key is not None
                }
        value = ast.literal_eval(node)
        kinds = [one for one in _members(hint) if isinstance(one, type) and issubclass(one, Enum)]
        return kinds[0](value) if kinds and value is not None else value

    def _read_elsewhere(self, digest: str, hint: Any) -> Any:
        """What a digest stands for: read once, however often it is named."""
        if self._is_elsewhere:
            raise ValueError("what stands elsewhere stands there whole")
        if digest not in self._elsewhere:
            self._is_elsewhere = True
            self._elsewhere[digest] = self.read(_taken_apart(self._stands_for(digest)), hint)
            self._is_elsewhere = False
        return self._elsewhere[digest]

    def _dataclass(self, node: ast.Call) -> Any:
        kind = self._classes[ast.unparse(node.func)]
        shape, hints = shape_of(kind), hints_of(kind)
        if shape is None:
            raise TypeError(f"{kind.__name__} has no shape")
        plain, *rich = node.args
        values = {
            name: self.read(part, hints[name])
            for name, part in zip(shape.rich_names, rich, strict=True)
        }
        return _filled(kind, ast.literal_eval(plain), values)


def _taken_apart(spelling: str) -> ast.expr:
    if len(spelling) > _LONGEST:
        raise ValueError("too long")
    return ast.parse(spelling, mode="eval").body


def _filled(kind: type, plain: Any, rich: Mapping[str, Any] | None = None) -> Any:
    """A value of ``kind`` from its plain fields, as ``repr`` spelled them together, and others."""
    shape = shape_of(kind)
    if shape is None:
        raise TypeError(f"{kind.__name__} has no shape")
    names = shape.plain_names
    # Of one field alone, its value was spelled, and no tuple around it.
    given = plain if len(names) > 1 else (plain,) if names else ()
    return kind(**dict(zip(names, given, strict=True)), **(rich or {}))


@cache
def _classes(kind: type) -> Mapping[str, type]:
    """Name → every dataclass that a value of type ``kind`` can hold, itself among them."""
    found: dict[str, type] = {}
    waiting: list[Any] = [kind]
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        shape = shape_of(one) if isinstance(one, type) else None
        if shape is not None and shape.name not in found:
            found[shape.name] = one
            waiting += hints_of(one).values()
    return found


def _members(hint: Any) -> tuple[Any, ...]:
    """The members of a union; of any other hint, itself."""
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _item(hint: Any) -> Any:
    """What the items of a tuple, or the values of a mapping, are hinted to be."""
    for one in _members(hint):
        inner = get_args(one)
        if inner:
            return inner[0] if get_origin(one) is tuple else inner[-1]
    return None
