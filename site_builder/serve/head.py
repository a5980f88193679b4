"""The head of a request: its first line and its headers, read within limits.

Bytes and seconds are counted for the head as a whole: a client that sends one byte every few
seconds is let go as surely as one that sends nothing.
"""

from __future__ import annotations

import socket
import time
from http import HTTPStatus

from site_builder.patterns import late

MAX_BYTES = 16 * 1024
MAX_SECONDS = 15.0

_END = late(rb"\r?\n\r?\n")
_CHUNK = 4096


class RefusedHeadError(Exception):
    """The head cannot be accepted; ``status`` says why."""

    def __init__(self, status: HTTPStatus) -> None:
        self.status = status
        super().__init__(status.phrase)


class HeadReader:
    """Reads one head after the other from a connection that is kept open."""

    def __init__(
        self,
        connection: socket.socket,
        max_bytes: int = MAX_BYTES,
        max_seconds: float = MAX_SECONDS,
    ) -> None:
        self._connection = connection
        self._max_bytes = max_bytes
        self._max_seconds = max_seconds
        self._received = b""

    def read(self) -> bytes:
        """The next head with its closing empty line; empty when the client went or stays silent.

        Raises RefusedHeadError: 400 when what comes is no HTTP (a TLS greeting, say), 408 when
        the head is not whole in time, 431 when it is too long (RFC 6585).
        """
        deadline = time.monotonic() + self._max_seconds
        while True:
            # An empty line before a request is to be passed over (RFC 9112, section 2.2).
            self._received = self._received.lstrip(b"\r\n")
            if self._received and not self._received[:1].isalpha():
                raise RefusedHeadError(HTTPStatus.BAD_REQUEST)
            end = _END.search(self._received)
            if end and end.end() <= self._max_bytes:
                head, self._received = self._received[: end.end()], self._received[end.end() :]
                return head
            if len(self._received) > self._max_bytes:
                raise RefusedHeadError(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            chunk = self._receive(deadline)
            if not chunk:
                return b""
            self._received += chunk

    def _receive(self, deadline: float) -> bytes:
        # A timeout of 0 would mean something else: do not wait.
        self._connection.settimeout(max(0.001, deadline - time.monotonic()))
        try:
            return self._connection.recv(_CHUNK)
        except TimeoutError:
            if self._received:
                raise RefusedHeadError(HTTPStatus.REQUEST_TIMEOUT) from None
            return b""
