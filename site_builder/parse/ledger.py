"""``translations.lock``, read and spelled: one line a translation, sorted by path.

    # From which text of its original each translation was made. …
    6f1c9d02ab34e578  content/posts/2026-01-02-hello-es.md

Lines that two branches add are merged by git like any other text, and what a merge leaves behind
is found here. See docs/decisions/0011-the-form-of-translations-lock.md.
"""

from __future__ import annotations

from site_builder.model.ledger import LEDGER, MARK_LENGTH, Ledger, ledger_path
from site_builder.parse.encoding import read_text
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem, has_errors

HEAD = (
    "# From which text of its original each translation was made."
    " Commit this file; `site-builder status --accept` writes it.\n"
)
_MARK = late(rf"[0-9a-f]{{{MARK_LENGTH}}}(?![^ ])")
_CONFLICT = late(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_GAP = 2
"""Spaces between mark and path, as in the lists of sha256sum."""


def read_ledger(data: bytes) -> Outcome[Ledger]:
    """Read the file strictly; without a value when anything in it is not understood.

    Problems: ``bad-ledger`` for each such line, ``bad-encoding``, ``size-limit``.
    """
    if not data.strip():
        return Outcome(value=Ledger())
    outcome = read_text(data, LEDGER)
    if outcome.value is None:
        return Outcome(value=None, problems=outcome.problems)
    made_from: dict[str, str] = {}
    seen: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(outcome.value.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        problem = _line_fault(line, number)
        path = ledger_path(line[MARK_LENGTH + _GAP :])
        if problem is None and path in seen:
            problem = _bad(
                number, MARK_LENGTH + _GAP + 1, f"{path} stands in line {seen[path]} already"
            )
        if problem is not None:
            problems.append(problem)
            continue
        seen[path] = number
        made_from[path] = line[:MARK_LENGTH]
    value = None if has_errors(problems) else Ledger(made_from=made_from)
    return Outcome(value=value, problems=tuple(problems))


def spell_ledger(ledger: Ledger) -> bytes:
    """The file that :func:`read_ledger` understands."""
    gap = " " * _GAP
    lines = (f"{made_from}{gap}{path}\n" for path, made_from in sorted(ledger.made_from.items()))
    return "".join((HEAD, *lines)).encode()


def _line_fault(line: str, number: int) -> Problem | None:
    if _CONFLICT.match(line):
        return _bad(
            number,
            1,
            "a merge was left unfinished here",
            "keep the lines of both sides, one for each translation, and delete the marks",
        )
    if not _MARK.match(line):
        return _bad(number, 1, f"a line begins with {MARK_LENGTH} digits from 0 to f")
    path = line[MARK_LENGTH:]
    if not path.startswith(" " * _GAP) or not path[_GAP:].strip() or path[_GAP] == " ":
        return _bad(number, MARK_LENGTH + 1, "after the digits come two spaces and a path")
    return None


def _bad(number: int, column: int, message: str, hint: str = "") -> Problem:
    return Problem(
        code="bad-ledger",
        message=message,
        place=Place(path=LEDGER, line=number, column=column),
        hint=hint or "delete the line; `site-builder status --accept` writes it anew",
    )
