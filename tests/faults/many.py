"""A site of many pages, the faults it is put through, and what must be true after each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.small_site import REPO, SmallSite, tree

DRIVER: Final = Path(__file__).with_name("driver.py")


def write_posts(site: SmallSite, count: int, *, edition: str) -> None:
    """``count`` posts in two languages, with shared tags; another ``edition`` changes a third."""
    for number in range(count):
        # Two thirds of the posts say the same in every edition.
        said = edition if number % 3 == 0 else "same"
        day = f"20{10 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        site.post(
            f"{day}-post{number}-en",
            f"title: Post {number} {said}",
            f"tags: [tag{number % 7}]",
            body=f"Words of {number}, {said}.\n\n## Part\n\nMore *words*.",
        )
        if number % 2:
            continue
        site.post(
            f"{day}-post{number}-es",
            f"title: Entrada {number} {said}",
            "translated: true",
            body=f"Palabras de {number}, {said}.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """One site before and after its author's changes, and what clean builds of the two give."""

    old: Path
    """A built site."""
    old_pages: dict[str, bytes]
    new: Path
    """The same site, changed and not built."""
    new_pages: dict[str, bytes]

    def lay(self, folder: Path) -> SmallSite:
        """The old site as it was built, with the new edition of its texts, in ``folder``."""
        shutil.copytree(self.old, folder, symlinks=True, copy_function=shutil.copy2)
        shutil.rmtree(folder / "content")
        shutil.copytree(self.new / "content", folder / "content")
        return SmallSite(folder)

    def torn(self, site: SmallSite) -> list[str]:
        """Files of the output that are neither the whole old nor the whole new ones."""
        return [
            name
            for name, data in tree(site.output).items()
            if data not in (self.old_pages.get(name), self.new_pages.get(name))
        ]


def make_editions(folder: Path, posts: int) -> Editions:
    """Build the old site where :meth:`Editions.lay` will lay it, and the new one beside it."""
    old, new = SmallSite(folder / "old"), SmallSite(folder / "new")
    write_posts(old, posts, edition="old")
    write_posts(new, posts, edition="new")
    # One post goes and one comes, so that pages are pruned and made.
    next((old.root / "content/posts").glob("*post2-en.md")).rename(
        old.root / "content/posts/2012-12-12-gone-en.md"
    )
    old.build(jobs=0)
    shutil.copytree(new.root, folder / "clean")
    clean = SmallSite(folder / "clean")
    clean.build(jobs=0)
    return Editions(
        old=old.root, old_pages=tree(old.output), new=new.root, new_pages=tree(clean.output)
    )


def start(site: SmallSite, fault: str, group: str, nth: int) -> subprocess.Popen[str]:
    """Start a build in a process of its own, with this fault waiting in it."""
    command = [sys.executable, str(DRIVER), fault, group, str(nth)]
    return subprocess.Popen(
        [*command, "build", "--root", str(site.root), "--now", "2027-01-15T08:00:00+00:00"],
        env={**os.environ, "PYTHONPATH": str(REPO), "PYTHONUTF8": "1", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A killed builder's workers are found and waited for by their group.
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    """Wait for a build; give what it said."""
    said, _ = process.communicate(timeout=300)
    return said
