"""Where in a View the bodies of texts are, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args

from site_builder.model.hints import hints_of
from site_builder.model.view import BodyView

_V = TypeVar("_V")


def bodies(value: object) -> Iterator[BodyView]:
    """Every body in a View, in the order of its fields."""
    if isinstance(value, BodyView):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from bodies(item)
    else:
        kind: Any = type(value)
        for name in _holders(kind):
            yield from bodies(getattr(value, name))


def with_body(value: _V, before: str, after: str) -> _V:
    """The same View with the body named ``after`` wherever the one named ``before`` was."""
    changed: Any = value
    kind: Any = type(value)
    if isinstance(value, BodyView):
        changed = replace(value, digest=after) if value.digest == before else value
    elif isinstance(value, tuple):
        changed = tuple(with_body(item, before, after) for item in value)
    elif names := _holders(kind):
        own = {name: with_body(getattr(value, name), before, after) for name in names}
        changed = replace(changed, **own)
    same: _V = changed
    return same


@cache
def _holders(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass in which a body is, or something that has one."""
    if not is_dataclass(kind):
        return ()
    hints = hints_of(kind)
    return tuple(one.name for one in fields(kind) if _holds_body(hints[one.name]))


def _holds_body(hint: Any) -> bool:
    if hint is BodyView:
        return True
    inner = get_args(hint)
    if inner:
        return any(map(_holds_body, inner))
    return isinstance(hint, type) and bool(_holders(hint))
