"""The checks that only the command ``check`` makes, in order."""

from __future__ import annotations

from site_builder.checks.hiring import check_availability, check_privacy
from site_builder.checks.hiring_translations import check_hiring_translations
from site_builder.checks.language import check_language
from site_builder.checks.pictures import check_pictures
from site_builder.checks.same_text import check_same_text
from site_builder.checks.states import check_states
from site_builder.checks.translated_links import check_translated_links
from site_builder.checks.translations import check_code, check_parts
from site_builder.extend import Check, TimedCheck

ON_CHECK: tuple[Check, ...] = (
    check_language,
    check_parts,
    check_code,
    check_translated_links,
    check_privacy,
    check_pictures,
    check_hiring_translations,
    check_states,
    check_same_text,
)
"""What an author wants to know now and then, not at every save."""

TIMED: tuple[TimedCheck, ...] = (check_availability,)
"""A build answers the same whatever the time."""
