"""Spellings are made once and recalled; what cannot be recalled is made anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.i18n import cldr
from site_builder.i18n.spellings import spellings
from tests.small_site import REPO, SmallSite


def test_what_was_made_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time CLDR is not asked at all, and for a language more it is."""
    made = spellings(tmp_path, ["es", "ar"])
    monkeypatch.setattr(cldr, "_locale", lambda tag: pytest.fail(f"asked for {tag}"))
    assert spellings(tmp_path, ["ar", "es"]) == made
    monkeypatch.undo()
    assert set(spellings(tmp_path, ["ar", "es", "ja"])) == {"ar", "es", "ja"}
    assert [file.name for file in tmp_path.iterdir()] == ["spellings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"source": "another", "spellings": {}}'])
def test_a_damaged_or_foreign_file_is_made_anew(tmp_path: Path, text: str) -> None:
    """Losing it costs time only."""
    made = spellings(tmp_path, ["es"])
    file = tmp_path / "spellings.json"
    whole = file.read_text(encoding="utf-8")
    file.write_text(text or whole[:-9], encoding="utf-8")
    assert spellings(tmp_path, ["es"]) == made
    assert file.read_text(encoding="utf-8") == whole


def test_a_disk_that_takes_nothing_costs_time_only(tmp_path: Path) -> None:
    """There is no folder to keep them in."""
    assert set(spellings(tmp_path / "absent", ["es"])) == {"es"}


def test_an_edit_does_not_import_babel(tmp_path: Path) -> None:
    """The first build pays for CLDR; one that makes a page again does not, nor does an idle one."""
    site = SmallSite(tmp_path)
    site.post("2026-01-05-a-es", "title: A", body="Una línea.")
    for step, expected in (("Una línea.", True), ("Dos líneas.", False), ("Dos líneas.", False)):
        site.post("2026-01-05-a-es", "title: A", body=step)
        program = [sys.executable, "-X", "importtime", "-m", "site_builder", "build", "--jobs", "1"]
        done = subprocess.run(
            [*program, "--root", str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(REPO)},
        )
        assert ("babel" in done.stderr) is expected, step
    assert "5 de enero de 2026" in site.read("es/a/index.html")
