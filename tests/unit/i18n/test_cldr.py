"""What Babel does not know, and what is asked of it directly."""

from __future__ import annotations

from site_builder.i18n import cldr


def test_a_language_never_heard_of_is_spelled_neutrally() -> None:
    """ISO 8601, plain digits, commas, the bare tag, the form `other`."""
    tag = "tlh-x-old"
    assert cldr.format_date("2026-01-05T10:00:00Z", tag) == "2026-01-05"
    assert cldr.format_date("2026-01-05", tag, "month") == "2026-01"
    assert cldr.format_number(1234, tag) == "1234"
    assert cldr.format_list(["a", "b"], tag) == "a, b"
    assert cldr.language_name("es", tag) == "es"
    assert cldr.plural_category(1, tag) == "other"
    assert cldr.plural_categories(tag) == {"other"}


def test_what_is_known_of_a_part_of_a_tag_is_used() -> None:
    """de-x-foo is spelled as de is."""
    assert cldr.format_date("2026-01-05", "de-x-foo") == "5. Januar 2026"
