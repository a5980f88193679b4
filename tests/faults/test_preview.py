"""A preview that is saved to and read from for long: no save lost, no page torn, nothing grows."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.many import write_posts
from tests.processes import NEEDS_PROC, below
from tests.small_site import REPO, SmallSite
from tests.trials import tries

POSTS = 60
READERS = 4
IDLE = 200
TEXT = "---\ntitle: Soaked\n---\n\nSave number {number} is here.\n"
GROWTH = 40 * 1024 * 1024
"""Bytes of memory that a preview may gain over the whole soak."""
PROCESSES = 3
"""What a preview may have begun: what begins the others, what holds the site, and a rebuild."""


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def emptied_first(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.02)
        file.write(text)


def renamed_into_place(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def moved_away_first(path: Path, text: str) -> None:
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


def deleted_first(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


def in_pieces(path: Path, text: str) -> None:
    half = len(text) // 2
    with path.open("w", encoding="utf-8") as file:
        file.write(text[:half])
        file.flush()
        time.sleep(0.005)
        file.write(text[half:])


EDITORS: tuple[Callable[[Path, str], None], ...] = (
    in_place,
    emptied_first,
    renamed_into_place,
    moved_away_first,
    deleted_first,
    in_pieces,
)


def facts(process: int) -> tuple[int, int, int]:
    """Memory in bytes, threads and open files of a process (proc(5))."""
    status = Path(f"/proc/{process}/status").read_text()
    memory = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024
    threads = int(re.search(r"Threads:\s+(\d+)", status)[1])
    return memory, threads, len(list(Path(f"/proc/{process}/fd").iterdir()))


class Reader(threading.Thread):
    """Reads pages without end; notes every answer that is not whole."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.url = url
        self.is_done = False
        self.wrong: list[str] = []
        self.count = 0

    def run(self) -> None:
        """Ask for the page that is saved to, the home, and what is not there."""
        while not self.is_done:
            for path, expected in (("soaked/", 200), ("", 200), ("nothing/", 404)):
                status, body = ask(self.url + path)
                self.count += 1
                if status != expected or not body.rstrip().endswith(b"</html>"):
                    self.wrong.append(f"{path}: {status}, {len(body)} bytes")


def ask(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


@pytest.mark.slow
@NEEDS_PROC
def test_a_long_day_of_saving(tmp_path: Path) -> None:
    """Every save is seen, no reader gets a torn page, and memory, threads and files stay flat."""
    site = SmallSite(tmp_path)
    write_posts(site, POSTS, edition="only")
    post = site.root / "content/posts/2024-01-01-soaked-en.md"
    post.write_text(TEXT.format(number=0), encoding="utf-8")
    command = [sys.executable, "-m", "site_builder", "serve", "--root", str(site.root)]
    process = subprocess.Popen(
        [*command, "--port", "auto"],
        env={"PATH": "", "PYTHONPATH": str(REPO), "PYTHONUTF8": "1", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    url = ""
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"http://\S+", line):
            url = found[0]
            break
    listening = threading.Thread(target=lambda: said.extend(process.stdout), daemon=True)
    listening.start()
    host, port = re.search(r"//([^:/]+):(\d+)", url).groups()
    idle = [socket.create_connection((host, int(port))) for _ in range(IDLE)]
    readers = [Reader(url) for _ in range(READERS)]
    try:
        _save(post, url, range(1, 11))
        for reader in readers:
            reader.start()
        memory, threads, files = facts(process.pid)
        _save(post, url, range(11, 11 + tries("saves")))
        for reader in readers:
            reader.is_done = True
        for reader in readers:
            reader.join()
        assert [wrong for reader in readers for wrong in reader.wrong] == []
        assert all(reader.count > 10 for reader in readers)
        later = facts(process.pid)
        assert later[0] - memory < GROWTH
        assert later[1] <= threads + READERS
        assert later[2] <= files + READERS + 8
        assert len(below(process.pid)) <= PROCESSES
    finally:
        for connection in idle:
            connection.close()
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=30)
        listening.join()
        process.stdout.close()
    assert code == 128 + signal.SIGINT
    assert not [line for line in said if "Traceback" in line or "a bug in" in line]


def _save(post: Path, url: str, numbers: range) -> None:
    for number in numbers:
        EDITORS[number % len(EDITORS)](post, TEXT.format(number=number))
        wanted = f"Save number {number} is here.".encode()
        deadline = time.monotonic() + 30
        while wanted not in ask(f"{url}soaked/")[1]:
            assert time.monotonic() < deadline, f"save {number} was lost"
            time.sleep(0.005)
