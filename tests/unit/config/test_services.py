"""`comments` and `analytics` in site.yml: services of others that the author switches on."""

import pytest

from site_builder.config import ConfigOverrides, read_config
from tests.drawing import config_of

GISCUS = "{provider: giscus, repo: me/site, repo_id: R_1, category: Talk, category_id: C_1}"


def said(line: str) -> str:
    typed = f"title: T\nurl: https://example.org\n{line}\n"
    return "\n".join(p.message for p in read_config(typed, overrides=ConfigOverrides()).problems)


def test_without_the_keys_nothing_of_others_is_there() -> None:
    """A site is its author's alone until they say otherwise."""
    config = config_of()
    assert (config.comments, config.analytics) == (None, None)


def test_giscus_is_told_by_four_words() -> None:
    """The repository, its id, the category and its id, as giscus.app shows them."""
    comments = config_of(f"comments: {GISCUS}").comments
    assert comments is not None
    assert (comments.provider, comments.repo, comments.category_id) == ("giscus", "me/site", "C_1")


@pytest.mark.parametrize(
    ("typed", "script", "opened"),
    [
        (
            "{provider: plausible, site: a.example}",
            "https://plausible.io/js/script.js",
            ["https://plausible.io", "https://plausible.io"],
        ),
        (
            "{provider: goatcounter, site: 'https://me.goatcounter.com/count'}",
            "https://gc.zgo.at/count.js",
            ["https://gc.zgo.at", "https://me.goatcounter.com"],
        ),
        (
            "{provider: umami, site: 1-2, script: 'https://stats.example/script.js'}",
            "https://stats.example/script.js",
            ["https://stats.example", "https://stats.example"],
        ),
    ],
)
def test_a_counter_opens_the_hosts_it_needs(typed, script, opened) -> None:
    """Its script comes from one host, its reports go to one; no other is admitted."""
    analytics = config_of(f"analytics: {typed}").analytics
    assert analytics is not None
    assert analytics.script == script
    assert [host for _, host in analytics.policy] == opened
    assert [directive for directive, _ in analytics.policy] == ["script-src", "connect-src"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("comments: {provider: giscus, repo: me/site}", "giscus needs repo_id"),
        ("comments: {provider: disqus, repo: me/site}", '"disqus" is not one of giscus'),
        ("comments: {repo: me/site}", "provider is missing"),
        ("comments: {provider: utterances, repo: site}", '"site" is not owner/name'),
        ("analytics: {provider: umami}", "site is missing"),
        ("analytics: {provider: plausible, site: a, script: 'http://x/y.js'}", "not an address"),
        ("edit_url: https://github.com/me/site", "is not an address with :path"),
    ],
)
def test_what_cannot_work_is_told(line, expected) -> None:
    """A service that lacks a word would fail in the reader's browser, so it fails here."""
    assert expected in said(line)
