from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from site_builder.serve.head import HeadReader, RefusedHeadError

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_heads_come_one_after_the_other(pair: Pair) -> None:
    """Two requests in one packet are two heads; empty lines before a request do not count."""
    ours, theirs = pair
    theirs.sendall(b"\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\n\n")
    theirs.shutdown(socket.SHUT_WR)
    reader = HeadReader(ours)
    assert reader.read() == b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
    assert reader.read() == b"GET /b HTTP/1.1\n\n"
    assert reader.read() == b""


def refused(reader: HeadReader) -> HTTPStatus:
    with pytest.raises(RefusedHeadError) as caught:
        reader.read()
    return caught.value.status


def test_a_long_head_is_refused(pair: Pair) -> None:
    """More bytes than the limit are refused, whether the head is whole or not."""
    ours, theirs = pair
    theirs.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 200 + b"\r\n\r\n")
    assert refused(HeadReader(ours, max_bytes=100)) is HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE


def test_what_is_no_http_is_refused_at_once(pair: Pair) -> None:
    """A browser that tries https gets its answer without waiting for a line that never ends."""
    ours, theirs = pair
    theirs.sendall(b"\x16\x03\x01\x02\x00")
    assert refused(HeadReader(ours)) is HTTPStatus.BAD_REQUEST


def test_a_silent_client_is_let_go(pair: Pair) -> None:
    """A connection on which nothing comes ends without a word."""
    assert HeadReader(pair[0], max_seconds=0.05).read() == b""


def test_a_slow_client_is_let_go_in_time(pair: Pair) -> None:
    """A byte now and then does not keep a connection: the whole head has one deadline."""
    ours, theirs = pair
    done = threading.Event()

    def drip() -> None:
        while not done.wait(0.02):
            theirs.sendall(b"G")

    thread = threading.Thread(target=drip)
    thread.start()
    started = time.monotonic()
    assert refused(HeadReader(ours, max_seconds=0.2)) is HTTPStatus.REQUEST_TIMEOUT
    assert time.monotonic() - started < 2
    done.set()
    thread.join()
