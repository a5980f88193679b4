"""``python -m site_builder`` is the command, with its exit codes."""

from pathlib import Path

import pytest

from site_builder import __version__
from tests.small_site import command


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--version",), 0, __version__),
        (("--help",), 0, "usage: site-builder "),
        ((), 2, "required: COMMAND"),
        (("bild",), 2, "did you mean build?"),
        (("build",), 1, "there is no site.yml here"),
    ],
)
def test_it_is_the_command(tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    """Called by that name in its answers too; wrong words are 2, a missing site is 1."""
    done = command(tmp_path, *words)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "__main__" not in done.stdout + done.stderr
