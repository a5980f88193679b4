"""How works stand in every language."""

from site_builder.assemble.states import standings
from site_builder.model.config import Config
from site_builder.model.ledger import Ledger, State, mark
from tests.drawing import config_of, documents_of, site_of

DRAWING = """
    posts
      2023-01-02-a-en
      2023-01-02-a-es   translated
      2023-01-03-b-en
      2023-01-03-b-fr   translated
      2023-01-04-c-es   translated
      2023-01-05-d-en
      2023-01-05-d-es   translated draft
      2023-01-05-d-fr   translated
    pages
      about-en
      about-es
"""


def config() -> Config:
    return config_of("languages: [en, es, fr]")


def states(ledger: Ledger | None = None) -> dict[str, dict[str, State]]:
    settings = config()
    site = site_of(DRAWING, settings, ledger=ledger).value
    assert site is not None
    return {
        work.key.rpartition(":")[2]: {one.language: one.state for one in found}
        for work, found in standings(site, settings.languages)
    }


def test_every_work_has_a_state_in_every_language_but_its_own() -> None:
    """Missing where there is no text, orphan without an original, a draft is not there."""
    found = states()
    assert found["a"] == {"es": State.UNRECORDED, "fr": State.MISSING}
    assert found["b"] == {"es": State.MISSING, "fr": State.UNRECORDED}
    assert found["c"] == {"en": State.MISSING, "es": State.ORPHAN, "fr": State.MISSING}
    assert found["d"] == {"es": State.MISSING, "fr": State.UNRECORDED}
    assert found["about"] == {"es": State.UNRECORDED, "fr": State.MISSING}


def test_the_ledger_tells_fresh_from_stale() -> None:
    """One recorded with the present text of its original, one with an older text."""
    original = documents_of(DRAWING, config())[0]
    made_from = {
        "content/posts/2023-01-02-a-es.md": mark(original),
        "content/posts/2023-01-03-b-fr.md": "0" * 16,
    }
    found = states(Ledger(made_from=made_from))
    assert found["a"]["es"] is State.FRESH
    assert found["b"]["fr"] is State.STALE
