"""Which files audio: and image: may mean."""

from site_builder.model.media import AUDIO_TYPES, candidates, find


def test_an_ending_is_tried_where_none_is_typed() -> None:
    """A path with an ending means that file alone."""
    endings = tuple(AUDIO_TYPES)
    assert candidates("/a", endings) == ("a.mp3", "a.m4a", "a.ogg")
    assert candidates("a.MP3", endings) == ("a.MP3",)
    assert find("a", endings, {"a.ogg"}) == "a.ogg"
    assert find("a", endings, set()) == ""
