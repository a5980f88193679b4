from __future__ import annotations

import contextlib
import random
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.trials import tries

if TYPE_CHECKING:
    from tests.unit.serve.conftest import Preview

GOOD = "GET {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n"


def test_every_answer_keeps_other_sites_and_caches_out(preview: Preview) -> None:
    """No sniffing, no storing, no embedding, no word to other origins, whatever the answer."""
    for reply in (preview.get("/"), preview.get("/nothing"), preview.get("/", "POST")):
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert not [name for name in reply.headers if name.lower().startswith("access-control")]


def test_a_page_is_sent_whole(preview: Preview) -> None:
    """The length that is said is the length that is sent, also for addresses in other scripts."""
    for target in ("/", quote("/es/título/"), "/es/título/"):
        reply = preview.get(target)
        assert reply.status == 200
        assert int(reply.headers["Content-Length"]) == len(reply.body)
        assert reply.headers["Content-Type"] == "text/html; charset=utf-8"


def test_head_says_what_get_would_send(preview: Preview) -> None:
    """HEAD has the headers of GET and no body, for pages, files and the stream."""
    for target in ("/", "/audio/a.mp3"):
        got, asked = preview.get(target), preview.get(target, "HEAD")
        assert asked.body == b""
        assert asked.headers["Content-Length"] == got.headers["Content-Length"]
    assert preview.get(f"/__site_builder/{preview.token}/events", "HEAD").body == b""


def test_a_recording_is_sent_in_parts(preview: Preview) -> None:
    """A player that jumps gets the bytes it asks for."""
    reply = preview.get("/audio/a.mp3", Range="bytes=10-12")
    assert (reply.status, reply.body) == (206, b"\x0a\x0b\x0c")
    assert reply.headers["Content-Range"] == "bytes 10-12/100"
    assert preview.get("/audio/a.mp3", Range="bytes=100-").status == 416


def test_a_connection_is_kept_and_answers_without_delay(preview: Preview) -> None:
    """Small answers over a kept connection do not wait 40 ms each (Nagle and delayed ACK)."""
    request = f"GET /feed.xml HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode()
    seconds = []
    with preview.connect() as client:
        for _ in range(20):
            started = time.monotonic()
            client.sendall(request)
            received = b""
            while not received.endswith(b"<feed/>"):
                received += client.recv(65536)
            assert received.startswith(b"HTTP/1.1 200")
            seconds.append(time.monotonic() - started)
    # The first few answers never wait, and a busy machine delays some of the others.
    assert sorted(seconds)[10] < 0.03


def test_requests_in_one_packet_are_answered_in_turn(preview: Preview) -> None:
    """Two requests sent at once get two answers."""
    one = f"GET /feed.xml HTTP/1.1\r\nHost: {preview.host}\r\n\r\n"
    reply = preview.raw((one + GOOD.format("/feed.xml", preview.host)).encode())
    assert reply.body.count(b"<feed/>") == 2


def test_a_client_of_http_1_0_is_answered_and_let_go(preview: Preview) -> None:
    """An old client gets its page, and the end of the connection is the end of it."""
    reply = preview.raw(f"GET /feed.xml HTTP/1.0\r\nHost: {preview.host}\r\n\r\n".encode())
    assert (reply.status, reply.body) == (200, b"<feed/>")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/../secret.txt", 404),
        ("/%2e%2e/secret.txt", 404),
        ("/..%2fsecret.txt", 404),
        ("/....//secret.txt", 404),
        ("/es/%2e%2e/%2e%2e/secret.txt", 404),
        ("/store/../secret.txt", 404),
        ("/.git/config", 404),
        ("/.site_builder/preview/", 404),
        ("/secret.txt", 404),
        ("/..%5csecret.txt", 400),
        ("/..\\secret.txt", 400),
        ("/secret.txt%00.html", 400),
        ("/%c0%ae%c0%ae/secret.txt", 400),
        ("/%0d%0aX:%20y", 400),
        ("//secret.txt", 400),
        ("//evil.test/", 400),
        ("///", 400),
        ("http://127.0.0.1/secret.txt", 400),
        ("file:///etc/passwd", 400),
        ("*", 400),
        ("secret.txt", 400),
        ("?", 400),
    ],
)
def test_no_address_leads_out_of_the_site(preview: Preview, target: str, status: int) -> None:
    """Whatever a target is made of, no byte from outside the site comes back, and soon."""
    started = time.monotonic()
    reply = preview.get(target)
    assert reply.status == status
    assert preview.secret not in reply.body
    assert time.monotonic() - started < 1


def test_a_redirect_is_made_of_a_known_address(preview: Preview) -> None:
    """What a request adds to an address does not come back in a header."""
    reply = preview.get(quote("/es/título") + "?x=%0d%0aSet-Cookie:y#z")
    assert reply.status == 301
    assert reply.headers["Location"] == "/es/t%C3%ADtulo/"


HOSTILE = [
    (b"GET / HTTP/1.1\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n", 403),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.test\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.test\r\n\r\n", 403),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: null\r\n\r\n", 403),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: cross-site\r\n\r\n", 403),
    (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", 405),
    (b"PUT /x HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 405),
    (b"DELETE / HTTP/1.1\r\nHost: evil.test\r\n\r\n", 403),
    (b"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
    (b"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nno colon here\r\nX: y\r\n\r\n", 400),
    (b"GET / HTTP/2.0\r\nHost: {host}\r\n\r\n", 400),
    (b"GET / HTTP/1.1 more\r\nHost: {host}\r\n\r\n", 400),
    (b"GET / FTP/1.1\r\nHost: {host}\r\n\r\n", 400),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    (b"GET\r\n\r\n", 400),
    (b"\x16\x03\x01\x02\x00\x01\x00", 400),
    (b"\x00" * 64, 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", 431),
    (b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n", 431),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X: y\r\n" * 150 + b"\r\n", 431),
]


@pytest.mark.parametrize(("request_bytes", "status"), HOSTILE)
def test_hostile_requests_are_refused(
    preview: Preview, request_bytes: bytes, status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """Broken, foreign and writing requests get a few words; nothing is printed."""
    reply = preview.raw(request_bytes.replace(b"{host}", preview.host.encode()))
    assert reply.status == status
    assert len(reply.body) < 100
    assert preview.get("/").status == 200
    assert capfd.readouterr() == ("", "")


def test_a_request_of_http_0_9_gets_no_page(preview: Preview) -> None:
    """A line without a version is answered without a byte of the site."""
    with preview.connect() as client:
        client.sendall(b"GET /\r\n\r\n")
        assert b"home" not in client.recv(65536)


def test_what_follows_a_body_is_no_request(preview: Preview) -> None:
    """A request hidden in the body of another is never answered."""
    hidden = GOOD.format("/feed.xml", preview.host)
    head = f"POST / HTTP/1.1\r\nHost: {preview.host}\r\nContent-Length: {len(hidden)}\r\n\r\n"
    reply = preview.raw((head + hidden).encode())
    assert reply.status == 405
    assert b"<feed/>" not in reply.body


def test_the_stream_says_reload_to_a_page_that_is_behind(preview: Preview) -> None:
    """A page of an older generation is told to reload as soon as it asks; then the stream ends."""
    reply = preview.get(f"/__site_builder/{preview.token}/events?seen=0")
    assert reply.headers["Content-Type"].startswith("text/event-stream")
    assert reply.body == b"retry: 500\n\ndata: reload\n\n"


def test_the_stream_tells_what_happens(preview: Preview) -> None:
    """An open page hears of a mistake, then of the new site."""
    target = f"/__site_builder/{preview.token}/events?seen=1"
    with preview.connect() as client:
        client.sendall(f"GET {target} HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode())
        received = b""
        while b"retry: 500\n\n" not in received:
            received += client.recv(65536)
        preview.bell.ring_error()
        assert client.recv(65536) == b"data: error\n\n"
        preview.bell.ring_reload(2)
        assert preview.read(client).body == b""


def test_the_stream_is_for_our_own_pages(preview: Preview) -> None:
    """Another site cannot listen, nor can who does not know the token."""
    target = f"/__site_builder/{preview.token}/events?seen=0"
    assert preview.get(target, Sec_Fetch_Site="cross-site").status == 403
    assert preview.get(target, Origin="http://evil.test").status == 403
    assert preview.get("/__site_builder/guess/events?seen=0").status == 404


PARTS = (
    *(
        "GET",
        "HEAD",
        "POST",
        "get",
        "/",
        "//",
        "/es/",
        "/secret.txt",
        "../",
        "%2e%2e/",
        "%00",
        "\\",
    ),
    *("http://evil.test/", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", " ", "  ", "\t", "\r", "\n", "\r\n"),
    *("Host: ", "Host: {host}\r\n", "Origin: null\r\n", "Range: bytes=0-\r\n", "Cookie: a\r\n"),
    *(
        "Content-Length: -1\r\n",
        "Transfer-Encoding: x\r\n",
        "Connection: keep-alive\r\n",
        ":",
        "\x00",
    ),
    *("Sec-Fetch-Site: cross-site\r\n", "é", "\ud800", "x" * 5000, "\r\n\r\n"),
)


def test_no_mixture_of_parts_gets_what_it_should_not(preview: Preview) -> None:
    """Requests put together at random: no secret, no 5xx, and the server lives on."""
    dice = random.Random(20_260_115)  # noqa: S311 because the same dice fall in every run
    for _ in range(tries("requests")):
        parts = [dice.choice(PARTS) for _ in range(dice.randint(1, 12))]
        start = dice.choice(["", f"GET / HTTP/1.1\r\nHost: {preview.host}\r\n"])
        text = start + "".join(parts) + dice.choice(["", "\r\n\r\n"])
        with preview.connect() as client:
            with contextlib.suppress(OSError):
                client.sendall(text.replace("{host}", preview.host).encode("utf-8", "replace"))
                client.shutdown(socket.SHUT_WR)
            reply = preview.read(client)
        assert reply.status < 500
        assert preview.secret not in reply.body
    assert preview.get("/").status == 200
