"""The line of the file that a Problem points at, for the message to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from site_builder.problems import Problem

_LONGEST = 2_000_000
"""Bytes; larger files are not opened only to show a line."""


def quote_lines(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """Fill in the quoted line of each Problem that names one, reading each file at most once."""
    texts: dict[str, list[str]] = {}
    return tuple(_quoted(problem, root, texts) for problem in problems)


def _quoted(problem: Problem, root: Path, texts: dict[str, list[str]]) -> Problem:
    place = problem.place
    if problem.quote or place is None or not place.line:
        return problem
    if place.path not in texts:
        texts[place.path] = _lines(root / place.path)
    lines = texts[place.path]
    if place.line > len(lines):
        return problem
    return replace(problem, quote=lines[place.line - 1])


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _LONGEST:
            return []
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        # The Problem itself is still worth saying when its line cannot be shown.
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
