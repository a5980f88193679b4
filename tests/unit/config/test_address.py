"""Where the site will be."""

from __future__ import annotations

import pytest

from site_builder.config.address import Address, Refusal, read_base_path, read_url


@pytest.mark.parametrize(
    ("url", "origin", "base_path"),
    [
        ("https://example.org", "https://example.org", ""),
        ("https://example.org/", "https://example.org", ""),
        ("https://User.github.io/Repo/", "https://user.github.io", "/Repo"),
        ("http://localhost:4000", "http://localhost:4000", ""),
        ("http://[::1]:8000/a/b", "http://[::1]:8000", "/a/b"),
        ("https://例え.jp", "https://例え.jp", ""),
    ],
)
def test_a_url_is_an_origin_and_a_base_path(url: str, origin: str, base_path: str) -> None:
    """The host has no case, the path has."""
    assert read_url(url) == Address(origin=origin, base_path=base_path)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "is empty, and feeds and links need it"),
        ("example.org", '"example.org" is not an http or https address'),
        ("//example.org", '"//example.org" is not an http or https address'),
        ("ftp://example.org", '"ftp://example.org" is not an http or https address'),
        ("javascript:alert(1)", '"javascript:alert(1)" is not an http or https address'),
        ("https://", '"https://" is not an http or https address'),
        ("https://me:secret@a.org", '"https://me:secret@a.org" is not an http or https address'),
        ("https://a.org/?q=1", '"https://a.org/?q=1" has a query or a fragment'),
        ("https://a.org/#top", '"https://a.org/#top" has a query or a fragment'),
        ("https://a.org/../b", 'the path "/../b" has more than letters, digits and . _ ~ -'),
        ("https://a.org/a%2e", 'the path "/a%2e" has more than letters, digits and . _ ~ -'),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(url: str, message: str) -> None:
    """The message shows what was typed; the hint shows how to write it."""
    refusal = read_url(url)
    assert isinstance(refusal, Refusal)
    assert refusal.message == message
    assert refusal.hint


@pytest.mark.parametrize("typed", ["repo", "/repo", "/repo/", "repo/", "//repo//"])
def test_slashes_around_a_base_path_do_not_matter(typed: str) -> None:
    """Each author writes them in another way."""
    assert read_base_path(typed) == "/repo"


def test_a_slash_alone_is_no_base_path() -> None:
    """The site then begins at the root."""
    assert read_base_path("/") == read_base_path("") == ""


@pytest.mark.parametrize("typed", ["/a b", "/../x", "/a\\b", "/a?b", "/é"])
def test_a_base_path_is_spelled_the_same_everywhere(typed: str) -> None:
    """Nothing in it needs encoding, and nothing leaves the site."""
    assert isinstance(read_base_path(typed), Refusal)
