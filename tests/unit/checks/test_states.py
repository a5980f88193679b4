"""Stale translations are noted."""

from site_builder.checks.states import check_states
from site_builder.model.ledger import Ledger, mark
from tests.drawing import documents_of, plan_of, site_of

DRAWING = """
    posts
      2023-01-02-a-en
      2023-01-02-a-es   translated
      2023-01-03-b-en
      2023-01-03-b-es   translated
      2023-01-04-c-en
      2023-01-04-c-es   translated
      2023-01-05-d-es   translated
"""
A, B, D = (f"content/posts/2023-01-0{name}-es.md" for name in ("2-a", "3-b", "5-d"))


def test_a_translation_is_noted_when_its_original_has_changed() -> None:
    """One fresh, one stale, one that nobody vouched for, one without an original."""
    fresh = mark(documents_of(DRAWING)[0])
    ledger = Ledger(made_from={A: fresh, B: "0" * 16, D: "0" * 16})
    site, plan = site_of(DRAWING, ledger=ledger).value, plan_of(DRAWING).value
    assert site is not None
    assert plan is not None
    (problem,) = check_states(site, plan)
    assert (problem.code, str(problem.place)) == ("stale-translation", B)
    assert problem.message.startswith("content/posts/2023-01-03-b-en.md has changed")
    assert problem.hint.endswith(f"status --accept {B}")


def test_an_original_is_never_stale() -> None:
    """Though the ledger has a line for it, from the time when it was a translation."""
    drawing = "posts\n  2023-01-02-a-en\n  2023-01-02-a-es translated"
    ledger = Ledger(made_from={"content/posts/2023-01-02-a-en.md": "0" * 16})
    site, plan = site_of(drawing, ledger=ledger).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    assert list(check_states(site, plan)) == []
