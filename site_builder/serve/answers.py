"""One request, one answer. Knows no socket, and reads nothing of a request but its head.

Below the base path is the site. Besides it there is, with the token of this run:

    /__site_builder/<token>/reload.js       the script in every page
    /__site_builder/<token>/events          the stream that says ``reload`` or ``error``
    /__site_builder/<token>/problems        what is wrong, as JSON
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from site_builder.frozen import dataclass
from site_builder.problems import Problem
from site_builder.serve import admission, content_types, overlay
from site_builder.serve.admission import Rules
from site_builder.serve.files import FilePart, open_item, size_of, wanted_range
from site_builder.serve.inject import with_script
from site_builder.serve.pages import Found, Moved, Pages, decode_target, find
from site_builder.serve.reload import client_script, seen_generation

PRIVATE = "/__site_builder/"
LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes; a longer HTML file is served as it is, without our script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What can be seen at one moment."""

    pages: Pages | None
    """The last good site; None until there is one."""
    problems: tuple[Problem, ...]
    """What is wrong since; empty when ``pages`` is up to date."""
    generation: int
    """Another number whenever there is something else to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client asks."""

    method: str
    target: str
    """As in the first line of the request."""
    headers: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Server-sent events for a page that shows generation ``seen``."""

    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a client gets."""

    status: HTTPStatus
    content_type: str
    body: bytes | FilePart | Stream
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responder:
    """Answers requests about what is showing."""

    rules: Rules
    token: str
    """Part of our private addresses; another one in every run."""
    root: Path
    """The project's folder, left out of what is shown."""
    showing: Callable[[], Showing]

    def answer(self, request: Request) -> Answer:
        """Answer one request: 400, 403, 404 and 405 with a few words, the rest with the site."""
        private = request.target.startswith(PRIVATE)
        refused = admission.refusal(self.rules, request.headers, private=private)
        if refused:
            return refuse(refused)
        if request.method not in ("GET", "HEAD"):
            return refuse(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD"))
        path = decode_target(request.target)
        if path is None:
            return refuse(HTTPStatus.BAD_REQUEST)
        if not admission.knows_key(self.rules, request.headers, request.target):
            return refuse(HTTPStatus.FORBIDDEN)
        answer = self._private(path, request) if private else self._public(path, request)
        if admission.has_key_in_query(self.rules, request.target):
            cookie = f"{admission.cookie_name(self.rules)}={self.rules.key}"
            policy = "; Path=/; HttpOnly; SameSite=Strict"
            answer = replace(answer, headers=(*answer.headers, ("Set-Cookie", cookie + policy)))
        return answer

    def script_address(self, generation: int) -> str:
        """Where a page that shows this generation finds our script."""
        return f"{PRIVATE}{self.token}/reload.js?seen={generation}"

    def _private(self, path: str, request: Request) -> Answer:
        ours = f"{PRIVATE}{self.token}/"
        if path == f"{ours}reload.js":
            return _ok(content_types.JAVASCRIPT, client_script())
        if path == f"{ours}problems":
            problems = overlay.problems_json(self.showing().problems, self.root)
            return _ok(content_types.JSON, problems)
        if path == f"{ours}events":
            return _ok(content_types.EVENTS, Stream(seen=seen_generation(request.target)))
        return refuse(HTTPStatus.NOT_FOUND)

    def _public(self, path: str, request: Request) -> Answer:
        while True:
            showing = self.showing()
            if showing.pages is None:
                return self._no_page_yet(showing)
            found = find(showing.pages, path)
            if found is None:
                return refuse(HTTPStatus.NOT_FOUND)
            if isinstance(found, Moved):
                return refuse(found.status, ("Location", found.location))
            file = open_item(found.item)
            if file:
                return self._page(found, file, showing.generation, request)
            # A rebuild between looking up and opening takes old files away; then look again.
            if self.showing() is showing:
                return refuse(HTTPStatus.NOT_FOUND)

    def _no_page_yet(self, showing: Showing) -> Answer:
        script = self.script_address(showing.generation)
        return Answer(
            status=HTTPStatus.SERVICE_UNAVAILABLE,
            content_type=content_types.HTML,
            body=overlay.problems_page(showing.problems, self.root, script),
            headers=(("Content-Security-Policy", overlay.PAGE_POLICY),),
        )

    def _page(self, found: Found, file: BinaryIO, generation: int, request: Request) -> Answer:
        size = size_of(file)
        kind = content_types.content_type(found.output)
        if kind == content_types.HTML and size <= LARGEST_PAGE:
            with file:
                page = with_script(file.read(), self.script_address(generation))
            return Answer(status=found.status, content_type=kind, body=page)
        wanted = wanted_range(request.headers, size) if found.status is HTTPStatus.OK else None
        if wanted is not None and not wanted:
            file.close()
            nothing = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
            return refuse(nothing, ("Content-Range", f"bytes */{size}"))
        return _file_answer(found, kind, FilePart(file=file, start=0, length=size), wanted)


def _file_answer(found: Found, kind: str, whole: FilePart, wanted: range | None) -> Answer:
    ranges = ("Accept-Ranges", "bytes")
    if wanted is None:
        return Answer(status=found.status, content_type=kind, body=whole, headers=(ranges,))
    said = ("Content-Range", f"bytes {wanted.start}-{wanted.stop - 1}/{whole.length}")
    return Answer(
        status=HTTPStatus.PARTIAL_CONTENT,
        content_type=kind,
        body=FilePart(file=whole.file, start=wanted.start, length=len(wanted)),
        headers=(ranges, said),
    )


def refuse(status: HTTPStatus, *headers: tuple[str, str]) -> Answer:
    """An answer that only says its status."""
    words = f"{status.value} {status.phrase}\n".encode()
    return Answer(status=status, content_type=content_types.TEXT, body=words, headers=headers)


def _ok(content_type: str, body: bytes | Stream) -> Answer:
    return Answer(status=HTTPStatus.OK, content_type=content_type, body=body)
