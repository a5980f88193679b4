"""The two things that matter here of what a camera notes (CIPA DC-008): turn and place."""

from __future__ import annotations

import struct

from site_builder.frozen import dataclass

_ORIENTATION = 0x0112
_GPS = 0x8825
_MOST_TAGS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Exif:
    """What is known of a picture besides its pixels."""

    orientation: int = 1
    """1 to 8; from 5 on width and height are exchanged when it is shown."""
    tells_place: bool = False
    """Whether it has a GPS directory."""


def read_exif(data: bytes) -> Exif:
    """Read the first directory of ``data``, a TIFF header and what follows.

    What cannot be read says nothing: browsers show such a picture all the same.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return Exif()
    orientation, tells_place = 1, False
    try:
        (at,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, at)
        for number in range(min(count, _MOST_TAGS)):
            tag, value = struct.unpack_from(f"{order}H6xH", data, at + 2 + 12 * number)
            if tag == _ORIENTATION:
                orientation = value
            tells_place |= tag == _GPS
    except struct.error:
        pass
    return Exif(orientation=orientation, tells_place=tells_place)
