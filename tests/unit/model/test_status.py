"""The table of translations, as values."""

from site_builder.model.language import Language
from site_builder.model.ledger import State
from site_builder.model.status import LanguageStatus, Standing, StatusTable, WorkStatus


def work(*states: State) -> WorkStatus:
    standings = tuple(Standing(language="es", state=state, document=None) for state in states)
    return WorkStatus(path="x", has_original=True, title="X", day="", standings=standings)


def test_all_that_can_be_compared_and_is_not_fresh_needs_work() -> None:
    """A work needs work when one of its languages is anything but fresh."""
    assert not work(State.FRESH, State.FRESH).needs_work
    assert not work().needs_work
    for state in State:
        assert work(State.FRESH, state).needs_work is (state not in {State.FRESH, State.ORPHAN})


def test_the_total_is_the_sum_of_the_rows() -> None:
    """Every language counts once."""
    rows = tuple(
        LanguageStatus(
            language=Language(code=code, tag=code, name=code), counts={State.FRESH: 2, state: 3}
        )
        for code, state in (("es", State.STALE), ("fr", State.MISSING))
    )
    total = StatusTable(title="T", languages=rows, works=()).total
    assert total == {State.FRESH: 4, State.STALE: 3, State.MISSING: 3}
