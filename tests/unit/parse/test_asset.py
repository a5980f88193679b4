"""What is understood of a picture, and what is said about one that is not in order."""

import hashlib

from site_builder.model.source import Kind, Source, Stat
from site_builder.parse.asset import read_asset
from tests.pictures import animation, bomb, photo

SOURCE = Source(
    path="content/posts/a.jpg", kind=Kind.FILE, stat=Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)
)


def test_a_photo_is_understood() -> None:
    """A photo is understood."""
    data = photo(90, 60, orientation=6, place=True)
    outcome = read_asset(SOURCE, data)
    asset = outcome.value
    assert asset is not None
    assert not outcome.problems
    assert (asset.path, asset.size) == (SOURCE.path, len(data))
    assert asset.digest == hashlib.sha256(data).hexdigest()
    assert (asset.width, asset.height, asset.media_type) == (60, 90, "image/jpeg")
    assert asset.can_be_remade
    assert asset.tells_place


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    """A bomb is refused by what it declares."""
    outcome = read_asset(SOURCE, bomb())
    assert [problem.code for problem in outcome.problems] == ["image-too-large"]
    assert outcome.problems[0].place is not None
    assert outcome.problems[0].place.path == SOURCE.path
    assert outcome.value is not None
    assert not outcome.value.can_be_remade


def test_garbage_is_published_as_it_is() -> None:
    """Garbage is published as it is."""
    outcome = read_asset(SOURCE, b"no picture")
    assert [problem.code for problem in outcome.problems] == ["image-damaged"]
    assert outcome.value is not None
    assert (outcome.value.width, outcome.value.can_be_remade) == (0, False)


def test_animations_and_drawings_keep_their_bytes() -> None:
    """Animations and drawings keep their bytes."""
    for data in (animation("GIF"), animation("WEBP"), b'<svg viewBox="0 0 99999 99999"></svg>'):
        outcome = read_asset(SOURCE, data)
        assert outcome.value is not None
        assert not outcome.problems
        assert outcome.value.width
        assert not outcome.value.can_be_remade
