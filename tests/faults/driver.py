"""Runs the builder with a disk that fails, or a hand that kills it, at a chosen moment.

    python driver.py kill replace 7 build --root …      SIGKILL at the 7th rename
    python driver.py ENOSPC open 3 build --root …       the 3rd file cannot be opened
    python driver.py none any 0 build --root …          nothing fails; the calls are counted

Calls are counted over the functions of ``os`` that change or open files. What ``open()`` and
``pathlib`` do below Python is counted through ``io.open``.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

OPEN = ("open",)
WRITE = ("write", "ftruncate", "fsync", "fchmod")
RENAME = ("replace", "rename", "mkdir", "rmdir", "unlink")
GROUPS = {"open": OPEN, "write": WRITE, "rename": RENAME, "any": OPEN + WRITE + RENAME}


class Fault:
    """What happens at the chosen call."""

    def __init__(self, name: str, nth: int) -> None:
        self.name = name
        self.nth = nth
        self.calls = 0

    def strike(self) -> None:
        """Count a call of the chosen kind; at the chosen one, fail or die."""
        self.calls += 1
        if self.name == "none" or self.calls != self.nth:
            return
        if self.name == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self.name)
        raise OSError(number, os.strerror(number))


def wrapped(real: Callable[..., Any], fault: Fault, concerns: Callable[..., bool]) -> Any:
    """``real`` with the fault before it."""

    def call(*args: Any, **named: Any) -> Any:
        if concerns(*args, **named):
            fault.strike()
        return real(*args, **named)

    return call


def main(words: list[str]) -> int:
    """Set the fault, then run the builder as its command line does."""
    name, group, nth, *command = words
    fault = Fault(name, int(nth))
    from site_builder.cli import entry as run

    # Only the site's own files count: a module that cannot be imported is no fault of a disk.
    root = os.path.realpath(command[command.index("--root") + 1])

    def is_ours(path: object = "", *_args: Any, **named: Any) -> bool:
        if isinstance(path, int) or any(value is not None for value in named.values()):
            return True
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(root)

    for one in GROUPS[group]:
        setattr(os, one, wrapped(getattr(os, one), fault, is_ours))
    if "open" in GROUPS[group]:
        io.open = wrapped(io.open, fault, is_ours)
    sys.argv[1:] = command
    mine, end = os.getpid(), os._exit

    def say_and_end(code: int) -> None:
        # A command ends its process at once, so this is the last moment to speak.
        if os.getpid() == mine:
            sys.stderr.write(f"calls {fault.calls}\n")
            sys.stderr.flush()
        end(code)

    os._exit = say_and_end
    run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
