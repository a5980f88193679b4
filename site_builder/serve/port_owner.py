"""Which program has a port, where the system tells (Linux: ``/proc``)."""

from __future__ import annotations

import contextlib
from pathlib import Path

_LISTENING = "0A"
_INODE = 9


def port_owner(port: int, proc: Path = Path("/proc")) -> tuple[str, ...]:
    """``("python3 (process 4711)",)``; empty where nobody can say who it is."""
    inodes = _listening_inodes(port, proc)
    return tuple(
        f"{_read(process / 'comm').strip()} (process {process.name})"
        for process in (sorted(proc.glob("[0-9]*")) if inodes else ())
        if inodes & _socket_inodes(process)
    )


def _listening_inodes(port: int, proc: Path) -> set[str]:
    """Columns of ``/proc/net/tcp`` (proc(5)): 1 the local address, 3 the state, 9 the inode."""
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in _read(proc / "net" / table).splitlines()[1:]
    ]
    return {
        row[_INODE]
        for row in rows
        if len(row) > _INODE and row[3] == _LISTENING and row[1].endswith(f":{port:04X}")
    }


def _socket_inodes(process: Path) -> set[str]:
    links: list[str] = []
    with contextlib.suppress(OSError):
        for link in (process / "fd").iterdir():
            # A descriptor may be closed between the listing and the look.
            with contextlib.suppress(OSError):
                links.append(str(link.readlink()))
    return {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
