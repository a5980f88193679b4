"""What all tests share: this repository's own site, built once, and files that tests keep true."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.built import REPO, BuiltSite, build_site

# How long a try takes says how busy the machine is: times are never tests.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


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
    """This repository's own site, built by its own command."""
    return build_site(REPO, tmp_path_factory.mktemp("own-site"))
