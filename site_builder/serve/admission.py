"""Who may ask: the rules that keep a preview between the author and the author's own browser.

A page on the web can make a browser send requests to this machine. It can do so under a host name
of its own (DNS rebinding), hence the Host rule; or openly, hence the rule for Origin and
Sec-Fetch-Site (W3C Fetch Metadata). Following a link to the preview is allowed: the other page sees
nothing of it.
"""

from __future__ import annotations

import hmac
import ipaddress
from email.message import Message
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from site_builder.frozen import dataclass
from site_builder.patterns import late

_HOST = late(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_LOCAL = late(r"(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\]")
_DEFAULT_PORT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a request must show to be answered."""

    port: int
    """The port we listen at; the Host header has to name it."""
    allowed_hosts: tuple[str, ...] = ()
    """More names to answer to: ``name`` (with our port or none) or ``name:port``; lower case."""
    any_address: bool = False
    """Answer to any numeric address, for a preview that other machines may see."""
    key: str = ""
    """The token that other machines need; empty when only this machine can ask."""


def refusal(rules: Rules, headers: Message, *, private: bool) -> HTTPStatus | None:
    """Why these headers are refused, or None.

    ``private`` is for the addresses that only our own script asks for. 400 for a missing or doubled
    Host (RFC 9112, section 3.2), 403 for a host that is not ours or a request from another site.
    """
    hosts = headers.get_all("Host") or []
    if len(hosts) != 1:
        return HTTPStatus.BAD_REQUEST
    host = hosts[0].strip().lower()
    if not _is_our_host(rules, host) or not _is_from_us(headers, host, private=private):
        return HTTPStatus.FORBIDDEN
    return None


def knows_key(rules: Rules, headers: Message, target: str) -> bool:
    """Whether the request carries the token, in its query or in the cookie we set."""
    if not rules.key:
        return True
    name, key = cookie_name(rules), rules.key
    cookies = "; ".join(headers.get_all("Cookie") or []).split(";")
    return has_key_in_query(rules, target) or any(
        _same(cookie.strip(), f"{name}={key}") for cookie in cookies
    )


def has_key_in_query(rules: Rules, target: str) -> bool:
    """Whether the address itself carries the token, so that the cookie is to be set."""
    query = target.partition("?")[2].partition("#")[0]
    given = parse_qs(query).get("token", []) if rules.key else []
    return any(_same(token, rules.key) for token in given)


def cookie_name(rules: Rules) -> str:
    """Browsers share cookies between ports, so the name tells them apart."""
    return f"site_builder_{rules.port}"


def _is_our_host(rules: Rules, host: str) -> bool:
    parts = _HOST.fullmatch(host)
    if not parts:
        return False
    name, port = parts["name"], int(parts["port"] or _DEFAULT_PORT)
    if host in rules.allowed_hosts:
        return True
    if port != rules.port:
        return False
    return (
        name in rules.allowed_hosts
        or _LOCAL.fullmatch(name) is not None
        or (rules.any_address and _is_address(name))
    )


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _is_from_us(headers: Message, host: str, *, private: bool) -> bool:
    for origin in headers.get_all("Origin") or []:
        parts = _scheme_and_host(origin.strip().lower())
        if parts not in (("http", host), ("https", host)):
            return False
    sites = [site.strip().lower() for site in headers.get_all("Sec-Fetch-Site") or []]
    if private:
        return all(site == "same-origin" for site in sites)
    if all(site in ("same-origin", "none") for site in sites):
        return True
    modes = [mode.strip().lower() for mode in headers.get_all("Sec-Fetch-Mode") or []]
    return modes == ["navigate"]


def _scheme_and_host(origin: str) -> tuple[str, str] | None:
    """Scheme and authority of an Origin; None when it is not of that form (``null``)."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    whole = f"{parts.scheme}://{parts.netloc}"
    return (parts.scheme, parts.netloc) if whole == origin else None


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), expected.encode())
