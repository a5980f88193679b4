from __future__ import annotations

from http import HTTPStatus

import pytest

from site_builder.serve.pages import (
    Found,
    Item,
    Moved,
    Pages,
    address,
    changed_outputs,
    decode_target,
    find,
    normal_base_path,
)

OUTPUTS = (
    "index.html",
    "404.html",
    "es/hola/index.html",
    "about.html",
    "es/título/index.html",
    "a.b",
)


def site(base_path: str = "", outputs: tuple[str, ...] = OUTPUTS) -> Pages:
    return Pages(
        base_path=base_path,
        files={output: Item(path=f"/store/{output}", stamp=output) for output in outputs},
    )


def seen(path: str, base_path: str = "") -> str:
    """The answer in one line."""
    match find(site(base_path), path):
        case Found(output=output, status=status):
            return f"{status.value} {output}"
        case Moved(location=location, status=status):
            return f"{status.value} to {location}"
        case _:
            return "nothing"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "200 index.html"),
        ("/index.html", "200 index.html"),
        ("/es/hola/", "200 es/hola/index.html"),
        ("/es/hola", "301 to /es/hola/"),
        ("/es/título", "301 to /es/t%C3%ADtulo/"),
        ("/about", "200 about.html"),
        ("/about/", "404 404.html"),
        ("/a.b", "200 a.b"),
        ("/a.b/", "404 404.html"),
        ("/ES/hola/", "404 404.html"),
        ("/es//hola/", "404 404.html"),
        ("/es/../index.html", "404 404.html"),
        ("/./", "404 404.html"),
        ("/es/", "404 404.html"),
    ],
)
def test_addresses_answer_as_on_github_pages(path: str, expected: str) -> None:
    """Folders show their index, .html may be left out, a folder without its slash is completed."""
    assert seen(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "302 to /repo/"),
        ("/repo", "302 to /repo/"),
        ("/repo/", "200 index.html"),
        ("/repo/es/hola", "301 to /repo/es/hola/"),
        ("/repo/nothing", "404 404.html"),
        ("/repository/", "nothing"),
        ("/es/hola/", "nothing"),
    ],
)
def test_a_site_below_a_base_path_is_nowhere_else(path: str, expected: str) -> None:
    """With a base path, / leads to it, and what lies outside of it is not the site."""
    assert seen(path, "/repo") == expected


def test_without_a_404_page_there_is_no_answer() -> None:
    """A site without 404.html has no page for a wrong address."""
    assert find(site(outputs=("index.html",)), "/nothing") is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/es/t%C3%ADtulo/?q=1#x", "/es/título/"),
        ("/es/ti%CC%81tulo/", "/es/título/"),
        ("/%2e%2e/secret", "/../secret"),
        ("/a%252fb", "/a%2fb"),
        ("//evil.test/", None),
        ("http://127.0.0.1/", None),
        ("*", None),
        ("", None),
        ("/%00", None),
        ("/%0d%0aSet-Cookie:x", None),
        ("/..%5csecret", None),
        ("/..\\secret", None),
        ("/%ff", None),
        ("/%c0%ae%c0%ae/", None),
        ("/título", None),
    ],
)
def test_a_target_is_decoded_once_or_refused(target: str, expected: str | None) -> None:
    """One plain path, decoded once and composed (NFC); what could mean more is refused."""
    assert decode_target(target) == expected


@pytest.mark.parametrize("typed", ["repo", "/repo", "/repo/", "repo/"])
def test_a_base_path_has_one_spelling(typed: str) -> None:
    """However a base path is typed, it is the same one."""
    assert normal_base_path(typed) == "/repo"
    assert normal_base_path("/") == normal_base_path("") == ""


def test_an_address_is_percent_encoded() -> None:
    """Line breaks and letters of other scripts cannot get into a header as they are."""
    assert address("/repo", "日本 \r\n") == "/repo/%E6%97%A5%E6%9C%AC%20%0D%0A"


def test_changes_are_counted_by_what_is_new_gone_or_different() -> None:
    """Three files of two sites differ: one is new, one is gone, one has other bytes."""
    before = site(outputs=("same.html", "other.html", "gone.html"))
    files = {output: before.files[output] for output in ("same.html", "other.html")}
    files["other.html"] = Item(path="/store/other.html", stamp="edited")
    files["new.html"] = Item(path="/store/new.html", stamp="new")
    after = Pages(base_path="", files=files)
    assert changed_outputs(before, after) == 3
    assert changed_outputs(None, after) == 3
    assert changed_outputs(after, after) == 0


def test_the_status_of_the_404_page_is_404() -> None:
    """The site's own 404 page comes with the status that keeps it out of caches and indexes."""
    found = find(site(), "/nothing")
    assert isinstance(found, Found)
    assert found.status is HTTPStatus.NOT_FOUND
