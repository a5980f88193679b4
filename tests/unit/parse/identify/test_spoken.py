"""What of a text is in its language at all."""

import pytest

from site_builder.parse.identify.spoken import without_addresses


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("read this", "read this"),
        ("at https://the.and.of/with or www.of.the.example", "at   or  "),
        ("mail ann@the.example, now", "mail   now"),
    ],
)
def test_addresses_are_in_no_language(words, rest):
    """Whatever they are made of."""
    assert without_addresses(words) == rest
