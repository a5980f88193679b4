"""Lighthouse gives every category but speed its full score; speed is no matter for a test."""

import json
import subprocess

import pytest

CATEGORIES = ("accessibility", "best-practices", "seo")
# One page of each kind, spread over the languages: axe has judged the whole matrix already.
PLACES = ("", "ar/small-network/", "zh/hire/", "es/archive/")


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, ids=[f"/{place}" for place in PLACES])
def test_lighthouse_has_nothing_to_say(nine, lighthouse, place):
    """Accessibility, best practices and what search engines need: 100 of 100 on a phone."""
    done = subprocess.run(
        [
            *lighthouse,
            nine.home + place,
            f"--only-categories={','.join(CATEGORIES)}",
            "--output=json",
            "--quiet",
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads(done.stdout)
    lost = [
        f"{audit['id']}: {audit['title']}"
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 1
    ]
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    assert scores == dict.fromkeys(CATEGORIES, 100), "\n".join(lost)
