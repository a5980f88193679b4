from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_builder.serve.bind import Bound
from site_builder.serve.preview import preview_url

# A site of one page, made of one file. "wrong" in it is a mistake, "slow" takes for ever.
PROGRAM = """
import hashlib, sys, time
from pathlib import Path
from types import SimpleNamespace
from site_builder.model.artifact import Artifact
from site_builder.problems import Place, Problem, SiteError
from site_builder.serve.bind import bind
from site_builder.serve.preview import Settings, run

root = Path(sys.argv[1])

def rebuild(held):
    text = (root / "content" / "x.md").read_text()
    if "wrong" in text:
        place = Place(path="content/x.md", line=1, column=1)
        raise SiteError([Problem(code="bad-date", message="not a date", place=place)])
    if "slow" in text:
        print("Slow", flush=True)
        time.sleep(60)
    data = f"<!doctype html><body>{text}</body>".encode()
    digest = hashlib.sha256(data).hexdigest()
    staged = root / ".site_builder" / "staged"
    staged.parent.mkdir(exist_ok=True)
    staged.write_bytes(data)
    artifact = Artifact(output="index.html", digest=digest, size=len(data), staged=str(staged))
    return SimpleNamespace(copies=(), artifacts=(artifact,), problems=(), workbench=None)

bound = bind(sys.argv[2], 0).value
settings = Settings(root=root, watched=(root / "content", root / "site.yml"), base_path="/repo")
sys.exit(run(bound, settings, rebuild, lambda event: print(event, flush=True)))
"""
GOOD_NUMBERS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


SOON = 3.0
"""Seconds. A second is what is promised, on a machine that does nothing else meanwhile."""


class Running:
    """A preview in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.port = 0
        self.query = ""

    def line(self, start: str) -> str:
        """The next line that it tells which begins in this way."""
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith(start):
                return line
        pytest.fail(f"it ended before it told {start}")

    def serving(self) -> None:
        address = re.search(r"url='http://[^:]+:(\d+)/repo/(.*?)'", self.line("Serving("))
        assert address
        self.port, self.query = int(address[1]), address[2]

    def get(self, target: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def stop(self, number: int) -> tuple[int, float, str]:
        """Exit code, seconds it took, and what was written where mistakes go."""
        started = time.monotonic()
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=10)
        return self.process.returncode, time.monotonic() - started, errors


@contextmanager
def running(root: Path, text: str, host: str = "127.0.0.1") -> Iterator[Running]:
    (root / "content").mkdir()
    (root / "content" / "x.md").write_text(text)
    (root / "output").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(root), host],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Running(process)
        finally:
            process.kill()


def test_a_save_is_seen_without_a_word(tmp_path: Path) -> None:
    """Edit, save, and the address shows the new page; a mistake keeps the last good one; output/ is
    never touched.
    """
    with running(tmp_path, "one") as preview:
        preview.serving()
        assert preview.get("/")[0] == 302
        status, page = preview.get("/repo/")
        assert (status, "one" in page) == (200, True)
        script = re.search(r'src="(/__site_builder/[^"]+/)reload\.js(\?seen=1)"', page)
        assert script
        (tmp_path / "content" / "x.md").write_text("two")
        assert "files=('content/x.md',)" in preview.line("Reloaded(")
        assert "two" in preview.get("/repo/")[1]
        assert "data: reload" in preview.get(f"{script[1]}events{script[2]}")[1]
        (tmp_path / "content" / "x.md").write_text("wrong")
        preview.line("KeptLastGood(")
        assert "two" in preview.get("/repo/")[1]
        assert "content/x.md:1:1" in preview.get(f"{script[1]}problems")[1]
        (tmp_path / "content" / "x.md").write_text("three")
        preview.line("Reloaded(")
        assert "three" in preview.get("/repo/")[1]
        assert preview.stop(signal.SIGTERM)[2] == ""
    assert list((tmp_path / "output").iterdir()) == []


def test_a_site_with_mistakes_can_be_previewed_too(tmp_path: Path) -> None:
    """Where the first build fails, the page shows why, and becomes the site when it is mended."""
    with running(tmp_path, "wrong") as preview:
        preview.line("KeptLastGood(")
        preview.serving()
        status, page = preview.get("/repo/")
        assert (status, "content/x.md:1:1" in page) == (503, True)
        (tmp_path / "content" / "x.md").write_text("good")
        preview.line("Reloaded(")
        assert preview.get("/repo/")[0] == 200


def test_a_save_during_the_first_build_is_not_lost(tmp_path: Path) -> None:
    """What was saved before watching began causes one more rebuild."""
    with running(tmp_path, "one") as preview:
        # Told before the server and the watch begin: this save may come before or after that.
        preview.line("Reloaded(")
        (tmp_path / "content" / "x.md").write_text("two")
        preview.serving()
        while "two" not in preview.get("/repo/")[1]:
            preview.line("Reloaded(")


@pytest.mark.parametrize("number", GOOD_NUMBERS)
def test_signals_end_the_preview_at_once(tmp_path: Path, number: int) -> None:
    """Ctrl-C and its kind: the code is 128 + signal, within a second, without a trace; a page that
    is open does not hold it up, and the port is free again.
    """
    with running(tmp_path, "one") as preview:
        preview.serving()
        page = preview.get("/repo/")[1]
        script = re.search(r'src="(/__site_builder/[^"]+/)reload', page)
        assert script
        with socket.create_connection(("127.0.0.1", preview.port)) as tab:
            host = f"Host: 127.0.0.1:{preview.port}"
            tab.sendall(f"GET {script[1]}events?seen=1 HTTP/1.1\r\n{host}\r\n\r\n".encode())
            assert tab.recv(100).startswith(b"HTTP/1.1 200")
            code, seconds, errors = preview.stop(number)
        assert (code, errors) == (128 + number, "")
        assert seconds < SOON
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", preview.port)) != 0


@pytest.mark.parametrize("first", [True, False])
def test_a_rebuild_does_not_hold_up_the_end(tmp_path: Path, *, first: bool) -> None:
    """A signal during a build ends it where it is."""
    with running(tmp_path, "slow" if first else "one") as preview:
        if not first:
            preview.serving()
            (tmp_path / "content" / "x.md").write_text("slow")
        preview.line("Slow")
        code, seconds, errors = preview.stop(signal.SIGINT)
        assert (code, errors) == (128 + signal.SIGINT, "")
        assert seconds < SOON


def test_a_preview_for_others_warns_and_asks_for_the_token(tmp_path: Path) -> None:
    """With --host the terminal warns, and only the address it shows opens the site."""
    with running(tmp_path, "one", "0.0.0.0") as preview:  # noqa: S104 because this is what is tested
        assert "token" in preview.line("Notice(")
        preview.serving()
        assert preview.get("/repo/")[0] == 403
        assert preview.get(f"/repo/{preview.query}")[0] == 200


def test_the_address_to_open_has_base_path_and_token() -> None:
    """What is shown to click is complete, and spelled as a browser needs it."""
    bound = Bound(sockets=(), host="127.0.0.1", port=8000, key="")
    assert preview_url(bound, "") == "http://127.0.0.1:8000/"
    assert preview_url(bound, "repo") == "http://127.0.0.1:8000/repo/"
    assert preview_url(bound, "/日本/") == "http://127.0.0.1:8000/%E6%97%A5%E6%9C%AC/"
    others = Bound(sockets=(), host="[fe80::1]", port=8000, key="k")
    assert preview_url(others, "/repo") == "http://[fe80::1]:8000/repo/?token=k"
