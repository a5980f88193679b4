"""Formulas; tests/cases/markdown/prices.md has more."""

import pytest


def test_unreadable(read):
    """A formula that cannot be read is a Problem at its place, and is shown as typed."""
    outcome = read("one\ntwo $\\foo{<b>}$ three")
    (problem,) = outcome.problems
    assert problem.code == "bad-value"
    assert (problem.place.line, problem.place.column) == (11, 6)
    assert "\\foo" in problem.message
    assert '<code class="math-source">\\foo{&lt;b&gt;}</code>' in outcome.value.html


def test_block_place(read):
    """In a block the line of the formula is told."""
    (problem,) = read("text\n\n$$\nx = \\foo\n$$").problems
    assert problem.place.line == 13


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $10",
        "$1,000–$2,000",
        "costs $5, or $6 with tax",
        "I have $20 and you have 30$.",
        "US$5/$6",
        "a $ b $ c",
        "$PATH",
        "$",
        "$$",
        "100$",
        "50 $ und 60 $",
        "$5到$10的价格，$",
        "$5रुपये या $7",
    ],
)
def test_money_is_text(body, text):
    """Amounts of money stay as typed."""
    assert body(text).excerpt == text
    assert "<math" not in body(text).html


def test_macros_end(read):
    """A macro that calls itself is a Problem, not a hang."""
    assert [p.code for p in read("$\\newcommand{\\a}{\\a\\a}\\a$").problems] == ["bad-value"]


def test_in_heading(body):
    """A formula in a heading is part of its id, as in kramdown."""
    (heading,) = body("# On $x^2$").headings
    assert (heading.id, heading.text) == ("on-x2", "On x^2")


def test_style(body):
    """Where MathML needs a style attribute, the page is said to have one."""
    assert body("$\\begin{align}a&=b\\end{align}$").uses_inline_style
    assert not body("$a=b$").uses_inline_style


def test_a_star_may_be_escaped_as_in_jekyll(body):
    """There a formula is Markdown first, which takes the backslash away."""
    escaped = body("$\\Sigma^{\\*}$").html
    assert escaped == body("$\\Sigma^{*}$").html
    assert "<math>" in escaped
