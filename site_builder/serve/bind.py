"""An address on this machine, taken before the first build, since pages spell it out.

Without a host it is ``127.0.0.1`` and, where there is one, ``::1`` with the same port, so that
``localhost`` leads here whichever of the two a browser tries first.
"""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import secrets
import socket
from collections.abc import Iterable
from typing import Literal

from site_builder.frozen import dataclass
from site_builder.problems import Outcome, Problem
from site_builder.serve.port_owner import port_owner

DEFAULT_PORT = 8000
AUTO_TRIES = 100

_LAST_PORT = 65535
_LOCAL_NAMES = ("", "localhost")
_UNROUTED = ("203.0.113.1", 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An address that is ours until it is closed."""

    sockets: tuple[socket.socket, ...]
    """Listening."""
    host: str
    """As a URL spells it: a name, an IPv4 address, or an IPv6 address in brackets."""
    port: int
    key: str
    """The token that others must show; empty when only this machine can reach the address."""

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:8000``."""
        return f"http://{self.host}:{self.port}"

    def close(self) -> None:
        """Give the address back."""
        for listener in self.sockets:
            listener.close()


def bind(host: str = "", port: int | Literal["auto"] | None = None) -> Outcome[Bound]:
    """Take an address: port 8000 unless given, 0 for any free one, ``auto`` for the next free one.

    Problems: ``machine`` when the port is taken, not allowed or not a port, or the host not ours.
    """
    try:
        listeners = _listen(host, port)
    except (OSError, OverflowError, UnicodeError) as error:
        return Outcome(value=None, problems=(_problem(host, port, error),))
    bound_host, bound_port = listeners[0].getsockname()[:2]
    is_local = ipaddress.ip_address(bound_host).is_loopback
    bound = Bound(
        sockets=tuple(listeners),
        host=_spell(_reachable(bound_host) if host not in _LOCAL_NAMES else bound_host),
        port=bound_port,
        key="" if is_local else secrets.token_urlsafe(16),
    )
    return Outcome(value=bound)


def _listen(host: str, port: int | Literal["auto"] | None) -> list[socket.socket]:
    if port != "auto":
        return _listen_at(host, DEFAULT_PORT if port is None else port)
    for candidate in range(DEFAULT_PORT, DEFAULT_PORT + AUTO_TRIES):
        try:
            return _listen_at(host, candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return _listen_at(host, 0)


def _listen_at(host: str, port: int) -> list[socket.socket]:
    if not 0 <= port <= _LAST_PORT:
        raise OverflowError(port)
    if host not in _LOCAL_NAMES:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return [socket.create_server(address[:2], family=family, backlog=128)]
    listeners = [socket.create_server(("127.0.0.1", port), backlog=128)]
    with contextlib.suppress(OSError):
        port = listeners[0].getsockname()[1]
        listeners.append(socket.create_server(("::1", port), family=socket.AF_INET6, backlog=128))
    return listeners


def _reachable(host: str) -> str:
    """``0.0.0.0`` is no address to type in; then say the one that leads out of this machine."""
    if not ipaddress.ip_address(host).is_unspecified:
        return host
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: connecting a datagram socket only chooses the address to send from.
        probe.connect(_UNROUTED)
        return str(probe.getsockname()[0])
    return "127.0.0.1"


def _spell(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _problem(host: str, port: int | Literal["auto"] | None, error: Exception) -> Problem:
    number = DEFAULT_PORT if port in (None, "auto") else port
    other_port = "choose another port with --port, or let us find a free one with --port auto"
    if isinstance(error, socket.gaierror | UnicodeError):
        message, hint = f"{host!r} is not an address of this machine", "leave --host out"
    elif isinstance(error, OverflowError):
        message, hint = f"{number} is not a port", "ports go from 1 to 65535"
    elif isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        owner = port_owner(int(number or 0))
        message, hint = f"port {number} is in use{_by(owner)}", other_port
    elif isinstance(error, OSError) and error.errno == errno.EADDRNOTAVAIL:
        message, hint = f"{host!r} is not an address of this machine", "leave --host out"
    else:
        reason = getattr(error, "strerror", None) or error
        message, hint = f"port {number} cannot be used: {reason}", other_port
    return Problem(code="machine", message=message, hint=hint)


def _by(owners: Iterable[str]) -> str:
    named = ", ".join(owners)
    return f" by {named}" if named else ""
