"""Lighthouse takes no point from any page, on a phone; speed is no matter for a test.

docs/performance.md has its figures for speed.
"""

from typing import Final

import pytest

from tests.browser.conftest import THEMES
from tests.trials import tries

CATEGORIES: Final = ("accessibility", "best-practices", "seo")
LANGUAGES: Final = ("", "es/", "zh/", "ar/")
PLACES: Final = ("", "small-network/", "hire/", "archive/", "search/", "no-such-page/")
NOT_FOUND: Final = ("", "404.html")
"""The page of what is not there, asked for by its own name, and so answered with status 200."""
EXCEPTIONS: Final[dict[str, dict[str, str]]] = {
    "no-such-page/": {
        "http-status-code": "404 is the right answer",
        "errors-in-console": "Chromium reports that answer; test_promises.py reads the rest",
    },
}
"""Audits that a page fails because it does what is right."""


def sample(theme: str) -> list[tuple[str, str]]:
    """As many pages as this run tries: each kind in one language, in turn, then in the next.

    The themes begin with different languages, so two turns in each see a kind of page in all four.
    """
    shift = 2 * THEMES.index(theme)
    matrix = [
        (LANGUAGES[(number + turn + shift) % len(LANGUAGES)], place)
        for turn in range(len(LANGUAGES))
        for number, place in enumerate(PLACES)
    ]
    return [NOT_FOUND, *matrix][: tries("lighthouse") // len(THEMES)]


@pytest.mark.slow
def test_lighthouse_takes_no_point(nine, lighthouse, theme):
    """Accessibility, best practices and what search engines need; every exception is needed."""
    pages = sample(theme)
    judged = lighthouse.judge([nine.home + code + place for code, place in pages], CATEGORIES)
    told = []
    for (code, place), one in zip(pages, judged, strict=True):
        excepted = EXCEPTIONS.get(place, {}).keys()
        lost = [one.lost[audit] for audit in sorted(one.lost.keys() - excepted)]
        lost += [f"{audit} needs no exception" for audit in sorted(excepted - one.lost.keys())]
        if not excepted and one.scores != dict.fromkeys(CATEGORIES, 100):
            lost.append(str(one.scores))
        told += [f"/{code}{place}: {line}" for line in lost]
    assert not told, "\n".join(told)
