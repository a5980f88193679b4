"""Real pictures for tests, made by Pillow: noise that is as large as a photo, EXIF, animations."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

GPS = 0x8825
ORIENTATION = 0x0112


def picture(width: int, height: int, mode: str = "RGB", seed: int = 1) -> Image.Image:
    """A picture with as much in it as a photo: coarse noise, so that it does not shrink away."""
    channels = {"L": 1, "RGB": 3, "RGBA": 4, "CMYK": 4}[mode]
    small = (max(1, width // 3), max(1, height // 3))
    size = small[0] * small[1] * channels
    noise = random.Random(seed).randbytes(size)  # noqa: S311 because it is a picture, no secret
    return Image.frombytes(mode, small, noise).resize((width, height))


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """``image`` as the bytes of a file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photo(width: int, height: int, *, orientation: int = 1, place: bool = False) -> bytes:
    """A JPEG as a camera makes it: with its turn, its maker and maybe where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Maker of cameras"
    if place:
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[2] = (40.0, 25.0, 0.0)
        exif[GPS] = exif.get_ifd(GPS)
    return encoded(picture(width, height), "JPEG", quality=90, exif=exif)


def animation(kind: str) -> bytes:
    """Two pictures, one after the other."""
    first, second = (picture(600, 300, seed=seed) for seed in (1, 2))
    return encoded(first, kind, save_all=True, append_images=[second], duration=100)


def bomb(width: int = 100_000, height: int = 100_000) -> bytes:
    """A PNG of a few hundred bytes that would fill the memory of any machine."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def put(path: Path, data: bytes) -> Path:
    """Write ``data`` at ``path``, whose folders need not be there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
