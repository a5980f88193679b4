"""What a Profile can be asked."""

from __future__ import annotations

from site_builder.model.hiring import Availability, Profile, RichText


def test_an_empty_text_is_false() -> None:
    """Templates ask for a text as they ask for a string."""
    assert not RichText()
    assert RichText(html="<em>x</em>", text="x")


def test_availability_is_open_or_not() -> None:
    """The word is for people, the truth for data."""
    assert Availability(status="open").is_open
    assert not Availability(status="closed").is_open


def test_a_profile_of_nothing_is_empty() -> None:
    """Every part has a value to loop over."""
    profile = Profile()
    assert (profile.sections, profile.skills, profile.ideas) == ((), (), ())
    assert (profile.basics.name, bool(profile.basics.summary)) == ("", False)
    assert profile.availability is None
