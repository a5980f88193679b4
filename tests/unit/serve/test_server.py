from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_builder.serve import connection
from site_builder.serve.answers import Showing
from site_builder.serve.pages import Pages
from site_builder.serve.reload import Bell
from site_builder.serve.server import MAX_CONNECTIONS

if TYPE_CHECKING:
    from tests.unit.serve.conftest import Preview

Until = Callable[[Callable[[], object]], bool]


def open_connections() -> int:
    """Each connection has a thread, which is named after what it does."""
    return sum("process_request_thread" in thread.name for thread in threading.enumerate())


def test_there_are_never_more_than_256_connections(preview: Preview, until: Until) -> None:
    """One connection too many is closed without a word; when others end, there is room again."""
    assert until(lambda: open_connections() == 0)
    with contextlib.ExitStack() as opened:
        for _ in range(MAX_CONNECTIONS):
            opened.enter_context(preview.connect())
        assert until(lambda: open_connections() == MAX_CONNECTIONS)
        assert preview.get("/").status == 0
    assert until(lambda: preview.get("/").status == 200)


def test_a_page_that_is_closed_gives_its_place_back(
    preview: Preview, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing a tab ends its stream at the next pulse; no thread is left."""
    monkeypatch.setattr("site_builder.serve.reload.Bell.follow", _quick_follow)
    assert until(lambda: open_connections() == 0)
    target = f"/__site_builder/{preview.token}/events?seen=1"
    with preview.connect() as client:
        client.sendall(f"GET {target} HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode())
        assert until(lambda: open_connections() == 1)
    assert until(lambda: open_connections() == 0)


_follow = Bell.follow


def _quick_follow(bell: Bell, seen: int) -> object:
    return _follow(bell, seen, pulse=0.02)


def test_a_client_that_does_not_read_is_let_go(
    preview: Preview, pages: Pages, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for a large file and takes none of it does not hold a thread for ever."""
    monkeypatch.setattr(connection, "SEND_SECONDS", 0.1)
    Path(pages.files["audio/a.mp3"].path).write_bytes(bytes(30_000_000))
    assert until(lambda: open_connections() == 0)
    with preview.connect() as client:
        client.sendall(f"GET /audio/a.mp3 HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode())
        assert until(lambda: open_connections() == 1)
        assert until(lambda: open_connections() == 0)


def test_many_clients_are_served_at_once(preview: Preview) -> None:
    """Forty requests from eight threads all get their page."""
    statuses: list[int] = []

    def ask() -> None:
        statuses.extend(preview.get("/").status for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 40


def test_a_bug_of_ours_is_told_and_not_traced(
    launched: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    """When an answer cannot be made, who runs the preview hears of it; the terminal stays clean."""

    def broken() -> Showing:
        raise ZeroDivisionError

    launched.show = broken
    assert launched.get("/").status == 0
    assert isinstance(launched.bugs[0], ZeroDivisionError)
    assert capfd.readouterr() == ("", "")
