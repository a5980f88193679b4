"""Words typed → the one command they mean.

run          reads the words, runs the command, says how it went
words        what may be typed
slips        what is answered to what may not
commands     what each command does, in its own room
building     what a build knows of the one before, and leaves to the next
exit_codes   how it says how it went

This module asks whether there is anything to do at all. Only then the rest is imported.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time

# What mypy takes for typing's own, which would have to be imported.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def entry() -> None:
    """The console script."""
    # Frozen values hold no circles. Looking for some among hundreds of thousands finds none, and
    # would take an eighth of a build.
    gc.disable()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    kept: list[object] = []
    _leave(main(sys.argv[1:], kept))


def main(words: Sequence[str], kept: list[object] | None = None) -> int:
    """Run the command that ``words`` name; returns the exit code.

    What is large and no longer needed is ``kept`` there: to let go of it takes time.
    """
    try:
        return _run(words, [] if kept is None else kept)
    except KeyboardInterrupt as stopped:
        from site_builder.cli.exit_codes import SIGNALLED

        return SIGNALLED + (stopped.sign if isinstance(stopped, _Stopped) else signal.SIGINT)


def _run(words: Sequence[str], kept: list[object]) -> int:
    answer, start = None, time.perf_counter()
    if words[:1] == ["build"]:
        from site_builder.freshness import NOTHING_SAID, ask, nothing_to_do

        answer = ask(words, time.time_ns())
        # What there is to say again is for the report.
        if answer is not None and not answer.changed and answer.said == NOTHING_SAID:
            if not any(word.startswith("--q") for word in words):
                sys.stdout.write(f"{nothing_to_do(time.perf_counter() - start)}\n")
            return 0
    from site_builder.cli.run import run

    return run(words, answer, start, kept)


def _leave(code: int) -> NoReturn:
    """End this process at once.

    To take a large site apart value by value takes a fifth of the time it took to plan it; the
    system takes its memory back in one go. Nothing waits to be done at the end but the last words.
    """
    for stream in (sys.stdout, sys.stderr):
        # Whoever read them may have gone.
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code)


class _Stopped(KeyboardInterrupt):
    """Another signal than Ctrl-C's asks the builder to stop."""

    def __init__(self, sign: int) -> None:
        super().__init__()
        self.sign = sign


def _stop(sign: int, _frame: object) -> None:
    raise _Stopped(sign)
