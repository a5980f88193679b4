"""What search costs is told apart from the stages in which that work hides."""

import json
from pathlib import Path

from tests.small_site import SmallSite


def _site(folder: Path, **lines: str) -> SmallSite:
    site = SmallSite(folder, **lines)
    for number in range(40):
        site.post(f"2023-01-{number % 28 + 1:02}-p{number}-en", body=_words(number))
    return site


def _words(number: int) -> str:
    return " ".join(f"word{number}x{other}" for other in range(1_000))


def _built(site: SmallSite) -> dict:
    lines = site.command("build", "--json").stdout.splitlines()
    return json.loads(lines[-1])


def test_machines_are_told_each_part(tmp_path: Path) -> None:
    """Folding, index and files, in seconds; of one edit less; without search nothing."""
    site = _site(tmp_path)
    first = _built(site)
    assert set(first["search"]) == {"folding", "index", "files"}
    assert all(seconds >= 0 for seconds in first["search"].values())
    assert 0 < sum(first["search"].values()) < first["seconds"] * 2
    site.post("2023-01-01-p0-en", body="Other words.")
    assert 0 < _built(site)["search"]["folding"] < first["search"]["folding"]
    site.configure(search="false")
    assert _built(site)["search"] == {}


def test_people_are_told_the_sum(tmp_path: Path) -> None:
    """In the line that says how many indexes there are and what they weigh."""
    said = _site(tmp_path).command("build").stdout
    line = next(line for line in said.splitlines() if line.startswith("   search"))
    assert " 2 indexes, " in line
    assert line.endswith(" s of processor time")
