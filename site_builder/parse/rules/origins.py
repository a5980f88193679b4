"""From which other sites a page fetches something: the origins that its CSP has to admit."""

from __future__ import annotations

from urllib.parse import urlsplit

from site_builder.parse.rules.notebook import Notebook
from site_builder.patterns import late

_HOST = late(r"[a-z0-9_.-]+")
"""Nothing that could end a CSP source and begin another."""


def note_origin(notebook: Notebook, directive: str, target: str) -> None:
    """Note the origin of ``target`` under a CSP directive; what is on this site is not noted.

    An address without scheme counts as ``https``. Source: CSP Level 3, 2.3.1, host-source.
    """
    if not directive or "//" not in target:
        return
    try:
        parts = urlsplit(target)
        host, port = parts.hostname, parts.port
        ascii_host = (host or "").encode("idna").decode("ascii")
    except ValueError:
        return
    if not _HOST.fullmatch(ascii_host) or parts.scheme not in {"", "http", "https"}:
        return
    origin = f"{parts.scheme or 'https'}://{ascii_host}"
    notebook.hosts.add((directive, f"{origin}:{port}" if port else origin))
