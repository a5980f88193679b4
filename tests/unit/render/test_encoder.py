"""What can be encoded is found out without loading it."""

import subprocess
import sys

import PIL
import pytest

from site_builder.render.encoder import RECIPE, find_encoder


def test_pillow_is_named_with_its_version_and_our_recipe() -> None:
    """Both shape the bytes, so both are in every address."""
    encoder = find_encoder()
    assert encoder is not None
    assert PIL.__version__ in encoder.version
    assert f"recipe {RECIPE}" in encoder.version
    assert encoder.formats == {"avif", "webp"}


def test_without_pillow_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core works without it."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert find_encoder() is None


def test_looking_loads_no_decoder() -> None:
    """A build in which no picture is new should not wait for it."""
    code = (
        "import sys; from site_builder.render.encoder import find_encoder; find_encoder();"
        "assert 'PIL' in sys.modules and 'PIL.Image' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
