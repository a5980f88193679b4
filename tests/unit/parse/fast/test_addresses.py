"""Bare addresses among the compiled reader's events."""

import pytest

from site_builder.parse.fast.addresses import with_addresses
from site_builder.parse.fast.stream import read
from site_builder.parse.fast.watch import RefusedError


def links_of(text):
    """What the bare addresses of a text are, where they are in it, and what they lead to."""
    data = text.encode()
    return [
        (data[event[2] : event[3]].decode(), event[1]["dest_url"])
        for event in with_addresses(read(text).events, data)
        if event[0] == "+Link" and event[1]["link_type"] == "Bare"
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("é https://x.org/a_b. c\n", [("https://x.org/a_b", "https://x.org/a_b")]),
        ("中文www.x.org，中文\n", [("www.x.org", "http://www.x.org")]),
        ("(a@b.org)\n", [("a@b.org", "mailto:a@b.org")]),
        ("**http://x.org** http://y.org`c`\n", [("http://x.org",) * 2, ("http://y.org",) * 2]),
        ("- http://x.org\n  - b\n", [("http://x.org",) * 2]),
        ("[http://x.org](y) <http://z.org> `http://x.org` ![a@b.org](c)\n", []),
        ("    http://x.org\n", []),
        ("foo://x npm@2.1 www.x\n", []),
    ],
)
def test_links(text, links):
    """As the rules find them, and in no code, link or picture."""
    assert links_of(text) == links


@pytest.mark.parametrize(
    "text",
    [
        "http://x.org/*a*\n",
        "http://x.org/[a](b)\n",
        "http://x.org\\\na\n",
        "http://x.org/?a&amp;b\n",
        "http://x.org/\\*\n",
        "www.*x*.org\n",
        "\\www.x.org\n",
        "\\.a@b.org\n",
        "a_b@c.org\n",
        "_a_b@c.org\n_a_-b@c.org\n",
    ],
)
def test_what_is_refused(text):
    """Where a mark may belong to the address, or something in it was decoded."""
    with pytest.raises(RefusedError):
        links_of(text)


def test_words_between():
    """Nothing is lost between the links, and every event has its place."""
    text = "é http://x.org ü http://y.org\n"
    events = with_addresses(read(text).events, text.encode())
    words = [event for event in events if event[0] == "Text"]
    assert "".join(event[1] for event in words) == text.rstrip()
    assert all(text.encode()[start:end].decode() == value for _, value, start, end in words)
