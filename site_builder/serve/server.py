"""Sockets and threads: each connection has a thread, and there are never more than 256.

What goes wrong with a connection ends that connection and is not worth a word.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from socketserver import BaseServer, ThreadingMixIn

from site_builder.serve.answers import Responder
from site_builder.serve.connection import Connection
from site_builder.serve.reload import Bell

MAX_CONNECTIONS = 256
_DRAIN_SECONDS = 0.2
_CHUNK = 64 * 1024
_Connection = socket.socket | tuple[bytes, socket.socket]


class Server(ThreadingMixIn, BaseServer):
    """Accepts connections on sockets that are listening already."""

    daemon_threads = True

    def __init__(
        self,
        listeners: Sequence[socket.socket],
        responder: Responder,
        bell: Bell,
        report_bug: Callable[[Exception], None],
    ) -> None:
        super().__init__(listeners[0].getsockname(), Connection)
        self.responder = responder
        self.bell = bell
        self._listeners = listeners
        self._report_bug = report_bug
        self._free = threading.BoundedSemaphore(MAX_CONNECTIONS)
        self._wake, self._woken = socket.socketpair()

    def accept(self) -> None:
        """Accept connections until ``stop`` is called; sleeps while nobody asks."""
        with selectors.DefaultSelector() as selector:
            for listener in (*self._listeners, self._woken):
                listener.setblocking(False)
                selector.register(listener, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj is self._woken:
                        return
                    if isinstance(key.fileobj, socket.socket):
                        self._take(key.fileobj)

    def stop(self) -> None:
        """Let ``accept`` return, at once."""
        self._wake.send(b".")

    def server_close(self) -> None:
        """Give back the sockets that are ours; the listening ones belong to who bound them."""
        self._wake.close()
        self._woken.close()

    def _take(self, listener: socket.socket) -> None:
        try:
            connection, address = listener.accept()
        except BlockingIOError:
            return
        except OSError:
            # Out of file descriptors: the connection waits until some are given back.
            time.sleep(0.05)
            return
        connection.setblocking(True)
        if not self._free.acquire(blocking=False):
            connection.close()
            return
        try:
            self.process_request(connection, address)
        except RuntimeError:
            # No thread can be had, so nobody will give the place back.
            self._free.release()
            connection.close()

    def process_request_thread(self, request: _Connection, client_address: object) -> None:
        """Serve one connection, then give its place back."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def shutdown_request(self, request: _Connection) -> None:
        """Close so that the client reads our last answer: unread bytes would make it a reset."""
        if isinstance(request, tuple):
            return
        with contextlib.suppress(OSError):
            request.shutdown(socket.SHUT_WR)
            request.settimeout(_DRAIN_SECONDS)
            deadline = time.monotonic() + _DRAIN_SECONDS
            while request.recv(_CHUNK) and time.monotonic() < deadline:
                pass
        request.close()

    def handle_error(self, *_whose: object, **_more: object) -> None:
        """Connections break; anything else is a bug in here, told and not traced."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self._report_bug(error)
