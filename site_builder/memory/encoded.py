"""Encoded pictures by what they are made of, so that none is encoded twice.

Encoding is the slowest thing a build does. What was encoded is kept in a folder of the memory, each
file named by the fingerprint of its View, which holds the digest of the source and all that shapes
the version. So neither a renamed text, nor an output folder that was deleted, nor the preview
encodes anew. A file begins with the digest of what follows: what was damaged is made again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from site_builder.memory.fingerprint import Fingerprints, digest_bytes
from site_builder.memory.store import Store
from site_builder.model.route import Form, Route
from site_builder.problems import Outcome

_DIGEST = 64
"""Bytes of a digest in hex."""


class EncodedImages:
    """The encoded pictures of one site; each scope says which of them it needs."""

    def __init__(self, store: Store, scope: str, folder: Path, *, forget: bool) -> None:
        self._store = store
        self._scope = scope
        self._folder = folder
        self._forget = forget

    def around(
        self, render: Callable[[Route], Outcome[bytes]]
    ) -> Callable[[Route], Outcome[bytes]]:
        """``render``, but pictures that were encoded before are recalled."""

        def recalled(route: Route) -> Outcome[bytes]:
            if route.form is not Form.IMAGE:
                return render(route)
            path = self._folder / _key(route)
            known = None if self._forget else _read(path)
            if known is not None:
                return Outcome(value=known)
            outcome = render(route)
            if outcome.value is not None:
                _keep(path, outcome.value)
            return outcome

        return recalled

    def prune(self, routes: Iterable[Route]) -> None:
        """Forget what neither these ``routes`` nor the last run of another scope need."""
        needed = {_key(route) for route in routes if route.form is Form.IMAGE}
        mine = "SELECT key FROM encoded WHERE scope = ?"
        before = {key for (key,) in self._store.read(mine, (self._scope,))}
        self._store.write(
            "INSERT INTO encoded VALUES (?, ?)", [(self._scope, key) for key in needed - before]
        )
        self._store.write(
            "DELETE FROM encoded WHERE scope = ? AND key = ?",
            [(self._scope, key) for key in before - needed],
        )
        if needed != before:
            self._store.commit()
            kept = {key for (key,) in self._store.read("SELECT key FROM encoded", ())}
            with suppress(OSError), os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name not in kept:
                        Path(entry.path).unlink(missing_ok=True)


def _key(route: Route) -> str:
    return Fingerprints().of(route.view)


def _read(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    known, rest = data[:_DIGEST], data[_DIGEST:]
    return rest if digest_bytes(rest).encode() == known else None


def _keep(path: Path, data: bytes) -> None:
    # Without it the picture is only encoded again; half a file is known by its digest.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(digest_bytes(data).encode() + data)
