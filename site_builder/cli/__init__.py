"""Words typed → the one command they mean.

words        what may be typed
commands     what each command does, in its own room
exit_codes   how it says how it went
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from site_builder.cli.exit_codes import BUG, PROBLEMS, SIGNALLED
from site_builder.cli.words import Command, parser


def entry() -> None:
    """The console script."""
    # Frozen values hold no circles. Looking for some among hundreds of thousands finds none, and
    # would take an eighth of a build.
    gc.disable()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    _leave(main(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End this process at once.

    To take a large site apart value by value takes a fifth of the time it took to plan it; the
    system takes its memory back in one go. Nothing waits to be done at the end but the last words.
    """
    for stream in (sys.stdout, sys.stderr):
        # Whoever read them may have gone.
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


class _Stopped(KeyboardInterrupt):
    """Another signal than Ctrl-C's asks the builder to stop."""

    def __init__(self, sign: int) -> None:
        super().__init__()
        self.sign = sign


def _stop(sign: int, _frame: object) -> None:
    raise _Stopped(sign)


def main(words: Sequence[str]) -> int:
    """Run the command that ``words`` name; returns the exit code."""
    try:
        options = parser().parse_args(words)
    except SystemExit as stop:
        # argparse has said what is wrong, or printed the help that was asked for.
        return int(stop.code or 0)
    from site_builder.problems import SiteError
    from site_builder.report import Report, Voice

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
    except KeyboardInterrupt as stopped:
        return SIGNALLED + (stopped.sign if isinstance(stopped, _Stopped) else signal.SIGINT)
    except BrokenPipeError:
        # Whoever read our output has gone; Python's own complaint at exit helps nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception:  # noqa: BLE001 because this is the place where bugs become an exit code
        import traceback

        report.bug(f"while running {' '.join(words)}", traceback.format_exc())
        return BUG
