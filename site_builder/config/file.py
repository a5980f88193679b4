"""``site.yml`` on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.config.places import key_places
from site_builder.config.reader import ConfigOverrides, read_config
from site_builder.model.config import Config
from site_builder.problems import Outcome, Place, Problem

NAME = "site.yml"


def read_site_file(root: Path, overrides: ConfigOverrides) -> Outcome[Config]:
    """Read the ``site.yml`` in ``root``.

    Problems: those of ``read_config``; ``no-site`` where there is no such file, ``bad-encoding``
    where it is not UTF-8, ``machine`` where it may not be read.
    """
    try:
        text = _text(root)
    except FileNotFoundError:
        return _refused(
            "no-site",
            "there is no site.yml here, so this folder is not a site yet",
            "go to the folder that has it, or begin one: site-builder new site my-site",
        )
    except UnicodeDecodeError:
        return _refused("bad-encoding", "site.yml is not UTF-8 text", "save it as UTF-8")
    except OSError as error:
        return _refused("machine", f"site.yml cannot be read: {error.strerror}", "")
    return read_config(text, path=NAME, overrides=overrides)


def places_in_site_file(root: Path) -> Mapping[str, Place]:
    """Where each key of ``site.yml`` stands; empty when the file cannot be read."""
    try:
        return key_places(_text(root), path=NAME)
    except (OSError, UnicodeDecodeError):
        # Whoever asks has read the settings before; a place is a help, not a need.
        return {}


def _text(root: Path) -> str:
    return (root / NAME).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _refused(code: str, message: str, hint: str) -> Outcome[Config]:
    place = Place(path=NAME) if code != "no-site" else None
    problem = Problem(code=code, message=message, place=place, hint=hint)
    return Outcome(value=None, problems=(problem,))
