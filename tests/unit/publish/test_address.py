"""The address that pages were made for, beside the one at which GitHub shows them."""

import pytest

from site_builder.publish.address import address_faults, pages_address


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/Ana/my-blog", "https://ana.github.io/my-blog"),
        ("https://github.com/ana/my-blog.git", "https://ana.github.io/my-blog"),
        ("git@github.com:ana/ana.github.io.git", "https://ana.github.io"),
        ("ssh://git@github.com/ana/b.c", "https://ana.github.io/b.c"),
        ("https://gitlab.com/ana/my-blog", ""),
        ("/srv/github.com/ana/my-blog", ""),
    ],
)
def test_github_pages_has_the_address_of_its_repository(remote: str, address: str) -> None:
    """A repository that is called like its host has no path."""
    assert pages_address(remote) == address


@pytest.mark.parametrize("url", ["https://example.org", "https://www.example.com", "http://a.test"])
def test_an_address_of_an_example_is_refused_with_the_one_to_write(url: str) -> None:
    """Feeds, sitemap and canonical links would send everyone there."""
    (problem,) = address_faults(url, "git@github.com:ana/blog.git")
    assert problem.code == "deploy-refused"
    assert problem.hint == "write url: https://ana.github.io/blog in site.yml, then build"
    (problem,) = address_faults(url, "/srv/blog.git")
    assert "https://NAME.github.io/REPO" in problem.hint


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://ana.github.io/blog", []),
        ("https://ana.github.io", ["site-address"]),
        ("https://bob.github.io/blog", ["site-address"]),
        ("https://ana.org", []),
        ("https://ana.org/blog", []),
        ("https://ana.org/other", ["site-address"]),
    ],
)
def test_pages_for_another_address_are_told(url: str, codes: list[str]) -> None:
    """Their styles would not be found; a domain of one's own is not known here."""
    found = [one.code for one in address_faults(url, "https://github.com/ana/blog")]
    assert found == codes


def test_elsewhere_nothing_is_known() -> None:
    """A host that is not GitHub may show a branch at whatever address."""
    assert not list(address_faults("https://ana.org/x", "https://codeberg.org/ana/blog"))
