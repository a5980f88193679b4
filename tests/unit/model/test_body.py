"""The body of a document: its structure in numbers."""

import pytest

from site_builder.model.body import Counts


@pytest.mark.parametrize(
    ("counts", "minutes"),
    [
        (Counts(), 1),
        (Counts(words=230), 1),
        (Counts(words=231), 2),
        (Counts(ideographs=851), 3),
        (Counts(words=115, ideographs=200), 1),
    ],
)
def test_reading_time_counts_words_and_characters_apart(counts: Counts, minutes: int) -> None:
    """851 Chinese characters are three minutes, not one and not five."""
    assert counts.minutes == minutes
