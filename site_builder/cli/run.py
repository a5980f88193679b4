"""Reads the words, runs the command they name, and says how it went."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from site_builder.cli.exit_codes import BUG, PROBLEMS
from site_builder.cli.words import Command, parser
from site_builder.freshness import Answer
from site_builder.problems import SiteError
from site_builder.report import Report, Voice


def run(words: Sequence[str], answer: Answer | None, start: float, kept: list[object]) -> int:
    """Run the command that ``words`` name; returns the exit code.

    ``answer`` is what a build knows of the last one; ``start`` is when it was asked for, in seconds
    of ``time.perf_counter()``; ``kept`` is what the end of the process is to let go of.
    """
    try:
        known = Namespace(words=tuple(words), answer=answer, start=start, kept=kept)
        options = parser(words[0] if words else "").read(words, known)
    except SystemExit as stop:
        # argparse has said what is wrong, or printed the help that was asked for.
        return int(stop.code or 0)
    voice = Voice(
        out=sys.stdout,
        err=sys.stderr,
        environment=os.environ,
        as_json=getattr(options, "json", False),
        quiet=getattr(options, "quiet", False),
        why=getattr(options, "why", False),
    )
    report = Report(voice)
    command: Command = options.command
    try:
        return command(options, report)
    except SiteError as error:
        # Where there is no site, there is no last good one either.
        has_site = all(problem.code != "no-site" for problem in error.problems)
        report.failed(error.problems, options.advice if has_site else "")
        return PROBLEMS
    except BrokenPipeError:
        # Whoever read our output has gone; Python's own complaint at exit helps nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception:  # noqa: BLE001 because this is the place where bugs become an exit code
        import traceback

        report.bug(f"while running {' '.join(words)}", traceback.format_exc())
        return BUG
