"""``site.yml`` on disk."""

from __future__ import annotations

import os
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
    except (FileNotFoundError, NotADirectoryError):
        return Outcome(value=None, problems=(_no_site(root),))
    except UnicodeDecodeError:
        return _refused("bad-encoding", "site.yml is not UTF-8 text", "save it as UTF-8")
    except OSError as error:
        return _refused("machine", f"site.yml cannot be read: {error.strerror}", "")
    return read_config(text, path=NAME, overrides=overrides)


def missing_site(root: Path) -> Problem | None:
    """Say that ``root`` is no site, for commands that do not read its settings; None if it is."""
    return None if (root / NAME).is_file() else _no_site(root)


def _no_site(root: Path) -> Problem:
    if root.is_file():
        message = f"{root.name} is a file, and --root takes the folder with site.yml"
        hint = f"write --root {_from_here(root.parent)}"
        return Problem(code="no-site", message=message, hint=hint)
    message = "there is no site.yml here, so this folder is not a site yet"
    hint = "go to the folder that has it, or begin one: site-builder new site my-site"
    above = next((folder for folder in root.parents if (folder / NAME).is_file()), None)
    if above is not None:
        there = _from_here(above)
        message = "there is no site.yml here; the site begins further up"
        hint = f"cd {there}, or write --root {there}"
    return Problem(code="no-site", message=message, hint=hint)


def _from_here(folder: Path) -> str:
    # Who has a site never needs it.
    from shlex import quote

    return quote(os.path.relpath(folder))


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
    problem = Problem(code=code, message=message, place=Place(path=NAME), hint=hint)
    return Outcome(value=None, problems=(problem,))
