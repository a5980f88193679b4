"""Tables; tests/cases/markdown/blocks.md shows one."""


def test_no_inline_style(body):
    """Columns are aligned by class."""
    html = body("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|").html
    assert "style=" not in html
    assert html.count('class="align-start"') == 2
    assert html.count('class="align-center"') == 2
    assert html.count('class="align-end"') == 2


def test_empty_cells(read):
    """A small text cannot make a huge table: beyond the limit tables stay text."""
    table = f"|{'a|' * 256}\n|{'-|' * 256}\n" + "|\n" * 250 + "\n"
    outcome = read(table * 3)
    assert [problem.code for problem in outcome.problems] == ["size-limit"]
    assert outcome.value.counts.tables == 1


def test_attributes(body):
    """Attributes go to the table."""
    assert '<table id="t" class="wide">' in body("{.wide #t}\n|a|\n|-|\n|b|").html


def test_cells_are_bounded(read):
    """A table of more cells than a page can show is refused before they are read."""
    outcome = read(f"{'|a' * 30}|\n{'|-' * 30}|\n" + f"{'|b' * 30}|\n" * 2_500)
    (problem,) = outcome.problems
    assert (problem.code, problem.place.line) == ("size-limit", 10)
    assert "60,000 cells" in problem.message
    assert outcome.value.counts.tables == 0
