"""Digests of values: equal exactly when the values are.

A value is spelled field by field, in the form of a Python literal that ``spelled.py`` reads again.
What the type hints say is text, number or a tuple of such is spelled by one ``repr`` in one go;
what many Views share (``SHARED``) is spelled once and then known by its identity, and the frame of
a language (``APART``) stands in the spelling by its digest alone. So a page costs as much as what
is its own. Where nobody reads a spelling again, the posts of a list stand there so too (``BRIEF``),
and of each a digest is known instead of two kilobytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from site_builder.frozen import dataclass
from site_builder.model.hints import hints_of
from site_builder.model.hiring import Profile
from site_builder.model.language import Language
from site_builder.model.picture import PictureView
from site_builder.model.view import Alternate, ChromeView, EntryView, LinkView

SHARED: frozenset[type] = frozenset(
    {Alternate, ChromeView, EntryView, Language, LinkView, PictureView, Profile}
)
"""What is one object in many Views."""
APART: frozenset[type] = frozenset({ChromeView, Profile})
"""What is too large to be spelled out in every View that has it."""
BRIEF: frozenset[type] = frozenset({EntryView})
"""What else stands by its digest in a spelling that nobody reads again."""

_MAKES_PAGES = (".py", ".json")
"""Endings of the builder's own files that no View tells of: code, and how languages are spelled."""
STANDS_FOR = "_"
"""What begins the name of a spelling that stands elsewhere; a digest follows."""
_PLAIN: frozenset[type] = frozenset({str, int, float, bool, NoneType})


class Fingerprints:
    """Makes digests of frozen values, and each shared part of them only once."""

    def __init__(self, *, is_brief: bool = False) -> None:
        """``is_brief``: nobody reads these spellings again."""
        # A part is known by its identity; holding it keeps its id from being used again.
        self._known: dict[int, tuple[object, str]] = {}
        self._brief = BRIEF if is_brief else frozenset[type]()
        self.apart: dict[str, str] = {}
        """Digest → the spelling for which it stands, where it may be wanted."""

    def spell(self, value: object) -> str:
        """The spelling of a value, equal exactly when the value is."""
        return self._spell(value)

    def of(self, *values: object) -> str:
        """The SHA-256, in hex, of ``values`` in order."""
        return join(map(self._spell, values))

    def _spell(self, value: object) -> str:
        kind: Any = type(value)
        if kind in _PLAIN:
            return repr(value)
        if isinstance(value, tuple):
            return self._tuple(value)
        shape = shape_of(kind)
        if shape is not None:
            return self._shared(value, shape) if kind in SHARED else self._fields(value, shape)
        if isinstance(value, Mapping):
            items = (f"{key!r}:{self._spell(value[key])}" for key in sorted(value))
            return f"{{{','.join(items)}}}"
        if isinstance(value, Enum):
            return repr(value.value)
        raise TypeError(f"{kind.__name__} has no fingerprint")

    def _tuple(self, values: tuple[object, ...]) -> str:
        if not values:
            return "()"
        kind: Any = type(values[0])
        shape = None if kind in _PLAIN or kind in SHARED else shape_of(kind)
        if shape and not shape.has_rich and {*map(type, values)} == {kind}:
            # One repr spells them all; no other spelling has brackets.
            return f"{shape.name}[{[*map(shape.plain, values)]!r}]"
        return f"({','.join(self._each(values))},)"

    def _shared(self, value: object, shape: Shape) -> str:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        text = self._fields(value, shape)
        if type(value) in APART:
            digest = _sha256(text)
            self.apart[digest] = text
            text = f"{STANDS_FOR}{digest}"
        elif type(value) in self._brief:
            text = f"{STANDS_FOR}{_sha256(text)}"
        self._known[id(value)] = (value, text)
        return text

    def _fields(self, value: object, shape: Shape) -> str:
        plain = f"{shape.name}({shape.plain(value)!r}"
        if not shape.has_rich:
            return f"{plain})"
        return f"{plain},{','.join(self._each(shape.rich(value)))})"

    def _each(self, values: Iterable[object]) -> list[str]:
        # What is known under an id is held, so nothing else can have that id.
        recall, spelled = self._known.get, []
        for value in values:
            known = recall(id(value))
            spelled.append(self._spell(value) if known is None else known[1])
        return spelled


@dataclass(frozen=True, slots=True)
class Shape:
    """How a dataclass is spelled: ``name(plain fields,rich field,rich field)``."""

    name: str
    plain_names: tuple[str, ...]
    plain: Callable[[Any], object]
    """Gives all fields that ``repr`` spells alone, at once."""
    rich_names: tuple[str, ...]
    rich: Callable[[Any], tuple[object, ...]]
    """Gives all other fields, at once."""
    has_rich: bool


@cache
def shape_of(kind: type) -> Shape | None:
    """The shape of a dataclass; None for another type."""
    if not is_dataclass(kind):
        return None
    hints = hints_of(kind)
    names = [field.name for field in fields(kind)]
    plain = [name for name in names if _is_plain(hints[name])]
    rich = [name for name in names if name not in plain]
    return Shape(
        name=f"{kind.__module__}.{kind.__qualname__}",
        plain_names=tuple(plain),
        plain=attrgetter(*plain) if plain else lambda _: None,
        rich_names=tuple(rich),
        rich=attributes(rich),
        has_rich=bool(rich),
    )


def attributes(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives all attributes of these names at once, however many they are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _is_plain(hint: object) -> bool:
    """Whether ``repr`` of what this hint describes says all of it."""
    if hint in _PLAIN or get_origin(hint) is Literal:
        return True
    if get_origin(hint) in {Union, UnionType, tuple}:
        return all(one is Ellipsis or _is_plain(one) for one in get_args(hint))
    return False


def join(spellings: Iterable[str]) -> str:
    """The digest of values that were spelled, as :meth:`Fingerprints.of` gives it."""
    return _sha256("\x1f".join(spellings))


def digest_bytes(data: bytes) -> str:
    """The SHA-256 of ``data``, in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_code(package: Path) -> str:
    """A digest of all Python code and data below ``package``: others may make other pages."""
    digest = hashlib.sha256()
    files = [f"{at}/{name}" for at, _, names in os.walk(package) for name in names]
    for file in sorted(file for file in files if file.endswith(_MAKES_PAGES)):
        # There are hundreds, and this is on the way to the first text: no buffer, no Path.
        with open(file, "rb", buffering=0) as code:  # noqa: PTH123 because a Path takes as long
            digest.update(code.read())
    return digest.hexdigest()[:16]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
