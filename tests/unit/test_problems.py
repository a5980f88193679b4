"""What can go wrong, drawn once."""

from site_builder.problems import CODES, Place, Problem, Severity, SiteError, has_errors


def test_a_place_is_spelled_as_editors_read_it() -> None:
    """file:line:col, and no zeros where line or column are unknown."""
    assert str(Place(path="a.md", line=3, column=7)) == "a.md:3:7"
    assert str(Place(path="a.md", line=3)) == "a.md:3"
    assert str(Place(path="a.md")) == "a.md"


def test_the_table_fixes_each_severity() -> None:
    """Nobody chooses on the spot how bad something is."""
    assert Problem(code="bad-date", message="m").severity is Severity.ERROR
    assert not has_errors([Problem(code="held-back", message="m")])
    assert has_errors(
        [Problem(code="held-back", message="m"), Problem(code="machine", message="m")]
    )


def test_every_code_is_a_word_with_a_sentence() -> None:
    """Codes are lower-case words, and the reference can print a sentence for each."""
    for code, (_, sentence) in CODES.items():
        assert code == code.lower().replace("_", "-")
        assert sentence.endswith(".")


def test_a_site_error_carries_all_its_problems() -> None:
    """One exception, every Problem."""
    problem = Problem(code="machine", message="m")
    assert SiteError([problem, problem]).problems == (problem, problem)
