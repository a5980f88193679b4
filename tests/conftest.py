"""What all tests share: this repository's own site, built once, and files that tests keep true."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew",
        action="store_true",
        help="write the files that tests compare with, instead of comparing; review them as a diff",
    )


@pytest.fixture
def agrees_with_file(request: pytest.FixtureRequest) -> Callable[[bytes | str, Path], None]:
    """A check that a committed file says what the code makes; `--renew` writes the file instead.

    Golden output and generated references are kept true with it: `make golden`, `make docs`.
    """
    renewing: bool = request.config.getoption("--renew")

    def check(made: bytes | str, file: Path) -> None:
        content = made.encode() if isinstance(made, str) else made
        if renewing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            return
        name = file.relative_to(REPO)
        assert file.is_file(), f"{name} is not there; renew it with `make golden` or `make docs`"
        kept = file.read_bytes()
        if isinstance(made, str):
            assert kept.decode() == made, f"{name} is out of date"
        else:
            assert kept == content, f"{name} is out of date"

    return check


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """This repository's own site, built by its own command as a reader of the README would.

    Built from a copy of the content: workers share no memory, and the checkout stays as it is.
    """
    root = tmp_path_factory.mktemp("own-site")
    for name in INPUTS:
        given = REPO / name
        if given.is_dir():
            shutil.copytree(given, root / name)
        elif given.is_file():
            shutil.copy2(given, root / name)
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
