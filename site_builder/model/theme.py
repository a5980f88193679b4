"""A theme as the plan needs to know it: names, digests and joined texts, no files."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """One file that the theme's chain gives for a name."""

    path: str
    """Absolute."""
    digest: str
    """SHA-256 of its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A style or a script, joined of the theme's parts."""

    text: str
    digest: str
    """SHA-256 of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme with all it extends and what the site's own folder replaces, name by name."""

    name: str
    folders: tuple[str, ...]
    """Absolute, in order of precedence: the first that has a file wins."""
    layouts: tuple[str, ...]
    """What ``layout:`` may say."""
    templates: Mapping[str, ThemeFile]
    """Template name → the file that wins."""
    template_digests: Mapping[str, str]
    """Template name → digest of it and everything it includes or extends, resolved."""
    static: Mapping[str, ThemeFile]
    """Path below ``static/`` → the file that wins."""
    bundles: Mapping[str, Bundle]
    """Name → what is joined under it and published beside the files of ``static/``."""
    phrases: tuple[tuple[str, str, str], ...]
    """(path, language tag, YAML text) from the farthest ancestor to the site's own."""
    boot_script: str
    """The inline script of the theme; empty when it has none."""
