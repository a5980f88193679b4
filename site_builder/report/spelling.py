"""How a Problem is spelled: for people, as JSON, as an annotation on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder.frozen import dataclass
from site_builder.problems import Place, Problem, Severity

_FEW = 9
"""Files that are each spoken of though the words are the same: one text in nine languages."""
_NAMED = 3
"""Other files that are named where there are more."""
_NOWHERE = Place(path="")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def folded(problems: Iterable[Problem]) -> Iterable[tuple[Problem, int]]:
    """Sorted by place; what is said of one file in the same words is said once, at the first."""
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in sorted(problems, key=_in_order):
        path = problem.place.path if problem.place else ""
        same.setdefault((path, problem.code, problem.message), []).append(problem)
    return [(found[0], len(found)) for found in same.values()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said once of one file or, in the same words, of many."""

    problem: Problem
    """The first of them."""
    times: int
    """How often in its file."""
    elsewhere: tuple[Place, ...] = ()
    """The first place in each of the other files."""


def gathered(problems: Iterable[Problem]) -> Iterable[Said]:
    """As :func:`folded`; what is said of more than a few files is said once, at the first.

    A site moved here from another generator has the same foreign key in thousands of its texts.
    """
    same: dict[tuple[str, str], list[tuple[Problem, int]]] = {}
    for problem, times in folded(problems):
        same.setdefault((problem.code, problem.message), []).append((problem, times))
    said = []
    for found in same.values():
        places = tuple(one.place for one, _ in found if one.place is not None)
        if len(places) > _FEW:
            said.append(Said(problem=found[0][0], times=found[0][1], elsewhere=places[1:]))
        else:
            said += [Said(problem=problem, times=times) for problem, times in found]
    return sorted(said, key=lambda one: _in_order(one.problem))


def others(places: Sequence[Place]) -> str:
    """The places in words, the first few by name: ``a.md:4:1, b.md:7:1, and 76 more``."""
    named = [str(place) for place in places[:_NAMED]]
    more = len(places) - len(named)
    return ", ".join([*named, *([f"and {more:,} more; --json names all"] if more else [])])


def _in_order(problem: Problem) -> tuple[Place, str, str]:
    return problem.place or _NOWHERE, problem.code, problem.message


def quote(problem: Problem) -> list[str]:
    """The line that a Problem points at, with a caret; nothing where it would not help."""
    place = problem.place
    if place is None or not problem.quote.strip():
        return []
    # Imported here: most builds have no line to show.
    from site_builder.report.quoted_line import caret_line, excerpt

    number = str(place.line)
    shown, column = excerpt(problem.quote, place.column)
    lines = [f"     {number} | {visible(shown)}"]
    if column:
        lines.append(f"     {' ' * len(number)} | {caret_line(shown, column)}")
    return lines


def visible(text: str) -> str:
    """A file's text must not steer the terminal: control characters are shown as escapes."""
    return "".join(
        letter
        if letter.isprintable() or letter == "\t"
        else letter.encode("unicode_escape").decode()
        for letter in text
    )


def as_json(problem: Problem, times: int) -> dict[str, object]:
    """A Problem that occurs so many ``times``, as a JSON object."""
    place = problem.place
    return {
        "event": "problem",
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "quote": problem.quote,
        "times": times,
    }


def annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which begins a line: nothing in it may begin another.

    Source: ``@actions/core``, ``command.ts``: what is escaped in a message, and in a property.
    """
    facts = [f"title={problem.code}"]
    if problem.place:
        path = _one_line(problem.place.path).replace(":", "%3A").replace(",", "%2C")
        facts.insert(0, f"file={path},line={max(1, problem.place.line)}")
    return f"::{_GITHUB[problem.severity]} {','.join(facts)}::{_one_line(problem.message)}"


def _one_line(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def severities(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many Problems of each severity there are, folded, worst first."""
    counts = dict.fromkeys(_GITHUB, 0)
    for problem, _ in folded(problems):
        counts[problem.severity] += 1
    return counts


def tally(counts: Mapping[Severity, int]) -> str:
    """The same in words: ``1 error, 2 warnings``; empty when there are none."""
    return ", ".join(
        f"{count} {severity.value}{'s' * (count != 1)}"
        for severity, count in counts.items()
        if count
    )
