"""What is meant by an address, however it is typed."""

import pytest

from site_builder.inspect.lookup import look_up

CAFE = "content/posts/2023-01-02-café-es.md"


@pytest.mark.parametrize(
    "typed",
    [
        "/es/café/",
        "/es/café",
        "es/café/",
        "/es/caf%C3%A9/",
        "/es/cafe\u0301/",
        "/repo/es/café/",
        "/repo/es/café/index.html",
        "es/café/index.html",
        "https://user.github.io/repo/es/caf%C3%A9/?a=b#c",
        "https://USER.github.io/repo/es/café/",
        "http://127.0.0.1:8000/repo/es/café/",
        "http://localhost:8000/es/café/",
        CAFE,
        f"./{CAFE}",
        CAFE.replace("é", "e\u0301"),
    ],
)
def test_a_page_is_found_by_all_its_names(site, plan, typed) -> None:
    """Whole or not, encoded or not, with the base path or without, or by its source."""
    found = look_up(typed, plan(), site.root, site.root).value
    assert found is not None
    assert (found.path, found.route.address) == (CAFE, "/es/café/")


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("/", "the home of en"),
        ("/repo", "the home of en"),
        ("https://user.github.io/repo/", "the home of en"),
        ("/feed.xml", "the feed of en"),
        ("/old/", "the redirect of content/posts/2023-01-02-café-en.md"),
        ("/404.html", None),
        ("/tags/drinks/", None),
    ],
)
def test_pages_without_a_text_are_found(site, plan, typed, owner) -> None:
    """Lists, feeds, redirects."""
    found = look_up(typed, plan(), site.root, site.root).value
    assert found.document is None
    assert owner in {None, found.route.owner}


def test_copied_files_are_found(site, plan) -> None:
    """By their address and by their source."""
    for typed in ("/posts/cup.png", "content/posts/cup.png"):
        found = look_up(typed, plan(), site.root, site.root).value
        assert found.copy.output == "posts/cup.png"


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("content/posts/2023-01-03-secret-en.md", "content/posts/2023-01-03-secret-en.md"),
        ("/2023/secret/", "content/posts/2023-01-03-secret-en.md"),
        ("/2099/later/", "content/posts/2099-01-03-later-en.md"),
        ("content/posts/broken-en.md", "content/posts/broken-en.md"),
    ],
)
def test_texts_that_are_not_public_are_found_too(site, plan, typed, path) -> None:
    """Why it is not there is the question that is asked most."""
    found = look_up(typed, plan(), site.root, site.root).value
    assert (found.path, found.route) == (path, None)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("/es/cafe/", "did you mean /es/café/?"),
        ("/abuot/", "did you mean /about/?"),
        ("content/pages/abuot-en.md", "did you mean content/pages/about-en.md?"),
        ("about-en.md", "did you mean content/pages/about-en.md?"),
        ("https://elsewhere.org/es/café/", "give an address that begins so"),
        ("https://user.github.io.evil.org/repo/", "give an address that begins so"),
        ("/en/posts/abuot/", "did you mean /about/?"),
        ("/nothing/like/it/at/all/", "after a build, output/sitemap.xml lists the pages"),
    ],
)
def test_what_is_not_there_is_a_problem_with_the_nearest(site, plan, typed, hint) -> None:
    """One line, one suggestion."""
    outcome = look_up(typed, plan(), site.root, site.root)
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == "unknown-address"
    assert problem.hint.startswith(hint)
