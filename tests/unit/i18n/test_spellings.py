"""Spellings come with the builder, or are made once and recalled; what is lost is made anew."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.i18n import cldr
from site_builder.i18n.spellings import SHIPPED, shipped_text, spellings
from site_builder.model.language import known_language
from tests.small_site import REPO, SmallSite

OURS = ("ar", "de", "en", "es", "fr", "hi", "ja", "zh-Hans", "zh-Hant")


def test_what_comes_with_the_builder_is_what_cldr_says(
    agrees_with_file: Callable[[bytes | str, Path], None],
) -> None:
    """As the Babel that we develop with has it; `make golden` renews it."""
    agrees_with_file(shipped_text(OURS), SHIPPED)


def test_every_language_with_phrases_of_ours_comes_with_the_builder() -> None:
    """A site that has no other language never asks CLDR how it is spelled."""
    phrases = SHIPPED.with_name("phrases").glob("*.yml")
    known = [known_language(file.stem) for file in phrases]
    assert sorted(one.tag for one in known if one) == sorted(OURS)


def test_our_languages_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither asked for nor kept."""
    monkeypatch.setattr(cldr, "_locale", lambda tag: pytest.fail(f"asked for {tag}"))
    known = spellings(tmp_path, ["zh-Hans", "es"])
    assert known["es"].date(date(2026, 1, 5), "long") == "5 de enero de 2026"
    assert known["zh-Hans"].names["es"] == "西班牙语"
    assert not [*tmp_path.iterdir()]


def test_what_was_made_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time CLDR is not asked at all, and for a language more it is."""
    made = spellings(tmp_path, ["pt", "ar"])
    monkeypatch.setattr(cldr, "_locale", lambda tag: pytest.fail(f"asked for {tag}"))
    assert spellings(tmp_path, ["ar", "pt"]) == made
    monkeypatch.undo()
    assert set(spellings(tmp_path, ["ar", "pt", "ja"])) == {"ar", "pt", "ja"}
    assert [file.name for file in tmp_path.iterdir()] == ["spellings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"source": "another", "spellings": {}}'])
def test_a_damaged_or_foreign_file_is_made_anew(tmp_path: Path, text: str) -> None:
    """Losing it costs time only."""
    made = spellings(tmp_path, ["pt"])
    file = tmp_path / "spellings.json"
    whole = file.read_text(encoding="utf-8")
    file.write_text(text or whole[:-9], encoding="utf-8")
    assert spellings(tmp_path, ["pt"]) == made
    assert file.read_text(encoding="utf-8") == whole


def test_a_disk_that_takes_nothing_costs_time_only(tmp_path: Path) -> None:
    """There is no folder to keep them in."""
    assert set(spellings(tmp_path / "absent", ["pt"])) == {"pt"}


@pytest.mark.parametrize(
    ("languages", "is_first_asking"), [("[en, es]", False), ("[en, es, pt]", True)]
)
def test_an_edit_does_not_import_babel(
    tmp_path: Path, *, languages: str, is_first_asking: bool
) -> None:
    """For another language than ours the first build asks CLDR; none that comes after it does."""
    site = SmallSite(tmp_path, languages=languages)
    site.post("2026-01-05-a-es", "title: A", body="Una línea.")
    steps = (("Una línea.", is_first_asking), ("Dos líneas.", False), ("Dos líneas.", False))
    for step, expected in steps:
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
