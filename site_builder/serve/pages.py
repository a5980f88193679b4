"""Which address answers with which file, as GitHub Pages would answer.

    /repo/es/hola/     es/hola/index.html
    /repo/es/hola      the file es/hola, else es/hola.html, else a redirect to /repo/es/hola/
    /repo/nothing      404.html, with the status 404
    /                  a redirect to /repo/

An address is looked up in a map of what the site is made of. No path on disk is ever put together
from what a request says, so there is nothing to climb out of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote, unquote_to_bytes

from site_builder.frozen import dataclass
from site_builder.patterns import late

NOT_FOUND_PAGE = "404.html"

_UNSAFE = late(r"[\x00-\x1f\x7f\\]")
_KEPT_IN_ADDRESSES = "/-._~!$&'()*+,;=:@"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file that may be served."""

    path: str
    """Absolute."""
    stamp: str
    """Differs when the bytes differ: a digest, or size and time of a file published as it is."""
    within: str = ""
    """The folder that the file must really lie in when it is read; empty for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """All that the site consists of at one moment."""

    base_path: str
    """``/repo``, or empty; decoded, without a slash at its end."""
    files: Mapping[str, Item]
    """Output path (``es/hola/index.html``, NFC) → the file with its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The address leads to a file."""

    output: str
    """The output path that answers."""
    item: Item
    status: HTTPStatus
    """OK, or NOT_FOUND when the site's own 404 page answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The address leads to another one."""

    location: str
    """Percent-encoded path, made of an address of the site, never of the request."""
    status: HTTPStatus


def normal_base_path(base_path: str) -> str:
    """``repo``, ``/repo`` and ``/repo/`` are one base path, ``/repo``; ``/`` is the empty one."""
    inner = base_path.strip("/")
    return f"/{inner}" if inner else ""


def decode_target(target: str) -> str | None:
    """The path a request asks for (RFC 9112, section 3.2.1): percent-decoded once, NFC, no query.

    None for anything but one plain path: ``http://…`` and ``//host`` forms, ``*``, broken UTF-8,
    control characters and backslashes.
    """
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    if not path.startswith("/") or path.startswith("//") or not path.isascii():
        return None
    try:
        decoded = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _UNSAFE.search(decoded) else unicodedata.normalize("NFC", decoded)


def find(pages: Pages, path: str) -> Found | Moved | None:
    """Look a decoded path up; None when the site has no answer at all, not even a 404 page."""
    if path in ("/", pages.base_path) and pages.base_path:
        return Moved(location=address(pages.base_path, ""), status=HTTPStatus.FOUND)
    if not path.startswith(f"{pages.base_path}/"):
        return None
    below = path[len(pages.base_path) + 1 :]
    folder_page = f"{below.rstrip('/')}/index.html".removeprefix("/")
    if below == "" or below.endswith("/"):
        candidates = [f"{below}index.html"]
    else:
        candidates = [below, f"{below}.html"]
    for output in candidates:
        if output in pages.files:
            return Found(output=output, item=pages.files[output], status=HTTPStatus.OK)
    if not below.endswith("/") and folder_page in pages.files:
        known = folder_page.removesuffix("index.html")
        return Moved(location=address(pages.base_path, known), status=HTTPStatus.MOVED_PERMANENTLY)
    if NOT_FOUND_PAGE in pages.files:
        item = pages.files[NOT_FOUND_PAGE]
        return Found(output=NOT_FOUND_PAGE, item=item, status=HTTPStatus.NOT_FOUND)
    return None


def address(base_path: str, below: str) -> str:
    """Spell the address of what lies ``below`` the base path, percent-encoded."""
    return quote(f"{base_path}/{below}", safe=_KEPT_IN_ADDRESSES)


def changed_outputs(before: Pages | None, after: Pages) -> int:
    """How many files are new, gone or different."""
    old = before.files if before else {}
    # Most are the same object, and to see that takes a tenth of comparing their stamps. A page that
    # was shown ahead of its rebuild lies elsewhere, and is no other page.
    different = sum(
        1
        for output, item in after.files.items()
        if (was := old.get(output)) is not item and (was is None or was.stamp != item.stamp)
    )
    return different + sum(1 for output in old if output not in after.files)
