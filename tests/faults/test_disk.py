"""When the disk says no, the author is told in one line and the last good site stays.

The next build gives what a clean one gives.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.faults.many import Editions, finish, make_editions, start
from tests.small_site import tree
from tests.trials import tries

ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE")
GROUPS = ("open", "write", "rename")
POSTS = 6


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """A small site, so that each of its calls can be made to fail."""
    return make_editions(tmp_path_factory.mktemp("disk"), POSTS)


@pytest.fixture(scope="module")
def calls(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many calls of each group one build makes."""
    found = {}
    for group in GROUPS:
        site = editions.lay(tmp_path_factory.mktemp("count") / group)
        said = finish(start(site, "none", group, 0))
        found[group] = int(said.rsplit("calls ", 1)[1])
    return found


@pytest.mark.slow
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_disk_that_fails_once(
    editions: Editions, calls: dict[str, int], tmp_path: Path, group: str, error: str
) -> None:
    """Whichever call fails: no trace, every page whole, and the next build is clean."""
    every = range(1, calls[group] + 1)
    chance = random.Random(f"{group} {error}")  # noqa: S311 because a sample that can be repeated is wanted
    chosen = chance.sample(every, min(len(every), tries("faults")))
    for nth in chosen:
        site = editions.lay(tmp_path / str(nth))
        process = start(site, error, group, nth)
        said = finish(process)
        where = f"{error} at {group} {nth}:\n{said}"
        assert process.returncode in {0, 1}, where
        assert "Traceback" not in said, where
        assert "a bug in" not in said, where
        assert process.returncode == 0 or "(machine)" in said, where
        assert editions.torn(site) == [], where
        after = start(site, "none", "any", 0)
        assert "✓" in finish(after), where
        assert tree(site.output) == editions.new_pages, where
        shutil.rmtree(site.root)
