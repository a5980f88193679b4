"""The generators that can be compared: where each is on this machine, and how it builds a site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
NAMES = {
    "ours": "site-builder",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
    "jekyll": "Jekyll",
    "pelican": "Pelican",
}
LEFT_BEHIND = (
    "output",
    "public",
    "_site",
    ".site_builder",
    ".hugo_build.lock",
    "resources",
    ".hugo_cache",
    ".jekyll-cache",
    "cache",
)
"""What a first build must not find in a site, whoever made it."""
_ARGUMENTS = {
    "hugo": ("--quiet", "--cacheDir", "{site}/.hugo_cache"),
    "eleventy": ("--quiet", "--config=eleventy.config.cjs"),
    "jekyll": ("build", "--quiet"),
    "pelican": ("--quiet",),
}
_VERSION = {"hugo": "version"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One generator that is here."""

    name: str
    version: str
    command: tuple[str, ...]
    """Builds the site it is started in; ``{site}`` stands for that folder."""
    environment: Mapping[str, str]

    def __str__(self) -> str:
        return f"{NAMES[self.name]} {self.version}"


def find(name: str, given: str | None = None) -> Tool | None:
    """The generator of that name: at ``given``, else on the path, else None."""
    environment = _environment()
    if name == "ours":
        command: tuple[str, ...] = (sys.executable, "-m", "site_builder", "build", "--quiet")
        environment["PYTHONPATH"] = str(REPO)
        version = _version((sys.executable, "-m", "site_builder", "--version"), environment)
        return Tool(name=name, version=version, command=command, environment=environment)
    program = shutil.which(given or name)
    if program is None:
        return None
    if name == "eleventy":  # its plugins lie beside it: …/node_modules/@11ty/eleventy/cmd.cjs
        environment["NODE_PATH"] = str(Path(program).resolve().parents[2])
    return Tool(
        name=name,
        version=_version((program, _VERSION.get(name, "--version")), environment),
        command=(program, *_ARGUMENTS[name]),
        environment=environment,
    )


def _environment() -> dict[str, str]:
    """This process's, without what would keep Python from keeping its bytecode."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def _version(command: tuple[str, ...], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    found = re.search(r"\d+(\.\d+)+", done.stdout)
    return found[0] if found else "of unknown version"
