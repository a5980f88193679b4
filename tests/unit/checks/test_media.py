"""Is the recording or hero there that a text asks for?"""

from site_builder.checks.media import check_media
from tests.drawing import plan_of, site_of

DRAWING = "posts\n  2023-01-01-a-en audio=true image=/p.png"


def test_a_missing_file_is_named_with_every_path_tried() -> None:
    """The author reads where to put the file."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    assert site is not None
    assert plan is not None
    audio, image = check_media(site, plan)
    assert (audio.code, image.code) == ("missing-audio", "missing-image")
    assert "static/assets/audio/2023-01-01-a-en.mp3 (nor .m4a, .ogg)" in audio.message
    assert "static/p.png" in image.message


def test_a_file_that_is_there_is_silent() -> None:
    """Any of the endings will do."""
    static = "assets/audio/2023-01-01-a-en.ogg p.png"
    site, plan = site_of(DRAWING, static=static).value, plan_of(DRAWING, static=static).value
    assert site is not None
    assert plan is not None
    assert list(check_media(site, plan)) == []
