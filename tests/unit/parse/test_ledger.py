"""translations.lock: what is written is read again, and nothing else is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.ledger import Ledger
from site_builder.parse.ledger import HEAD, read_ledger, spell_ledger

A, B = "a" * 16, "b" * 16
PATHS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40
).map(lambda path: unicodedata.normalize("NFC", f"content/{path}"))


@given(st.dictionaries(PATHS, st.integers(0, 16**16 - 1).map(lambda number: f"{number:016x}")))
def test_what_is_spelled_is_read(made_from: dict[str, str]) -> None:
    """Any names: spaces, hashes, every script; one line a translation, sorted."""
    spelled = spell_ledger(Ledger(made_from=made_from))
    outcome = read_ledger(spelled)
    assert outcome.problems == ()
    assert outcome.value is not None
    paths = [line[18:] for line in spelled.decode().removeprefix(HEAD).split("\n") if line]
    assert paths == sorted(made_from)
    assert outcome.value.made_from == made_from


def test_lines_may_stand_in_any_order_with_any_line_ends() -> None:
    """A merge may leave them unsorted, and git on Windows with CR LF."""
    outcome = read_ledger(f"# words\r\n{B}  b.md\r\n\r\n{A}  a.md\r\n".encode())
    assert outcome.value == Ledger(made_from={"a.md": A, "b.md": B})


@pytest.mark.parametrize("nothing", [b"", b"\n", b" \n\n"])
def test_an_empty_file_vouches_for_nothing(nothing: bytes) -> None:
    """It is no mistake to have emptied the file."""
    assert read_ledger(nothing).value == Ledger()


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        (f"{A}  a.md\n<<<<<<< HEAD\n", "translations.lock:2:1", "merge"),
        (f"{A}  a.md\n=======\n", "translations.lock:2:1", "merge"),
        (f"{A}  a.md\n>>>>>>> other\n", "translations.lock:2:1", "merge"),
        (f"{A}  a.md\n||||||| base\n", "translations.lock:2:1", "merge"),
        ("content/x.md: abc\n", "translations.lock:1:1", "digits"),
        (f"{A[:-1]}  a.md\n", "translations.lock:1:1", "digits"),
        (f"{A}a  a.md\n", "translations.lock:1:1", "digits"),
        (f"{A.upper()}  a.md\n", "translations.lock:1:1", "digits"),
        (f" {A}  a.md\n", "translations.lock:1:1", "digits"),
        (f"{A}\n", "translations.lock:1:17", "two spaces"),
        (f"{A} a.md\n", "translations.lock:1:17", "two spaces"),
        (f"{A}   a.md\n", "translations.lock:1:17", "two spaces"),
        (f"{A}\ta.md\n", "translations.lock:1:1", "digits"),
        (f"{A}  a.md\n{B}  a.md\n", "translations.lock:2:19", "line 1 already"),
    ],
)
def test_a_damaged_line_is_pointed_at(text: str, where: str, says: str) -> None:
    """No guess is made: one line that is not understood, and the whole file is refused."""
    outcome = read_ledger(text.encode())
    assert outcome.value is None
    (problem,) = outcome.problems
    assert (problem.code, str(problem.place)) == ("bad-ledger", where)
    assert says in problem.message
    assert problem.hint


def test_every_damaged_line_is_named_at_once() -> None:
    """A conflict has three marks, and all are shown."""
    text = f"<<<<<<< HEAD\n{A}  a.md\n=======\n{B}  a.md\n>>>>>>> other\n"
    lines = [problem.place.line for problem in read_ledger(text.encode()).problems if problem.place]
    assert lines == [1, 3, 4, 5]


def test_bytes_that_are_no_text_are_a_problem() -> None:
    """Not UTF-8: said so, with the line."""
    (problem,) = read_ledger(f"{A}  a.md\n".encode() + b"\xff\xfe\xff").problems
    assert problem.code == "bad-encoding"
