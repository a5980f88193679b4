"""Of all that a camera notes, the turn and the place."""

from PIL import Image

from site_builder.parse.exif import Exif, read_exif
from tests.pictures import GPS, ORIENTATION


def _bytes(orientation: int, *, place: bool) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    if place:
        exif[GPS] = {1: "N"}
    return exif.tobytes().removeprefix(b"Exif\0\0")


def test_turn_and_place_are_read() -> None:
    """Turn and place are read."""
    assert read_exif(_bytes(6, place=True)) == Exif(orientation=6, tells_place=True)
    assert read_exif(_bytes(1, place=False)) == Exif()


def test_both_byte_orders_are_read() -> None:
    """Motorola's: a directory of one entry, the turn 8."""
    data = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0"
    assert read_exif(data) == Exif(orientation=8)


def test_what_cannot_be_read_says_nothing() -> None:
    """What cannot be read says nothing."""
    whole = _bytes(6, place=True)
    for end in range(len(whole)):
        assert read_exif(whole[:end]).orientation in {1, 6}
    assert read_exif(b"nonsense") == Exif()
