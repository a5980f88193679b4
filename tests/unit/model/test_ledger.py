"""What the ledger knows of a translation."""

import unicodedata
from dataclasses import replace

from site_builder.model.ledger import Ledger, State, mark
from tests.drawing import documents_of

DRAWING = """
    posts
      2023-01-02-café-en   title="First"
      2023-01-02-café-es   title="Primero" translated
"""


def test_a_translation_is_fresh_as_long_as_its_original_says_the_same() -> None:
    """Unrecorded, then fresh, then stale when the original's words have changed."""
    original, translation = documents_of(DRAWING)
    vouched = Ledger(made_from={translation.path: mark(original)})
    assert Ledger().state(translation, original) is State.UNRECORDED
    assert vouched.state(translation, original) is State.FRESH
    changed = replace(original, text_digest="0" * 64)
    assert vouched.state(translation, changed) is State.STALE
    assert vouched.state(translation, None) is State.ORPHAN


def test_one_accent_spelled_in_two_ways_is_one_path() -> None:
    """MacOS may give back a decomposed name; what was recorded on Linux still counts."""
    original, translation = documents_of(DRAWING)
    vouched = Ledger(made_from={unicodedata.normalize("NFC", translation.path): mark(original)})
    decomposed = replace(translation, path=unicodedata.normalize("NFD", translation.path))
    assert decomposed.path != translation.path
    assert vouched.state(decomposed, original) is State.FRESH
