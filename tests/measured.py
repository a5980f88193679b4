"""A command alone in a process of its own: what it said, and what it took.

Time is that of the processor and memory the most that was held at once, so a machine that is busy
with other things changes neither by much. A small process starts the command: one that is forked
from a large one would be counted as large as that.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECONDS: Final = 60
"""Of a processor: by then a command that hangs is one that hangs, and is ended."""
_MEGABYTE: Final = 1_000_000 if sys.platform == "darwin" else 1_000
"""In the unit of ``ru_maxrss``: bytes on macOS, kilobytes elsewhere."""
_START: Final = """
import json, os, resource, sys
seconds, report, *command = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
_, status, used = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
took = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]
with open(report, "w") as file:
    json.dump(took, file)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a command said and took, with all processes that it started and waited for."""

    code: int
    """What it ended with; negative when a signal ended it."""
    said: str
    seconds: float
    """Of a processor."""
    megabytes: float
    """Of memory, the most that one process held at once."""


def measured(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run Python with ``words`` in ``folder`` and measure it."""
    with tempfile.TemporaryDirectory(prefix="measured-") as beside:
        report = Path(beside, "report.json")
        start = [sys.executable, "-I", "-S", "-c", _START, str(SECONDS), str(report)]
        done = subprocess.run(
            [*start, sys.executable, *words],
            cwd=folder,
            env=dict(environment),
            capture_output=True,
            text=True,
            timeout=10 * SECONDS,
            check=True,
        )
        code, seconds, memory = json.loads(report.read_text(encoding="utf-8"))
    said = done.stdout + done.stderr
    return Measured(code=code, said=said, seconds=seconds, megabytes=memory / _MEGABYTE)
