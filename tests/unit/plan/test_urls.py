"""Addresses, spelled in one place."""

import ntpath
import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.plan.urls import Urls, output_path, path_fault
from tests.drawing import config_of, documents_of, outputs, plan_of
from tests.trials import tries

POST = "posts\n  2023-07-20-título-es"


def _urls(text: str = "") -> Urls:
    return Urls(config_of(text))


def test_only_the_default_language_lives_at_the_root() -> None:
    """No language is special but for the address of the default one."""
    assert _urls().home("en") == "/"
    assert _urls().home("es") == "/es/"
    assert _urls("default_language_prefix: true").home("en") == "/en/"


def test_an_address_is_encoded_once_and_has_the_base_path() -> None:
    """Accents, spaces, percent signs and hashes in a name survive the journey to a link."""
    urls = _urls("url: https://example.org/repo")
    assert urls.href("/es/título/") == "/repo/es/t%C3%ADtulo/"
    assert urls.href("/100%25 sure#?&/") == "/repo/100%2525%20sure%23%3F%26/"
    assert urls.absolute("/") == "https://example.org/repo/"


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("/:slug/", "/es/título/"),
        ("/:year/:month/:day/:title/", "/es/2023/07/20/título/"),
        ("/:title", "/es/título"),
        ("/:lang/:year/:slug.html", "/es/2023/título.html"),
        ("/:categories/:slug/", "/es/título/"),
    ],
)
def test_the_permalink_pattern_makes_the_address(permalink: str, address: str) -> None:
    """Jekyll's placeholders, below the language's home unless the pattern spells the language."""
    config = config_of(f'permalink: "{permalink}"')
    (document,) = documents_of(POST, config)
    assert Urls(config).document(document) == address


def test_a_permalink_of_a_text_is_taken_verbatim() -> None:
    """What the author wrote in front matter is the address."""
    (document,) = documents_of(f"{POST} permalink=/Über/uns.html")
    assert _urls().document(document) == "/Über/uns.html"


def test_pages_keep_their_path_and_index_is_the_folder() -> None:
    """content/pages/docs/guide-es.md is /es/docs/guide/, and index is the page of its folder."""
    drawing = "pages\n  docs/guide-es\n  docs/index-es\n  index-es\n  about-en"
    assert [_urls().document(page) for page in documents_of(drawing)] == [
        "/es/docs/guide/",
        "/es/docs/",
        "/es/",
        "/about/",
    ]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/x/", "x/index.html"),
        ("/x", "x.html"),
        ("/x.html", "x.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_the_file_is_where_github_pages_looks(address: str, file: str) -> None:
    """A folder has an index, a bare name gets .html."""
    assert output_path(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "/../x/",
        "/a/../../x",
        "//host/x",
        "/a//b",
        "/a\\b",
        "/./x",
        "/c:/x",
        "/x./",
        "/x /",
        "/con/",
        "/aux.txt",
        "/%2e%2e/x",
        "/a%00b",
        "/a\nb",
        "/" + "x" * 256 + "/",
        "/" + "é" * 130 + "/",
        "x",
    ],
)
def test_what_no_disk_should_hold_is_refused(address: str) -> None:
    """Climbing, devices, encodings of dots and names too long for a disk have a stated fault."""
    assert path_fault(address)


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "..",
                    ".",
                    "/",
                    "//",
                    "\\\\",
                    "%2e%2e",
                    "%2f",
                    "%00",
                    "\0",
                    "C:",
                    "con",
                    "nul.html",
                ),
                *("x" * 256, "é" * 130, " ", "?a=b", "#c", "index.html", "~", "\u202e", "..;"),
            ]
        ),
        st.text(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
).map("".join)


@settings(max_examples=tries("addresses"), deadline=None)
@given(HOSTILE)
def test_no_accepted_address_leaves_the_output(text: str) -> None:
    """Whatever an author types, an accepted address is a plain relative path of bounded parts.

    Joined to a folder it is inside that folder, on POSIX and on Windows, and it is NFC once more.
    """
    address = f"/{text}"
    if path_fault(address):
        return
    path = output_path(address)
    parts = path.split("/")
    assert all(part not in {"", ".", ".."} for part in parts)
    assert all(len(part.encode()) <= 255 for part in parts)
    assert len(path.encode()) <= 4_096
    assert posixpath.normpath(posixpath.join("/out", path)) == f"/out/{path}"
    assert ntpath.normpath(ntpath.join("c:\\out", path)).startswith("c:\\out\\")
    assert not ntpath.isreserved(path) if hasattr(ntpath, "isreserved") else True
    assert "\\" not in address
    assert "\x00" not in address


def test_an_address_has_its_slash_whether_it_was_typed_or_not() -> None:
    """`permalink: about/` is `/about/`, as it was in Jekyll."""
    plan = plan_of("pages\n  about-en permalink=about/\n  hire-es permalink=hire")
    assert plan.problems == ()
    assert {"about/index.html", "hire.html"} <= outputs(plan)
