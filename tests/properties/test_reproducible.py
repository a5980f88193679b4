"""The same input gives the same bytes, wherever, whenever and by however many it is built."""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import REPO, SmallSite, tree
from tests.trials import tries

PLACES = ("a", "another folder/with spaces/ünd Umlaute")
ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO8859-1")
SEEDS = ("0", "1", "4294967295")
WORKERS = ("1", "2", "5")
EVERY = list(itertools.product(PLACES, ZONES, LOCALES, SEEDS, WORKERS))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with something of everything, and enough of it for several workers."""
    site = SmallSite(
        tmp_path_factory.mktemp("texts"),
        languages="[en, zh, ar, es]",
        timezone="Asia/Shanghai",
        feeds="[atom, rss, json]",
        pagination="7",
    )
    for number in range(120):
        stem = f"20{10 + number % 9}-{number % 12 + 1:02}-{number % 28 + 1:02}-p{number}"
        tags = f'tags: ["t{number % 5}", "İstanbul", "straße", "日本"]'
        site.post(f"{stem}-en", f"title: Post {number}", tags, body="## I\n\n```py\nx = 1\n```")
        site.post(
            f"{stem}-zh", f"title: 文章 {number}", "translated: true", body="中文**粗体：**字"
        )
    site.post("2020-01-01-ar-ar", "title: نص", body="مثال**«نص»**هنا $x^2$")
    shutil.copytree(REPO / "content", site.root / "content", dirs_exist_ok=True)
    return site.root


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(tree(folder).items()):
        digest.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return digest.hexdigest()


@pytest.mark.slow
def test_one_input_one_output(texts: Path, tmp_path: Path) -> None:
    """Folders, time zones, locales, hash seeds and workers leave no trace in any byte."""
    chance = random.Random(7)  # noqa: S311 because a sample that can be repeated is wanted
    chosen = chance.sample(EVERY, tries("reproducible"))
    digests = {}
    for number, circumstances in enumerate(chosen):
        place, zone, locale, seed, workers = circumstances
        root = tmp_path / str(number) / place
        shutil.copytree(texts, root)
        command = [sys.executable, "-m", "site_builder", "build", "--now", "2027-01-15"]
        done = subprocess.run(
            [*command, "--quiet", "--jobs", workers],
            cwd=root,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(REPO),
                "TZ": zone,
                "LC_ALL": locale,
                "PYTHONHASHSEED": seed,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        digests[circumstances] = _digest(root / "output")
        shutil.rmtree(tmp_path / str(number))
    assert len(set(digests.values())) == 1, digests
