"""Dates as people write them, in our form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.date_readings import date_readings


@pytest.mark.parametrize(
    "typed",
    [
        *("24 de noviembre de 2026", "November 24, 2026", "24th Nov 2026", "24. November 2026"),
        *("24 novembre 2026", "24 nov. 2026", "martes, 24 de noviembre de 2026"),
        *("2026年11月24日", "2026/11/24", "2026.11.24", "24.11.2026", "24/11/2026", "11/24/2026"),
        *("24 نوفمبر 2026", "24 नवंबर 2026", "٢٠٢٦-١١-٢٤", "24-NOV-2026"),
    ],
)
def test_a_date_that_can_be_understood_is_shown_in_our_form(typed: str) -> None:
    """In whichever language of the interface, with or without the name of the month."""
    assert date_readings(typed) == ("2026-11-24",)


def test_of_two_readings_both_are_named() -> None:
    """Only the author knows which; with points the day is always first."""
    assert date_readings("05/12/2026") == ("2026-12-05", "2026-05-12")
    assert date_readings("05/05/2026") == ("2026-05-05",)
    assert date_readings("05.12.2026") == ("2026-12-05",)


def test_the_time_of_day_stays() -> None:
    """One that no clock shows is not handed on."""
    assert date_readings("24/11/2026 10:00") == ("2026-11-24 10:00",)
    assert date_readings("24/11/2026 25:00") == ()


@pytest.mark.parametrize(
    "typed",
    ["next tuesday", "05/12/26", "31/02/2026", "2026-02-30", "24 juin juillet 2026", "2026", "",
     "1 2 3 2026", "24 mar nov 2026"],
)  # fmt: skip
def test_what_cannot_be_understood_is_not_guessed(typed: str) -> None:
    """No reading is better than a wrong one."""
    assert date_readings(typed) == ()


@given(st.text(alphabet="0123456789-/. :Tnovmay年月日²٣", max_size=30))
def test_any_text_has_readings_or_none(text: str) -> None:
    """Nothing raises."""
    assert isinstance(date_readings(text), tuple)
