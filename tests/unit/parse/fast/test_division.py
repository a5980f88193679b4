"""Which blocks of a text the rules read."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.fast.division import divide
from site_builder.parse.fast.stream import read
from site_builder.parse.rules.notebook import Notebook
from site_builder.problems import Place


def divided(text):
    """A text as it is divided."""
    return divide(text, read(text), keeps_html=True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a\n\n<b>c</b>\n\nd\n", {1}),
        ("a\n\n*https://c.org*\n\n[d](https://e.org) <https://f.org> `https://g.org`\n", {1}),
        ("a `x|y` {{ page.b }}\n\n`{c} | <d>` $5\n", {0}),
        ("```\n\t{a} $b$ <c>\n```\n\n$a$\n\nb\n", {1}),
        ("a\n\nterm\n\n: what it is\n\nb\n", {1, 2}),
        ("a\n\nb\n\n{.c}\n\nd\n\ne\n", {1, 2, 3}),
        ("# a\n{: .b}\n\nc\n\nd\n", {0, 1, 2}),
        ("a\n\nb\n<!-- c -->\nd\n\ne\n", {1, 2}),
        (
            "a\n\n<!-- c\n\n# d -->\ne\n\n<!-- f --> g\n\n<!--more-->\n\n<!-- {% h %} -->\n",
            {3, 4, 5},
        ),
        ("- a\n\n\tb\n\nc\n", {0}),
        ("a $5\n\n- b $5\n- c $6\n- d $x$\n\ne\n", {1}),
        ("| a |\n|---|\n| b \\| c |\n\nd | e\n", {0}),
        ("a[^1]\n\nb\n\n[^1]: c\n", {0, 2}),
        ("a\n\n[b]: c\n\nd\n", set()),
        ("a\n\n> | b |\n> |---|\n[c]: d\n", {1, 2}),
        ("- - a\n\n1. {.b}\n\nc\n\nd\n", {0, 1, 2}),
        ("a\n\n[b]: <c>\n\nd\n", {1}),
    ],
)
def test_by_rules(text, numbers):
    """Those in which a rule of ours has a say, and those that hang together with them."""
    assert divided(text).by_rules == numbers


@pytest.mark.parametrize("text", ["<a>\n", "*[A]: b\n\nA\n", "[b]: <c>\n\n{.d}\n"])
def test_all_by_rules(text):
    """There is no division where nothing is left, or where a rule may have a say anywhere."""
    assert divided(text) is None


def test_more_by_rules():
    """What shows later is added, with what hangs together with it."""
    text = "a\n\nb\n# c\n\nd\n"
    division = divided(text)
    assert division.without({2}).by_rules == {1, 2}
    assert not division.without({0, 2, 3}).has_share()


def test_readers_must_agree_on_references():
    """Else the rules read all: to them a link that could run code is no definition."""
    for target, is_agreed in (("<u>", True), ("<javascript:x>", False)):
        text = f"a\n\n[b]: {target}\n"
        place, settings = Place(path="x.md", line=1), MarkdownSettings()
        notebook = Notebook(text, place=place, settings=settings)
        division = divided(text)
        assert (division.passages(text, notebook) is not None) == is_agreed
