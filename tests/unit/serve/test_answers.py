from __future__ import annotations

import json
from dataclasses import replace
from email.message import Message
from http import HTTPStatus
from pathlib import Path

import pytest

from site_builder.problems import Place, Problem
from site_builder.serve.admission import Rules
from site_builder.serve.answers import Answer, Request, Responder, Showing, Stream, refuse
from site_builder.serve.files import FilePart
from site_builder.serve.pages import Item, Pages

HOST = "localhost:8000"
MISTAKE = Problem(
    code="bad-date",
    message="a wrong date",
    place=Place(path="content/x.md", line=4, column=7),
    quote="date: no",
)


class Site:
    """A responder whose showing can be changed."""

    def __init__(self, root: Path, rules: Rules) -> None:
        (root / "index.html").write_text("<body>home</body>")
        (root / "a.mp3").write_bytes(bytes(range(100)))
        items = {name: Item(path=str(root / name), stamp=name) for name in ("index.html", "a.mp3")}
        pages = Pages(base_path="", files=items)
        self.showing = Showing(pages=pages, problems=(), generation=7)
        self.responder = Responder(rules=rules, token="t", root=root, showing=lambda: self.showing)  # noqa: S106 because it is no secret here

    def ask(self, target: str, method: str = "GET", **said: str) -> Answer:
        headers = Message()
        for name, value in ({"Host": HOST} | said).items():
            headers[name.replace("_", "-")] = value
        return self.responder.answer(Request(method=method, target=target, headers=headers))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, Rules(port=8000))


def text(answer: Answer) -> str:
    assert isinstance(answer.body, bytes)
    return answer.body.decode()


def test_pages_come_with_the_script_of_this_run(site: Site) -> None:
    """The script's address names the run and the generation of the page."""
    shown = text(site.ask("/"))
    assert shown.startswith("<body>home<script")
    assert 'src="/__site_builder/t/reload.js?seen=7"' in shown


def test_files_that_are_no_pages_are_sent_as_they_are(site: Site) -> None:
    """A recording is not touched; a player may ask for a part of it, and for one beyond it."""
    whole, part = site.ask("/a.mp3"), site.ask("/a.mp3", Range="bytes=10-19")
    for answer, start, length in ((whole, 0, 100), (part, 10, 10)):
        assert isinstance(answer.body, FilePart)
        assert (answer.body.start, answer.body.length) == (start, length)
        answer.body.file.close()
    assert part.status is HTTPStatus.PARTIAL_CONTENT
    assert ("Content-Range", "bytes 10-19/100") in part.headers
    beyond = site.ask("/a.mp3", Range="bytes=200-")
    assert beyond.status is HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert ("Content-Range", "bytes */100") in beyond.headers


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "X"]
)
def test_nothing_can_be_done_but_reading(site: Site, method: str) -> None:
    """All methods but GET and HEAD are refused, and the answer says which are allowed."""
    answer = site.ask("/", method)
    assert answer.status is HTTPStatus.METHOD_NOT_ALLOWED
    assert answer.headers == (("Allow", "GET, HEAD"),)


def test_the_private_addresses_need_the_token_of_this_run(site: Site) -> None:
    """Script, stream and problems have answers at their own addresses, and nowhere else."""
    assert text(site.ask("/__site_builder/t/reload.js?seen=7")).startswith("// Follows the preview")
    assert site.ask("/__site_builder/t/events?seen=7").body == Stream(seen=7)
    assert text(site.ask("/__site_builder/t/problems")) == "[]"
    for target in ("/__site_builder/x/events", "/__site_builder/t/", "/__site_builder/events"):
        assert site.ask(target).status is HTTPStatus.NOT_FOUND
    linked = site.ask("/__site_builder/t/events", Sec_Fetch_Site="none", Sec_Fetch_Mode="navigate")
    assert linked.status is HTTPStatus.FORBIDDEN


def test_a_mistake_is_shown_and_the_last_good_page_stays(site: Site) -> None:
    """While something is wrong, pages answer as before and the problems can be fetched."""
    site.showing = replace(site.showing, problems=(MISTAKE,))
    assert site.ask("/").status is HTTPStatus.OK
    (shown,) = json.loads(text(site.ask("/__site_builder/t/problems")))
    assert shown["where"] == "content/x.md:4:7"


def test_without_a_good_site_every_address_shows_what_is_wrong(site: Site) -> None:
    """Before the first good build the page says why, and reloads when there is one."""
    site.showing = Showing(pages=None, problems=(MISTAKE,), generation=1)
    answer = site.ask("/any/where/")
    assert answer.status is HTTPStatus.SERVICE_UNAVAILABLE
    assert "content/x.md:4:7" in text(answer)
    assert "/__site_builder/t/reload.js?seen=1" in text(answer)


def test_a_rebuild_between_looking_up_and_opening_is_not_seen(site: Site, tmp_path: Path) -> None:
    """A file that a rebuild took away meanwhile is looked up again in the new site."""
    good = site.showing
    assert good.pages
    gone = Item(path=str(tmp_path / "gone"), stamp="gone")
    old = Showing(pages=Pages(base_path="", files={"index.html": gone}), problems=(), generation=6)
    answers = iter([old, good, good])
    responder = replace(site.responder, showing=lambda: next(answers))
    headers = Message()
    headers["Host"] = HOST
    answer = responder.answer(Request(method="GET", target="/", headers=headers))
    assert text(answer).startswith("<body>home")


def test_a_file_that_is_gone_is_not_found(site: Site, tmp_path: Path) -> None:
    """A file deleted behind our back is a 404, not a mistake of the server."""
    (tmp_path / "index.html").unlink()
    assert site.ask("/").status is HTTPStatus.NOT_FOUND


def test_an_open_preview_hands_the_token_on_as_a_cookie(tmp_path: Path) -> None:
    """The address with the token opens the site and sets a cookie that other sites cannot use."""
    site = Site(tmp_path, Rules(port=8000, key="secret"))
    assert site.ask("/").status is HTTPStatus.FORBIDDEN
    assert site.ask("/__site_builder/t/problems").status is HTTPStatus.FORBIDDEN
    opened = site.ask("/?token=secret")
    cookie = dict(opened.headers)["Set-Cookie"]
    assert cookie == "site_builder_8000=secret; Path=/; HttpOnly; SameSite=Strict"
    assert opened.status is HTTPStatus.OK
    assert site.ask("/", Cookie="site_builder_8000=secret").status is HTTPStatus.OK


def test_refusals_are_tiny() -> None:
    """A refusal says its status in plain text, and nothing of the request."""
    answer = refuse(HTTPStatus.NOT_FOUND)
    assert (answer.body, answer.content_type) == (b"404 Not Found\n", "text/plain; charset=utf-8")
