from __future__ import annotations

from email.message import Message
from http import HTTPStatus

import pytest

from site_builder.serve.admission import (
    Rules,
    cookie_name,
    has_key_in_query,
    knows_key,
    refusal,
)

RULES = Rules(port=8000, allowed_hosts=("blog.test", "tunnel.test:443"))
GOOD_HOSTS = (
    "localhost:8000",
    "LOCALHOST:8000",
    "127.0.0.1:8000",
    "[::1]:8000",
    "blog.localhost:8000",
    "blog.test:8000",
    "tunnel.test:443",
)
WRONG_HOSTS = (
    "localhost",
    "localhost:8001",
    "evil.test:8000",
    "localhost.evil.test:8000",
    "evillocalhost:8000",
    "127.0.0.1.evil.test:8000",
    "192.168.1.5:8000",
    "0.0.0.0:8000",
    "blog.test:9000",
    "tunnel.test:8000",
    "user@localhost:8000",
    "localhost:8000/x",
    "",
)


def headers(**said: str | list[str]) -> Message:
    message = Message()
    for name, values in said.items():
        for value in [values] if isinstance(values, str) else values:
            message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize("host", GOOD_HOSTS)
@pytest.mark.parametrize("private", [False, True])
def test_our_own_hosts_are_answered(host: str, *, private: bool) -> None:
    """A request that names this machine, or a host that was allowed, is answered."""
    assert refusal(RULES, headers(Host=host), private=private) is None
    with_origin = headers(Host=host, Origin=f"http://{host}")
    assert refusal(RULES, with_origin, private=private) is None


@pytest.mark.parametrize("host", WRONG_HOSTS)
def test_other_hosts_are_forbidden(host: str) -> None:
    """A name that someone else points at this machine (DNS rebinding) gets nothing."""
    assert refusal(RULES, headers(Host=host), private=False) is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("hosts", [[], ["localhost:8000", "localhost:8000"]])
def test_a_request_names_one_host(hosts: list[str]) -> None:
    """No Host, or two of them, is a broken request."""
    assert refusal(RULES, headers(Host=hosts), private=False) is HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize("host", GOOD_HOSTS)
@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "http://evil.test",
        "http://localhost:3000",
        "https://evil.test:8000",
        "file://",
        "http://x@localhost:8000",
        "http://localhost:8000/",
        "http://[",
        "",
    ],
)
def test_other_origins_are_forbidden(host: str, origin: str) -> None:
    """A script of another site, or of another server on this machine, gets nothing."""
    said = headers(Host=host, Origin=origin)
    assert refusal(RULES, said, private=False) is HTTPStatus.FORBIDDEN


def test_an_origin_must_be_the_very_host_asked() -> None:
    """Two names of this machine are two origins."""
    said = headers(Host="localhost:8000", Origin="http://127.0.0.1:8000")
    assert refusal(RULES, said, private=False) is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    ("site", "mode", "page", "private"),
    [
        ("same-origin", "cors", None, None),
        ("none", "navigate", None, HTTPStatus.FORBIDDEN),
        ("cross-site", "navigate", None, HTTPStatus.FORBIDDEN),
        ("same-site", "navigate", None, HTTPStatus.FORBIDDEN),
        ("cross-site", "no-cors", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
        ("same-site", "no-cors", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
        ("cross-site", "cors", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
    ],
)
def test_other_sites_may_link_but_not_embed(
    site: str, mode: str, page: HTTPStatus | None, private: HTTPStatus | None
) -> None:
    """Others may lead to a page by a link, but not use it as an image, a script or by fetching; and
    the private addresses are for our own pages alone.
    """
    said = headers(Host="localhost:8000", Sec_Fetch_Site=site, Sec_Fetch_Mode=mode)
    assert refusal(RULES, said, private=False) is page
    assert refusal(RULES, said, private=True) is private


def test_numeric_addresses_are_hosts_only_of_an_open_preview() -> None:
    """A preview for other machines answers to its addresses, still not to names."""
    rules = Rules(port=8000, any_address=True, key="k")
    assert refusal(rules, headers(Host="192.168.1.5:8000"), private=False) is None
    assert refusal(rules, headers(Host="[fe80::1]:8000"), private=False) is None
    for host in ("192.168.1.5", "evil.test:8000"):
        assert refusal(rules, headers(Host=host), private=False) is HTTPStatus.FORBIDDEN


def test_a_preview_for_this_machine_needs_no_key() -> None:
    """On loopback nobody is asked for a token, and none is handed out."""
    assert knows_key(RULES, headers(), "/")
    assert not has_key_in_query(RULES, "/?token=")


@pytest.mark.parametrize(
    ("target", "cookie", "expected"),
    [
        ("/?token=secret", "", True),
        ("/x/?a=1&token=secret#y", "", True),
        ("/", "site_builder_8000=secret", True),
        ("/", "a=b; site_builder_8000=secret; c=d", True),
        ("/", "", False),
        ("/?token=", "", False),
        ("/?token=secre", "", False),
        ("/?token=%C3%A9", "", False),
        ("/secret", "", False),
        ("/", "site_builder_8001=secret", False),
        ("/", "site_builder_8000=", False),
        ("/", "site_builder_8000=secret2", False),
    ],
)
def test_an_open_preview_needs_the_key(target: str, cookie: str, *, expected: bool) -> None:
    """The token is taken from the address, or from the cookie of this port."""
    rules = Rules(port=8000, key="secret")
    assert cookie_name(rules) == "site_builder_8000"
    assert knows_key(rules, headers(Cookie=cookie), target) is expected
