"""Bare addresses; tests/cases/markdown/autolinks.md has most of them."""

import pytest


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("HTTPS://Example.COM/A", "HTTPS://Example.COM/A"),
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        ("https://example.com:8080/a", "https://example.com:8080/a"),
        ("https://zh.wikipedia.org/wiki/机器学习", "https://zh.wikipedia.org/wiki/机器学习"),
        ("https://example.com/a&copy;", "https://example.com/a"),
        ("'https://example.com'", "https://example.com"),
        ("*https://example.com/a_b*", "https://example.com/a_b"),
        ("邮箱：me@example.com。", "mailto:me@example.com"),
        ("www.example.com/a)", "http://www.example.com/a"),
        ("http://localhost:4000", "http://localhost:4000"),
    ],
)
def test_linked(body, text, target):
    """The address is linked, without what follows it in the sentence."""
    assert [reference.target for reference in body(text).references] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "README.md",
        "a.b.c",
        "xhttps://example.com",
        "www.",
        "www.x",
        "a@b",
        "a@b.",
        "https://?",
        "1:2",
    ],
)
def test_not_linked(body, text):
    """Words with dots, colons or an @ stay words."""
    assert body(text).references == ()


def test_not_in_html_links(body):
    """An address between the author's own link tags is not linked again."""
    assert len(body('<a href="x.md">https://example.com</a>').references) == 1
