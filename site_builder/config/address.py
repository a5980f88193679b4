"""Where the site will be: ``url`` and ``base_path`` → origin and base path."""

from __future__ import annotations

import re

from site_builder.frozen import dataclass
from site_builder.patterns import late

# RFC 3986, 3.2: no user information, since it would be published.
_URL = late(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[^\s/?#@\\:\[\]<>\"']+)(?P<port>:\d{1,5})?(?P<path>/[^\s?#]*)?",
    re.IGNORECASE,
)
_PART = late(r"[A-Za-z0-9._~-]+")
_EXAMPLE = "write it as https://example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A site's address in its two parts."""

    origin: str
    """Scheme and host in lower case, without a slash at the end."""
    base_path: str
    """Empty, or ``/repo``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an address cannot be used."""

    message: str
    """What is wrong, without the key."""
    hint: str
    """One suggestion."""


def read_url(url: str) -> Address | Refusal:
    """Split an absolute address without query; a path in it is the base path."""
    if not url.strip():
        return Refusal(message="is empty, and feeds and links need it", hint=_EXAMPLE)
    if "?" in url or "#" in url:
        return Refusal(message=f'"{url}" has a query or a fragment', hint="leave it out")
    match = _URL.fullmatch(url.strip())
    if match is None:
        return Refusal(message=f'"{url}" is not an http or https address', hint=_EXAMPLE)
    base_path = read_base_path(match["path"] or "")
    if isinstance(base_path, Refusal):
        return base_path
    origin = f"{match['scheme']}://{match['host']}{match['port'] or ''}".lower()
    return Address(origin=origin, base_path=base_path)


def read_base_path(typed: str) -> str | Refusal:
    """Give a base path as we keep it: ``repo``, ``/repo/`` and ``/repo`` are one; ``/`` is none."""
    parts = [part for part in typed.strip().split("/") if part]
    for part in parts:
        if part in {".", ".."} or not _PART.fullmatch(part):
            return Refusal(
                message=f'the path "{typed}" has more than letters, digits and . _ ~ -',
                hint="write it as /repo",
            )
    return "".join(f"/{part}" for part in parts)
