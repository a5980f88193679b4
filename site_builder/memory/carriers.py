"""Which pages carry the whole body of a text, and what those pages were made from.

When nothing of a text has changed but the words of its body, these pages are all that changes
(``build/short_way.py``). So their Views are kept, each as it was spelled for its fingerprint, which
proves it whole; and of each text, which pages they are. What is damaged, or carries a body in a
kind of View that is not known here, is answered with None: then everything is planned anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from site_builder.memory.codec import encode
from site_builder.memory.fingerprint import Fingerprints, digest_bytes, join
from site_builder.memory.spelled import read_spelling
from site_builder.memory.store import PageFact, Store, checksum
from site_builder.model.bodies import bodies
from site_builder.model.data_view import FeedView
from site_builder.model.list_view import ListView
from site_builder.model.route import Form, Route
from site_builder.model.view import SideBySideView, TextView

_KINDS: Mapping[str, type[TextView | SideBySideView | ListView | FeedView]] = {
    kind.__name__: kind for kind in (TextView, SideBySideView, ListView, FeedView)
}


class Carrier(NamedTuple):
    """A page that carries the body of a text."""

    address: str
    language: str
    form: str
    template: str
    owner: str
    kind: str
    """Name of the View's class."""
    view: str
    """The View as ``fingerprint.py`` spells it."""


class Shown(NamedTuple):
    """What a run made pages of."""

    source: str
    """SHA-256 of the bytes of a text."""
    body: str
    """Digest of its body."""


class Carried(NamedTuple):
    """What was known of a text when the last run ended."""

    shown: Shown
    outputs: tuple[str, ...]
    """Output paths of the pages that carry it."""


def carries(route: Route) -> bool:
    """Whether the page carries the body of a text."""
    return next(bodies(route.view), None) is not None


def carrier(route: Route, spelled: str) -> Carrier:
    """What to keep of ``route``, which carries a body and whose View is ``spelled``."""
    kind = type(route.view).__name__
    return Carrier(
        route.address, route.language, route.form, route.template, route.owner, kind, spelled
    )


class Carriers:
    """The carriers of one site in one scope."""

    def __init__(self, store: Store, scope: str) -> None:
        self._store = store
        self._scope = scope

    def keep(self, made: Mapping[str, Carrier | None]) -> None:
        """Put what was ``made`` in the place of what was kept under the same output path."""
        self.drop(output for output, one in made.items() if one is None)
        self._store.write(
            "INSERT OR REPLACE INTO carriers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(self._scope, output, *one) for output, one in made.items() if one is not None],
        )

    def drop(self, outputs: Iterable[str]) -> None:
        """Forget the pages at these output paths."""
        self._store.write(
            "DELETE FROM carriers WHERE scope = ? AND output = ?",
            [(self._scope, output) for output in outputs],
        )

    def set_apart(self, spellings: Mapping[str, str]) -> None:
        """Remember what stands in kept Views by its digest, and nothing else."""
        query = "SELECT digest FROM apart WHERE scope = ?"
        before = {digest for (digest,) in self._store.read(query, (self._scope,))}
        self._store.write(
            "INSERT INTO apart VALUES (?, ?, ?)",
            [(self._scope, one, spellings[one]) for one in spellings.keys() - before],
        )
        self._store.write(
            "DELETE FROM apart WHERE scope = ? AND digest = ?",
            [(self._scope, one) for one in before - spellings.keys()],
        )

    def set_carried(self, texts: Mapping[str, Shown], routes: Sequence[Route]) -> None:
        """Remember for each of ``texts``, by path, which ``routes`` carry it."""
        outputs: dict[str, list[str]] = defaultdict(list)
        for route in routes:
            for digest in {body.digest for body in bodies(route.view)}:
                outputs[digest].append(route.output)
        after = {path: _row(one, outputs.get(one.body, [])) for path, one in texts.items()}
        query = "SELECT path, source, body, outputs, sum FROM carried WHERE scope = ?"
        before = {path: tuple(row) for path, *row in self._store.read(query, (self._scope,))}
        self._write_carried({one: row for one, row in after.items() if before.get(one) != row})
        self._store.write(
            "DELETE FROM carried WHERE scope = ? AND path = ?",
            [(self._scope, path) for path in before.keys() - after.keys()],
        )

    def carried(self, path: str) -> Carried | None:
        """What was known of the text at ``path``; None when nothing is."""
        query = "SELECT source, body, outputs, sum FROM carried WHERE scope = ? AND path = ?"
        for source, body, outputs, known in self._store.read(query, (self._scope, path)):
            if checksum(f"{source} {body} {outputs}") == known:
                return Carried(Shown(source, body), tuple(json.loads(outputs)))
        return None

    def move(self, path: str, carried: Carried) -> None:
        """The text at ``path`` has another body now, on the same pages."""
        self._write_carried({path: _row(*carried)})

    def is_alone(self, digest: str) -> bool:
        """Whether one text only has the body that ``digest`` names."""
        query = "SELECT COUNT(*) FROM carried WHERE scope = ? AND body = ?"
        return self._store.read(query, (self._scope, digest)) == [(1,)]

    def route(self, output: str, page: PageFact) -> Route | None:
        """The Route of the ``page`` at ``output``; None where it is not known for certain."""
        query = (
            "SELECT address, language, form, template, owner, kind, view FROM carriers"
            " WHERE scope = ? AND output = ?"
        )
        for row in self._store.read(query, (self._scope, output)):
            one = Carrier(*row)
            prints = Fingerprints()
            spelled = (prints.spell(one.form), prints.spell(one.template), one.view)
            if one.kind not in _KINDS or join(spelled) != page.view:
                return None
            return Route(
                address=one.address,
                output=output,
                language=one.language,
                form=Form(one.form),
                template=one.template,
                view=read_spelling(_KINDS[one.kind], one.view, self._apart),
                owner=one.owner,
            )
        return None

    def _apart(self, digest: str) -> str:
        query = "SELECT text FROM apart WHERE scope = ? AND digest = ?"
        for (text,) in self._store.read(query, (self._scope, digest)):
            if digest_bytes(text.encode("utf-8", "surrogatepass")) == digest:
                return str(text)
        raise KeyError(digest)

    def _write_carried(self, rows: Mapping[str, tuple[str, ...]]) -> None:
        self._store.write(
            "INSERT OR REPLACE INTO carried VALUES (?, ?, ?, ?, ?, ?)",
            [(self._scope, path, *row) for path, row in rows.items()],
        )


def _row(shown: Shown, outputs: Sequence[str]) -> tuple[str, ...]:
    listed = encode(outputs)
    return *shown, listed, checksum(f"{shown.source} {shown.body} {listed}")
