"""A finished site on disk, made by the real command, for tests that read or visit it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

REPO: Final = Path(__file__).resolve().parent.parent
SITE_URL: Final = "https://example.org/repo/"
INPUTS: Final = ("site.yml", "content", "static", "translations.lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A finished site on disk, and the address it was built for."""

    folder: Path
    url: str

    @property
    def base_path(self) -> str:
        """The path under which the site lives, with a slash at both ends: `/repo/`."""
        return urlsplit(self.url).path

    @property
    def pages(self) -> list[Path]:
        """Every HTML file of the site, sorted."""
        return sorted(self.folder.rglob("*.html"))

    def file_of(self, path: str) -> Path | None:
        """The file that GitHub Pages answers with for this path of a URL, if there is one."""
        decoded = unquote(path)
        if not decoded.startswith(self.base_path):
            return None
        inside = decoded.removeprefix(self.base_path)
        found = self.folder / inside
        tries = (
            [found / "index.html"]
            if inside.endswith("/") or not inside
            else [
                found,
                found.with_name(found.name + ".html"),
            ]
        )
        return next((file for file in tries if file.is_file()), None)

    def address_of(self, file: Path) -> str:
        """The path of the URL at which readers find this file."""
        inside = file.relative_to(self.folder).as_posix()
        if inside == "index.html":
            inside = ""
        return (
            self.base_path
            + inside.removesuffix("/index.html")
            + ("/" if inside.endswith("/index.html") else "")
        )


def build_site(source: Path, root: Path, **settings: str) -> BuiltSite:
    """Build a copy of the site at ``source`` in ``root``, as a reader of the README would.

    A copy: workers share no memory, and the checkout stays as it is. ``settings`` are put into
    its site.yml.
    """
    for name in INPUTS:
        given = source / name
        if given.is_dir():
            shutil.copytree(given, root / name)
        elif given.is_file():
            shutil.copy2(given, root / name)
    with (root / "site.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n{key}: {value}\n" for key, value in settings.items())
    output = root / "output"
    command = [sys.executable, "-m", "site_builder", "build"]
    command += ["--root", str(root), "--output", str(output), "--url", SITE_URL]
    environment = {
        name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"
    } | {"PYTHONPATH": str(REPO), "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"the site does not build:\n{done.stdout}\n{done.stderr}"
    return BuiltSite(folder=output, url=SITE_URL)
