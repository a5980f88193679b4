"""What pictures can be encoded with here, found out without waking it."""

from __future__ import annotations

from importlib.util import find_spec

from site_builder.model.asset import Encoder

RECIPE = 1
"""Raised when ``images.py`` makes other bytes of the same picture with the same Pillow."""
_MODULES = {"avif": "PIL._avif", "webp": "PIL._webp"}


def find_encoder() -> Encoder | None:
    """Pillow, if it is installed, with the formats it was built for; None without it."""
    try:
        import PIL
    except ImportError:
        return None
    return Encoder(
        version=f"Pillow {PIL.__version__}, recipe {RECIPE}",
        formats=frozenset(name for name, module in _MODULES.items() if find_spec(module)),
    )
