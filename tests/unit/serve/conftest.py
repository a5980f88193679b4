"""What the tests of the preview share: a small site, a server on a free port, and raw requests."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest

from site_builder.serve.admission import Rules
from site_builder.serve.answers import Responder, Showing
from site_builder.serve.bind import Bound, bind
from site_builder.serve.pages import Item, Pages
from site_builder.serve.reload import Bell
from site_builder.serve.server import Server

PAGES = {
    "index.html": b"<!doctype html><title>home</title><body>home</body>",
    "404.html": b"<!doctype html><title>lost</title><body>lost</body>",
    "es/título/index.html": "<!doctype html><body>título</body>".encode(),
    "about.html": b"<!doctype html><body>about</body>",
    "feed.xml": b"<feed/>",
    "audio/a.mp3": bytes(range(100)),
}


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Message
    body: bytes


@dataclass
class Preview:
    """A server under test."""

    token = "run-token"  # noqa: S105 because it is no secret here
    secret = b"nobody may read this"

    bound: Bound
    bell: Bell
    bugs: list[Exception] = field(default_factory=list)
    show: Callable[[], Showing] = lambda: Showing(pages=None, problems=(), generation=0)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.bound.port}"

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.bound.port), timeout=5)

    def raw(self, request: bytes) -> Reply:
        """Send bytes, and read what comes back until the server closes."""
        with self.connect() as client:
            with contextlib.suppress(OSError):
                client.sendall(request)
            return self.read(client)

    def read(self, client: socket.socket) -> Reply:
        """Read to the end; a connection that is closed without a word gives status 0."""
        received = b""
        with contextlib.suppress(ConnectionError):
            while chunk := client.recv(65536):
                received += chunk
        head, _, body = received.partition(b"\r\n\r\n")
        line, _, headers = head.partition(b"\r\n")
        status = int(line.split()[1]) if line.startswith(b"HTTP/1.1 ") else 0
        return Reply(status=status, headers=BytesParser().parsebytes(headers), body=body)

    def get(self, target: str, method: str = "GET", **headers: str) -> Reply:
        """Ask as a browser would, and close."""
        said = {"Host": self.host, "Connection": "close"}
        said |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {said[name]}" for name in said)]
        return self.raw("\r\n".join([*lines, "", ""]).encode())


@pytest.fixture
def until() -> Callable[[Callable[[], object]], bool]:
    """Wait up to five seconds for something to become true; whether it did."""

    def wait(holds: Callable[[], object]) -> bool:
        deadline = time.monotonic() + 5
        while not holds() and time.monotonic() < deadline:
            time.sleep(0.01)
        return bool(holds())

    return wait


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """A small site on disk, and the map that leads to its files; beside them lies a secret."""
    (tmp_path / "secret.txt").write_bytes(Preview.secret)
    store = tmp_path / "store"
    store.mkdir()
    items = {}
    for output, data in PAGES.items():
        digest = hashlib.sha256(data).hexdigest()
        (store / digest).write_bytes(data)
        items[output] = Item(path=str(store / digest), stamp=digest)
    return Pages(base_path="", files=items)


@pytest.fixture
def launched(tmp_path: Path) -> Iterator[Preview]:
    """A running server; what it shows is an attribute, and so is what went wrong in it."""
    bound = bind("127.0.0.1", 0).value
    assert bound
    made = Preview(bound=bound, bell=Bell())
    responder = Responder(
        rules=Rules(port=bound.port),
        token=made.token,
        root=tmp_path,
        showing=lambda: made.show(),  # noqa: PLW0108 because a test sets another one later
    )
    server = Server(bound.sockets, responder, made.bell, made.bugs.append)
    thread = threading.Thread(target=server.accept)
    thread.start()
    yield made
    made.bell.close()
    server.stop()
    thread.join()
    server.server_close()
    bound.close()


@pytest.fixture
def preview(launched: Preview, pages: Pages) -> Iterator[Preview]:
    """A running server that shows the small site, in which nothing may go wrong."""
    launched.show = lambda: Showing(pages=pages, problems=(), generation=1)
    launched.bell.ring_reload(1)
    yield launched
    assert launched.bugs == []
