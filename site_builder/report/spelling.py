"""How a Problem is spelled: for people, as JSON, as an annotation on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.problems import Place, Problem, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def folded(problems: Iterable[Problem]) -> Iterable[tuple[Problem, int]]:
    """Sorted by place; what is said of one file in the same words is said once, at the first."""
    nowhere = Place(path="")
    in_order = sorted(
        problems, key=lambda problem: (problem.place or nowhere, problem.code, problem.message)
    )
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in in_order:
        path = problem.place.path if problem.place else ""
        same.setdefault((path, problem.code, problem.message), []).append(problem)
    return [(found[0], len(found)) for found in same.values()]


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
    """A workflow command of GitHub Actions; percent, CR and LF are escaped as its toolkit does."""
    facts = [f"title={problem.code}"]
    if problem.place:
        facts.insert(0, f"file={problem.place.path},line={max(1, problem.place.line)}")
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB[problem.severity]} {','.join(facts)}::{message}"


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
