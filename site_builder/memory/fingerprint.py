"""Digests of values: equal exactly when the values are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path


class Fingerprints:
    """Makes digests of frozen values, and each shared part of them only once."""

    def __init__(self) -> None:
        # A part is shared by identity; holding it keeps its id from being used again.
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, *values: object) -> str:
        """The SHA-256, in hex, of ``values`` in order."""
        return _sha256("\x1f".join(self._spell(value) for value in values))

    def shared(self, value: object) -> str:
        """As :meth:`of`, remembered for the object itself; for parts that many values hold."""
        known = self._known.get(id(value))
        if known is None:
            known = (value, self.of(value))
            self._known[id(value)] = known
        return known[1]

    def _spell(self, value: object) -> str:
        if isinstance(value, Enum):
            return repr(value.value)
        if value is None or isinstance(value, (str, int, float, bool)):
            return repr(value)
        if isinstance(value, tuple):
            return f"({','.join(map(self._spell, value))})"
        if isinstance(value, Mapping):
            items = (f"{key!r}:{self._spell(value[key])}" for key in sorted(value))
            return f"{{{','.join(items)}}}"
        if is_dataclass(value):
            parts = (
                self.shared(part) if name in _SHARED else self._spell(part)
                for name, part in ((one.name, getattr(value, one.name)) for one in fields(value))
            )
            return f"{type(value).__name__}({','.join(parts)})"
        raise TypeError(f"{type(value).__name__} has no fingerprint")


_SHARED = frozenset({"chrome", "profile"})
"""Fields whose value is one object in many Views."""


def digest_bytes(data: bytes) -> str:
    """The SHA-256 of ``data``, in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_code(package: Path) -> str:
    """A digest of all Python code below ``package``: another builder may make other pages."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
