"""Where the themes are that come with the builder."""

from __future__ import annotations

from pathlib import Path

from site_builder.model.theme import Theme


def shipped_themes() -> Path:
    """The folder of the themes that come with the builder: in a wheel, or in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def shipped(theme: Theme) -> tuple[str, ...]:
    """Those folders of ``theme`` that came with the builder, absolute."""
    home = shipped_themes().resolve()
    return tuple(one for one in theme.folders if Path(one).resolve().is_relative_to(home))
