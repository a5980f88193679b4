"""What a person means by an address: a page, a file or a text, however it is typed.

https://user.github.io/repo/es/título/    a whole URL, here or of the preview
/repo/es/t%C3%ADtulo/    /es/título       an address, with the base path or without
es/título/index.html                      a file of the output
content/posts/2023-…-es.md                a text, published or not
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from site_builder.build.request import Planned
from site_builder.frozen import dataclass
from site_builder.inspect.paths import as_source
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.route import Copy, Route
from site_builder.model.words import did_you_mean
from site_builder.plan.urls import Urls
from site_builder.problems import Outcome, Problem

_PREVIEW = frozenset({"localhost", "127.0.0.1", "::1"})
_ALL_PAGES = "after a build, output/sitemap.xml lists the pages"
_TELLING = 4
"""Letters; the last part of an address that has fewer is nearly like too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was meant; a text has its page too, unless it is not public."""

    path: str
    """The source; empty for what has none."""
    document: Document | None
    """None for what is no text, and for a text that could not be read."""
    route: Route | None
    copy: Copy | None


def look_up(typed: str, planned: Planned, root: Path, here: Path) -> Outcome[Found]:
    """Find what ``typed`` means; ``here`` is where a path was typed.

    Problems: ``unknown-address``, with the nearest address there is.
    """
    if "://" not in typed:
        found = _by_source(as_source(typed, root, here), planned)
        if found is not None:
            return Outcome(value=found)
    address = _address(typed, planned.config)
    if isinstance(address, Problem):
        return Outcome(value=None, problems=(address,))
    found = _by_address(address, planned)
    if found is not None:
        return Outcome(value=found)
    return Outcome(value=None, problems=(_unknown(typed, address, planned),))


def _by_source(path: str, planned: Planned) -> Found | None:
    document = planned.site.by_path.get(path)
    if document is None:
        same = (one for one in planned.documents if _normal(one.path) == path)
        document = next(same, None)
    if document is not None:
        # The Site's own has inherited from its original.
        document = planned.site.by_path.get(document.path, document)
        owned = (route for route in planned.plan.routes if route.owner == document.path)
        return Found(path=document.path, document=document, route=next(owned, None), copy=None)
    if path in planned.site.hidden:
        return Found(path=path, document=None, route=None, copy=None)
    for copy in planned.plan.copies:
        if _normal(copy.source) == path:
            return Found(path=copy.source, document=None, route=None, copy=copy)
    return None


def _by_address(address: str, planned: Planned) -> Found | None:
    tries = set(_spellings(address))
    for route in planned.plan.routes:
        if route.address in tries or f"/{route.output}" in tries:
            document = planned.site.by_path.get(route.owner)
            path = document.path if document else ""
            return Found(path=path, document=document, route=route, copy=None)
    for copy in planned.plan.copies:
        if f"/{copy.output}" in tries:
            return Found(path=copy.source, document=None, route=None, copy=copy)
    urls = Urls(planned.config)
    for document in planned.documents:
        if document.path in planned.site.hidden and urls.document(document) in tries:
            return Found(path=document.path, document=document, route=None, copy=None)
    return None


def _spellings(address: str) -> Iterator[str]:
    yield address
    yield f"{address}/"
    yield f"{address}.html"
    yield address.removesuffix("index.html")
    yield address.rstrip("/")


def _address(typed: str, config: Config) -> str | Problem:
    """The address below the base path, decoded; a Problem for that of another site."""
    parts = urlsplit(typed)
    if parts.scheme and not _is_ours(parts, config):
        return Problem(
            code="unknown-address",
            message=f"{typed} is not an address of this site, {config.origin}{config.base_path}/",
            hint="give an address that begins so, or one that begins with /",
        )
    path = _normal(unquote(parts.path))
    path = path if path.startswith("/") else f"/{path}"
    base = config.base_path
    inside = base and (path == base or path.startswith(f"{base}/"))
    return (path.removeprefix(base) if inside else path) or "/"


def _is_ours(parts: SplitResult, config: Config) -> bool:
    own = urlsplit(config.origin)
    return parts.netloc.lower() == own.netloc.lower() or parts.hostname in _PREVIEW


def _unknown(typed: str, address: str, planned: Planned) -> Problem:
    known = [route.address for route in planned.plan.routes]
    known += [f"/{copy.output}" for copy in planned.plan.copies]
    texts = [document.path for document in planned.documents]
    if typed.startswith("content/") or typed.endswith(".md"):
        address, known = typed, texts
    meant = did_you_mean(address, known) or _by_last_part(address, known)
    return Problem(
        code="unknown-address",
        message=f"there is no page, file or text at {typed}",
        hint=f"did you mean {meant}?" if meant else _ALL_PAGES,
    )


def _by_last_part(address: str, known: Iterable[str]) -> str | None:
    """What ends nearly alike, whatever folders were typed before it."""
    last = _last_part(address)
    if len(last) < _TELLING:
        return None
    by_part: dict[str, str] = {}
    for one in known:
        by_part.setdefault(_last_part(one), one)
    return by_part.get(did_you_mean(last, by_part) or "")


def _last_part(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
