"""``status --accept``: someone vouches that translations say what their originals say now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from site_builder.assemble.states import standings
from site_builder.frozen import dataclass
from site_builder.inspect.status import asked_for
from site_builder.model.language import Language
from site_builder.model.ledger import LEDGER, Ledger, State, ledger_path, mark
from site_builder.model.site import Site
from site_builder.parse.ledger import spell_ledger
from site_builder.problems import Outcome, Problem
from site_builder.write.atomic import write_flushed

_TO_ACCEPT = frozenset({State.STALE, State.UNRECORDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The ledger as it should be, and what is new in it."""

    ledger: Ledger
    accepted: int
    """Translations that were stale or unrecorded before."""
    dropped: int
    """Lines about files that are gone."""


def accept(site: Site, languages: Iterable[Language], paths: Collection[str]) -> Accepted:
    """Vouch for all translations in ``languages``, or only for those that ``paths`` ask for.

    What is known of drafts and of files that could not be read is kept.
    """
    there = {ledger_path(path) for path in (*site.by_path, *site.hidden)}
    before = site.ledger.made_from
    made_from = {path: kept for path, kept in before.items() if path in there}
    dropped = len(before) - len(made_from)
    accepted = 0
    for work, found in standings(site, tuple(languages)):
        for one in asked_for(work, found, paths):
            if one.state in _TO_ACCEPT and one.document and work.original:
                made_from[ledger_path(one.document.path)] = mark(work.original)
                accepted += 1
    return Accepted(ledger=Ledger(made_from=made_from), accepted=accepted, dropped=dropped)


def save_ledger(root: Path, ledger: Ledger) -> Outcome[bool]:
    """Write ``translations.lock`` whole or not at all; True when it changed.

    Problems: ``machine`` when the disk said no; ``bad-path`` for a name with a line break, which
    the file cannot hold.
    """
    unspeakable = [path for path in ledger.made_from if not path.isprintable()]
    if unspeakable:
        message = f"{unspeakable[0]!r} cannot stand in {LEDGER}: its name holds a control character"
        problem = Problem(code="bad-path", message=message, hint="rename the file")
        return Outcome(value=None, problems=(problem,))
    try:
        return Outcome(value=write_flushed(root, LEDGER, spell_ledger(ledger)))
    except OSError as error:
        message = f"{LEDGER} cannot be written: {error.strerror or error}"
        return Outcome(value=None, problems=(Problem(code="machine", message=message),))
