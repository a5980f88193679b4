"""What comes of a run: how many translations stand how, as the summary of a build says it."""

from pathlib import Path

from site_builder.model.ledger import State
from tests.small_site import SmallSite


def test_every_language_of_every_work_is_counted_once(tmp_path: Path) -> None:
    """A translation, one that lacks, one whose original is not here; originals are not counted."""
    site = SmallSite(tmp_path, languages="[en, es, fr]")
    site.post("2023-01-01-a-en")
    site.post("2023-01-01-a-es", "translated: true")
    site.post("2023-01-02-b-es", "translated: true")
    site.post("2023-01-03-c-en", "draft: true")
    counted = site.build().built.prepared.count_states()
    assert counted == {State.UNRECORDED: 1, State.MISSING: 3, State.ORPHAN: 1}


def test_who_has_vouched_is_counted_as_fresh_until_the_original_changes(tmp_path: Path) -> None:
    """The numbers are those of the lines that `status --accept` wrote."""
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en", body="One.")
    site.post("2023-01-01-a-es", "translated: true")
    assert site.command("status", "--accept").returncode == 0
    assert site.build().built.prepared.count_states() == {State.FRESH: 1}
    site.post("2023-01-01-a-en", body="Two.")
    assert site.build().built.prepared.count_states() == {State.STALE: 1}
