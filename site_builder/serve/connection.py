"""One connection: heads of requests in, answers out, until one side has enough."""

from __future__ import annotations

import contextlib
import io
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Protocol

from site_builder.patterns import late
from site_builder.serve.answers import Answer, Request, Responder, Stream, refuse
from site_builder.serve.files import FilePart
from site_builder.serve.head import HeadReader, RefusedHeadError
from site_builder.serve.reload import Bell, Word, in_stream, stream_start

SEND_SECONDS = 15.0
"""How long a client may take for what it is sent at once."""

_CHUNK = 64 * 1024
_NOT_ASCII = late(rb"[\x80-\xff]")
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Preview(Protocol):
    """What a connection needs of the server it belongs to."""

    responder: Responder
    bell: Bell


class Connection(BaseHTTPRequestHandler):
    """Reads heads and sends answers; of a body nothing is ever read."""

    protocol_version = "HTTP/1.1"
    server_version = "site_builder"
    sys_version = ""
    # The base would answer a broken first line in the manner of HTTP/0.9, without a status.
    default_request_version = "HTTP/1.0"
    # A small answer over a connection that is kept takes 48 ms without these two.
    disable_nagle_algorithm = True
    wbufsize = -1

    def setup(self) -> None:
        """Heads are read from the socket itself, so the file for reading is given back."""
        super().setup()
        self.rfile.close()
        self._heads = HeadReader(self.connection)
        preview: Preview = self.server  # type: ignore[assignment]  # because typeshed knows no own server
        self._preview = preview

    def handle_one_request(self) -> None:
        """Read one head and answer it."""
        self.close_connection = True
        self.command, self.request_version, self.requestline = "", self.protocol_version, ""
        try:
            head = self._heads.read()
        except RefusedHeadError as refused:
            self._send(refuse(refused.status))
            return
        if not head:
            return
        line, _, headers = head.partition(b"\n")
        self.raw_requestline = _NOT_ASCII.sub(lambda byte: b"%%%02X" % byte[0][0], line)
        self.rfile = io.BytesIO(headers)
        if self.parse_request():
            self.close_connection |= self.request_version != "HTTP/1.1"
            self._send(self._answer())

    def _answer(self) -> Answer:
        is_broken = bool(self.headers.defects or self.headers.get_payload())
        lengths = self.headers.get_all("Content-Length") or []
        has_body = "Transfer-Encoding" in self.headers or any(length != "0" for length in lengths)
        # What follows a body that nobody reads would pass for the next request.
        self.close_connection |= is_broken or has_body
        _, target, *version = self.requestline.split()
        if is_broken or not version or (has_body and self.command in ("GET", "HEAD")):
            return refuse(HTTPStatus.BAD_REQUEST)
        request = Request(method=self.command, target=target, headers=self.headers)
        return self._preview.responder.answer(request)

    def _send(self, answer: Answer) -> None:
        body = answer.body
        self.connection.settimeout(SEND_SECONDS)
        self.close_connection |= isinstance(body, Stream) or answer.status >= HTTPStatus.BAD_REQUEST
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        if not isinstance(body, Stream):
            length = body.length if isinstance(body, FilePart) else len(body)
            self.send_header("Content-Length", str(length))
        for name, value in (*answer.headers, *_ALWAYS):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        with contextlib.ExitStack() as opened:
            if isinstance(body, FilePart):
                opened.enter_context(body.file)
            if self.command != "HEAD":
                self._send_body(body)
        self.wfile.flush()

    def _send_body(self, body: bytes | FilePart | Stream) -> None:
        if isinstance(body, Stream):
            self._send_stream(body)
        elif isinstance(body, FilePart):
            self._send_file(body)
        else:
            self.wfile.write(body)

    def _send_file(self, part: FilePart) -> None:
        part.file.seek(part.start)
        left = part.length
        while left and (chunk := part.file.read(min(left, _CHUNK))):
            self.wfile.write(chunk)
            left -= len(chunk)
        # A file that became shorter meanwhile: the client sees that the answer is not whole.
        self.close_connection |= left > 0

    def _send_stream(self, stream: Stream) -> None:
        self.wfile.write(stream_start())
        self.wfile.flush()
        for word in self._preview.bell.follow(stream.seen):
            if word is Word.PULSE and self._is_gone():
                return
            self.wfile.write(in_stream(word))
            self.wfile.flush()

    def _is_gone(self) -> bool:
        """Whether the page was closed, or says something where nothing is to be said."""
        self.connection.setblocking(False)
        try:
            self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            self.connection.settimeout(SEND_SECONDS)
            return False
        return True

    def send_error(self, code: int, *_words: object, **_more: object) -> None:
        """What ``parse_request`` says of a broken head; its words repeat the head, ours do not."""
        status = HTTPStatus(code)
        known = (HTTPStatus.REQUEST_URI_TOO_LONG, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        self._send(refuse(status if status in known else HTTPStatus.BAD_REQUEST))

    def log_message(self, *_words: object, **_more: object) -> None:
        """Say nothing: a preview has a terminal to share."""
