"""What a command costs, all its processes together: seconds, processor time, peak memory."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

READINGS = 0.05
"""Seconds between two readings of memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One run of one command."""

    seconds: float
    processor: float
    """Seconds of user and system time, of all processes that were waited for."""
    peak: int
    """Bytes: the largest sum of proportional set sizes that was seen; 0 where nobody looked."""


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    memory: bool = False,
) -> Cost:
    """Run ``command`` in ``folder``. Looking at ``memory`` takes time of its own: time without."""
    log = folder.with_name(f"{folder.name}.log")
    with log.open("wb") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [part.format(site=folder) for part in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        peak = _watch(process.pid) if memory else 0
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}:\n{log.read_text()[-2000:]}")
    return Cost(seconds=seconds, processor=usage.ru_utime + usage.ru_stime, peak=peak)


def _watch(leader: int) -> int:
    peak = 0
    while os.waitid(os.P_PID, leader, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak = max(peak, memory(leader))
        time.sleep(READINGS)
    return peak


def memory(leader: int) -> int:
    """Bytes of all processes whose session ``leader`` began: the sum of proportional set sizes."""
    return sum(_size(process) for process in _session(leader))


def _session(leader: int) -> list[Path]:
    """The processes whose session ``leader`` began."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended since
            continue
        if after_name[3] == str(leader):
            found.append(process)
    return found


def _size(process: Path) -> int:
    """Bytes of a process, what it shares counted in parts."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended since
        return 0
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def machine() -> str:
    """This machine in public terms."""
    names = [line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")]
    processor = names[0] if names else platform.machine()
    return (
        f"{os.cpu_count()} cores ({processor}), {platform.system()},"
        f" {platform.python_implementation()} {platform.python_version()}"
    )


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []
