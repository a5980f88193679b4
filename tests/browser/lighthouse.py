"""Lighthouse's word on pages, as a phone shows them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_RUNNER: Final = _HERE / "lighthouse.mjs"
_SECONDS_A_PAGE: Final = 120
"""Far more than a page takes: a browser that hangs must end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What Lighthouse says of one page."""

    address: str
    scores: dict[str, int]
    """Of 100, for each category that was asked for."""
    lost: dict[str, str]
    """The audits that took points away, and what each found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lighthouse:
    """Node and Chromium, with the words that Chromium is started with."""

    node: str
    chromium: Sequence[str]

    def judge(self, addresses: Sequence[str], categories: Sequence[str]) -> list[Judged]:
        """Judge pages in their order, all in one browser; fail loudly where one cannot be."""
        path, *flags = self.chromium
        given = {
            "chromium": path,
            "flags": flags,
            "categories": categories,
            "addresses": addresses,
        }
        done = subprocess.run(
            [self.node, str(_RUNNER)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=_SECONDS_A_PAGE * len(addresses),
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"Lighthouse broke off:\n{done.stderr[-2000:]}")
        return [Judged(**json.loads(line)) for line in done.stdout.splitlines()]


def lighthouse_here(chromium: Sequence[str]) -> Lighthouse | None:
    """Lighthouse of the npm tools of this folder, where they and Node are."""
    node = shutil.which("node")
    if not node or not (_HERE / "node_modules" / "lighthouse").is_dir():
        return None
    return Lighthouse(node=node, chromium=chromium)
