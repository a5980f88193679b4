"""What is said when there is nothing to do, by the real command on a real disk."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_builder.build.request import Built
from site_builder.cli import main
from site_builder.freshness import GRAIN_NS
from tests.small_site import REPO, SmallSite

NOTHING = "✓ nothing has changed"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Built twice: what was touched within the grain of a clock is not believed the first time."""
    site = SmallSite(tmp_path_factory.mktemp("quiet"))
    site.post("2024-01-01-one-en", "title: One", body="Words.")
    time.sleep(GRAIN_NS / 1e9)
    say(site.root, "build")
    return site


def say(folder: Path, *words: str) -> str:
    """Run a command in ``folder``; gives what it said on both channels."""
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    environment |= {"PYTHONPATH": str(REPO), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_nothing_to_do_takes_one_line(site: SmallSite) -> None:
    """However often."""
    for _ in range(2):
        assert say(site.root, "build").strip().startswith(NOTHING)


def test_who_asks_for_quiet_has_it(site: SmallSite) -> None:
    """The first such build is another way to build; the second has nothing to do."""
    say(site.root, "build", "--quiet")
    assert say(site.root, "build", "--quiet") == ""
    assert say(site.root, "build", "--qui") == ""


def test_no_site_is_taken_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was built is kept to the end of the process, for the system to take back at once."""
    site = SmallSite(tmp_path)
    site.post("2024-01-01-one-en")
    monkeypatch.chdir(site.root)
    kept: list[object] = []
    assert main(["build", "--quiet"], kept) == 0
    assert [type(one) for one in kept] == [Built]


@pytest.mark.parametrize("words", [["--json"], ["--why"], ["--force"]])
def test_who_asks_to_see_the_work_sees_it(site: SmallSite, words: list[str]) -> None:
    """Every stage as JSON, every reason, everything made again: that is asked for each time."""
    for _ in range(2):
        assert NOTHING not in say(site.root, "build", *words)


def test_json_ends_with_the_result_each_time(site: SmallSite) -> None:
    """A program that reads it need not know that there was nothing to do."""
    for _ in range(2):
        assert json.loads(say(site.root, "build", "--json").splitlines()[-1])["event"] == "built"


@pytest.mark.parametrize("words", [["--root", "{}"], ["--root={}"], ["--roo", "{}"]])
def test_from_another_folder(site: SmallSite, tmp_path: Path, words: list[str]) -> None:
    """Where the command is given is one of its circumstances; the site is found all the same."""
    words = [word.format(site.root) for word in words]
    assert NOTHING not in say(tmp_path, "build", *words)
    said = say(tmp_path, "build", *words)
    # A shortened option is not understood before the words are read: that build looks at all.
    assert (NOTHING in said) == (words[0] != "--roo")


def test_a_warning_is_said_again(tmp_path: Path) -> None:
    """With how many there were; nothing is made for it."""
    site = SmallSite(tmp_path)
    site.post("2024-01-01-one-en", "title: One", body="[gone](/no-such-page/)")
    time.sleep(GRAIN_NS / 1e9)
    first, again = say(site.root, "build"), say(site.root, "build")
    (warning,) = [line for line in first.splitlines() if "no-such-page" in line and ".md:" in line]
    assert warning in again
    assert NOTHING in again
    assert "1 warning" in again


@pytest.mark.skipif(os.name == "nt", reason="because Windows has no signals of this kind")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_stopped_at_its_first_step(tmp_path: Path, sign: signal.Signals) -> None:
    """Before the words are read, too, it ends without a trace and tells by which signal."""
    code = (
        "import os, sys; from site_builder import cli; from site_builder import freshness; "
        f"freshness.ask = lambda *_: os.kill(os.getpid(), {int(sign)}); "
        "sys.argv = ['site-builder', 'build']; cli.entry()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPO)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + sign, "", "")
