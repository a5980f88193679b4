"""How fast Lighthouse finds the pages of the site of nine languages, on a phone, in both themes.

    .venv/bin/python -m benchmarks.lighthouse

It feigns a slow line and a slow processor from what it measures here, so run it by hand on a quiet
machine. Files are served without compression, unlike on GitHub Pages.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.browser.chromium import chromium_here
from tests.browser.conftest import NINE, THEMES, served
from tests.browser.lighthouse import Judged, Lighthouse, lighthouse_here
from tests.built import build_site

LANGUAGES = ("", "es/", "zh/", "ar/")
PLACES = ("", "small-network/", "hire/", "archive/", "search/", "no-such-page/")
LEAST = 98
"""Of 100: what every page shall reach."""


def main() -> int:
    """Print a line for each page; fail where one is slower than it shall be."""
    lighthouse = lighthouse_here(chromium_here())
    if not lighthouse or not lighthouse.chromium:
        print("Chromium or Lighthouse is not here: `make browser` installs it", file=sys.stderr)
        return 2
    scores = []
    for theme in THEMES:
        for page, judged in _judged(lighthouse, theme):
            score = judged.scores["performance"]
            print(
                f"{score:>3}  {theme}  {page}", *judged.lost.values(), sep="\n       ", flush=True
            )
            scores.append(score)
    print(f"{min(scores)} to {max(scores)} of 100 on {len(scores)} pages; {LEAST} is asked for")
    return int(min(scores) < LEAST)


def _judged(lighthouse: Lighthouse, theme: str) -> Iterator[tuple[str, Judged]]:
    pages = [code + place for place in PLACES for code in LANGUAGES]
    with tempfile.TemporaryDirectory() as folder:
        built = build_site(NINE, Path(folder), theme=theme)
        with served(built) as site:
            addresses = [site.home + page for page in pages]
            judged = lighthouse.judge(addresses, ["performance"])
    return zip(("/" + page for page in pages), judged, strict=True)


if __name__ == "__main__":
    sys.exit(main())
