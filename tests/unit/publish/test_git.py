"""git is started as it should be: alone, in English, without a terminal."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.publish.git import Git, GitError, environment
from tests.small_site import REPO


def test_nothing_of_a_git_that_started_us_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """How to reach a host is kept, where a repository is is not, and nobody is asked."""
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    monkeypatch.setenv("GIT_ASKPASS", "/usr/bin/ask")
    monkeypatch.setenv("GIT_SSH_COMMAND", "ssh -i key")
    given = environment()
    assert "GIT_DIR" not in given
    assert given["GIT_ASKPASS"] == ""
    assert given["GIT_SSH_COMMAND"] == "ssh -i key"
    assert (given["GIT_TERMINAL_PROMPT"], given["LC_ALL"]) == ("0", "C")


def test_what_git_says_no_to_is_an_error_with_its_words(tmp_path: Path) -> None:
    """Ask has nothing to say instead."""
    git = Git(folder=tmp_path)
    with pytest.raises(GitError, match="not a git repository"):
        git.run("rev-parse", "HEAD")
    assert git.ask("rev-parse", "HEAD") == ""
    with pytest.raises(GitError):
        git.feed(["fast-import"], [b"x" * 1000] * 1000)


def test_settings_win(tmp_path: Path) -> None:
    """They are given with each command."""
    git = Git(folder=tmp_path, settings=("user.name=First", "user.name=Second"))
    assert git.run("config", "user.name") == "Second\n"


@pytest.mark.skipif(shutil.which("script") is None, reason="left out because it needs script(1)")
def test_git_has_no_terminal_to_ask_on(tmp_path: Path) -> None:
    """It runs in a session of its own: though we have a terminal, /dev/tty is closed to it."""
    program = tmp_path / "ask.py"
    program.write_text(
        "from pathlib import Path\n"
        "from site_builder.publish.git import Git\n"
        f"git = Git(folder=Path({str(tmp_path)!r}), settings=('alias.tty=!cat < /dev/tty',))\n"
        "print('asked' if git.ask('tty') else 'silent')\n",
        encoding="utf-8",
    )
    command = ["script", "-qec", f"{sys.executable} {program}", str(tmp_path / "typescript")]
    done = subprocess.run(
        command,
        input=b"hello\n",
        capture_output=True,
        env={**environment(), "PYTHONPATH": str(REPO)},
        timeout=30,
        check=False,
    )
    assert b"silent" in done.stdout
