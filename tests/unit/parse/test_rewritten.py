"""A text after something in it was replaced, and where all of it was typed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.parse.rewritten import Edit, Rewritten


def test_what_stands_behind_an_edit_has_the_column_in_which_it_was_typed() -> None:
    """In its line alone; what took the place of a piece stands where the piece began."""
    text = Rewritten("a <long> b\nc <long> d", [Edit(2, 8, "x"), Edit(13, 19, "")])
    assert text.text == "a x b\nc  d"
    columns = {letter: text.column(text.text.index(letter)) for letter in "axbcd"}
    assert columns == {"a": 1, "x": 3, "b": 10, "c": 1, "d": 10}


def test_a_target_is_spelled_as_it_was_typed() -> None:
    """With the heading that was typed behind it; what nobody replaced has no other spelling."""
    text = Rewritten("[a]({% x %}#b) [c](d)", [Edit(4, 11, "/x.md")])
    assert text.spelled("/x.md#b") == "{% x %}#b"
    assert text.spelled("/x.md") == "{% x %}"
    assert text.spelled("d") == ""


@settings(deadline=None)
@given(st.text("ab\n"), st.data())
def test_every_letter_that_stays_is_found_where_it_was(typed: str, data: st.DataObject) -> None:
    """Whatever is replaced by whatever."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(typed)))))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    text = Rewritten(typed, [Edit(start, end, data.draw(st.text("X"))) for start, end in pairs])
    kept = [at for at in range(len(typed)) if not any(start <= at < end for start, end in pairs)]
    found = [at for at, letter in enumerate(text.text) if letter != "X"]
    assert [typed[at] for at in kept] == [text.text[at] for at in found]
    columns = [at - typed.rfind("\n", 0, at) for at in kept]
    assert [text.column(at) for at in found] == columns
