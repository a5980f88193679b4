"""Bare addresses; tests/cases/markdown/autolinks.md has most of them."""

import pytest

from site_builder.parse.drawing.addresses import address_at


@pytest.mark.parametrize(
    ("source", "sign", "found"),
    [
        (
            "see https://x.org/a. b",
            "://",
            ("https://x.org/a", "https://x.org/a", "https://x.org/a."),
        ),
        ("www.x.org", "www.", ("www.x.org", "http://www.x.org", "www.x.org")),
        ("to a.b@c.org!", "@", ("a.b@c.org", "mailto:a.b@c.org", "a.b@c.org")),
        ("ftp://x.org", "://", None),
        ("https://", "://", None),
        ("awww.x.org", "www.", None),
        ("a@b", "@", None),
        ("a/b@c.org", "@", None),
    ],
)
def test_address(source, sign, found):
    """Where it begins and ends, what it leads to, and how far it could have gone."""
    address = address_at(source, source.index(sign), len(source))
    if found is None:
        assert address is None
        return
    shown, target, run = found
    assert source[address.start : address.end] == shown
    assert address.target == target
    assert source[address.start : address.run] == run


def test_limit():
    """Nothing behind the limit is part of one."""
    assert address_at("http://x.org/a", 4, 12).end == 12
