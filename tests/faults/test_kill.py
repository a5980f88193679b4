"""A build killed at any moment leaves whole pages, no process and no lock.

The next one is clean.
"""

from __future__ import annotations

import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.faults.many import Editions, finish, make_editions, start
from tests.small_site import SmallSite, tree
from tests.trials import tries

POSTS = 1_300
"""With their translations, tags and lists about 2,000 pages."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """A site that takes long enough to be killed in every stage."""
    return make_editions(tmp_path_factory.mktemp("kill"), POSTS)


@pytest.fixture(scope="module")
def span(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> tuple[float, int]:
    """How long one build takes, in seconds, and how many renames and the like it makes."""
    site = editions.lay(tmp_path_factory.mktemp("span") / "site")
    begun = time.monotonic()
    said = finish(start(site, "none", "rename", 0))
    return time.monotonic() - begun, int(said.rsplit("calls ", 1)[1])


def living(group: int) -> list[int]:
    """Processes of a group that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            facts = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        # State, parent, group: proc(5).
        if int(facts[2]) == group and facts[0] != "Z":
            found.append(int(entry.name))
    return found


def none_is_left(group: int, seconds: float = 5.0) -> list[int]:
    """Wait for the processes of a group to end; give those that did not."""
    deadline = time.monotonic() + seconds
    while (left := living(group)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="because only Linux has /proc")
@pytest.mark.parametrize("number", range(tries("kills")))
def test_killed(editions: Editions, span: tuple[float, int], tmp_path: Path, number: int) -> None:
    """Half of the kills strike between two renames of the write, the rest at any time."""
    chance = random.Random(number)  # noqa: S311 because a moment that can be repeated is wanted
    site = editions.lay(tmp_path / "site")
    seconds, renames = span
    if number % 4 > 1:
        # What it remembers is gone, and all is made anew.
        shutil.rmtree(site.root / ".site_builder" / "staging", ignore_errors=True)
        for memory in (site.root / ".site_builder").glob("memory*"):
            memory.unlink()
    if number % 2:
        process = start(site, "kill", "rename", chance.randint(1, renames))
        process.wait(timeout=300)
    else:
        process = start(site, "none", "any", 0)
        time.sleep(chance.uniform(0.1, seconds))
        process.kill()
    # Workers hold the pipe of what the build says; they must go by themselves, and so it ends.
    assert none_is_left(process.pid) == []
    finish(process)
    assert process.returncode in {-signal.SIGKILL, 0}
    assert editions.torn(site) == []
    said = finish(start(site, "none", "any", 0))
    assert "✓" in said, said
    assert tree(site.output) == editions.new_pages
    shutil.rmtree(site.root)


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted(
    editions: Editions, span: tuple[float, int], tmp_path: Path, sign: int
) -> None:
    """A build that is asked to stop stops at once, says no trace, and tells how it ended."""
    seconds, _ = span
    for part in (0.15, 0.3, 0.45, 0.6, 0.8):
        site: SmallSite = editions.lay(tmp_path / f"{part}")
        process = start(site, "none", "any", 0)
        time.sleep(seconds * part)
        asked = time.monotonic()
        process.send_signal(sign)
        left = none_is_left(process.pid, 10)
        waited = time.monotonic() - asked
        said = finish(process)
        assert left == []
        # It takes a tenth of a second; the machine that runs all tests is busy.
        assert waited < 5, f"{waited} s"
        assert process.returncode in {128 + sign, 0}, said
        assert "Traceback" not in said
        assert editions.torn(site) == []
        shutil.rmtree(site.root)
