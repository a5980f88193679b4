"""The rules of a state as one pattern."""

import re

from pygments.lexer import words
from pygments.token import Error, Keyword, Name, Number, Whitespace

from site_builder.parse.drawing.lexer_rules import LatePattern, steps_of


def made(*patterns, flags=re.MULTILINE, is_ascii=True):
    """The steps of rules that differ by their moves."""
    rules = [(LatePattern(one, flags), Name, at) for at, one in enumerate(patterns)]
    return steps_of(rules, flags, Whitespace, is_ascii=is_ascii)


def first(steps, text):
    """The number of the rule that fits first, and what it finds."""
    for match, rules, rule in steps:
        found = match(text, 0)
        if found:
            return (rule if rules is None else rules[found.lastindex]).moves, found[0]
    return None


def test_the_first_that_fits():
    """Of several rules that fit, the first one is taken, however long the others are."""
    steps = made("b", "(a)(b)?", "abc", "")
    assert len(steps) == 1
    assert first(steps, "abc") == (1, "ab")
    assert first(steps, "x") == (3, "")


def test_rules_that_count_stand_alone():
    """A rule that means a group of its own by number or name keeps its place among the others."""
    steps = made("a", r"(['\"])x\1", "(?P<q>b)(?P=q)", "['b]+")
    assert [step.rules is None for step in steps] == [False, True, True, False]
    assert first(steps, "'x'") == (1, "'x'")
    assert first(steps, "bb") == (2, "bb")
    assert first(steps, "'x") == (3, "'")


def test_flags_stay_with_their_rule():
    """What begins with a flag does not lend it to the others."""
    steps = made("(?s)a.b", "(?i)c", "a.*", "[a-zC]")
    assert len(steps) == 1
    assert first(steps, "a\nb") == (0, "a\nb")
    assert first(steps, "C") == (1, "C")
    assert first(made("(?i)c", "d", "[CD]"), "D") == (2, "D")


def test_comments_end():
    """In a verbose pattern a comment does not swallow what follows it."""
    steps = made("a  # one ( [", r"b \( # two", flags=re.VERBOSE)
    assert first(steps, "b(") == (1, "b(")


def test_brackets_in_a_class_are_signs():
    """A bracket in a class, or behind a backslash, is no group."""
    steps = made(r"[(]\((x)", r"[])(]+", r"[^](]")
    assert first(steps, "((x") == (0, "((x")
    assert first(steps, "])?") == (1, "])")
    assert first(steps, "?") == (2, "?")


def test_letters_beyond_ascii():
    """Code of ASCII is read without them; all other code with them."""
    letter = "[a-zß-öø-ÿª]+"
    for text in ("ab", "aßb", "ª"):
        assert first(made(letter, is_ascii=False), text) == (0, text)
    assert first(made(letter), "ab") == (0, "ab")
    assert "ß" not in LatePattern(letter, 0).text(is_ascii=True)


def test_what_is_more_than_a_letter_in_a_list_stays():
    """Where a letter beyond ASCII decides what ASCII means, the pattern is left as it is."""
    for pattern in ("aé|b", "[^é]", "[é]", "[!-é]", "[aé-\\uffff]", "\\é", "(?i:[aſ])", "[é^a]"):
        assert LatePattern(pattern, 0).text(is_ascii=True) == pattern
    assert LatePattern("[aſ]", re.IGNORECASE).text(is_ascii=True) == "[aſ]"


def test_words_are_put_together_when_they_are_needed():
    """A list of words is a pattern when it is asked for."""
    pattern = LatePattern(words(("if", "in"), suffix=r"\b"), 0)
    assert pattern("in", 0)[0] == "in"
    assert pattern("inn", 0) is None


def test_an_action_gets_its_groups():
    """What makes several tokens of a match sees the groups of its own rule."""
    rules = [
        (LatePattern("(x)(y)", 0), Number, None),
        (LatePattern("(a)(b)", 0), lambda _, found: found.groups(), None),
        (LatePattern("a", 0), Keyword, None),
    ]
    ((match, by_group, _),) = steps_of(rules, 0, Whitespace, is_ascii=True)
    rule = by_group[match("ab", 0).lastindex]
    assert rule.kind is None
    assert rule.action(None, rule.groups("ab", 0)) == ("a", "b")


def test_what_no_rule_fits():
    """A line end begins anew, any other character is a mistake, and behind the text is nothing."""
    ((match, by_group, _),) = steps_of([], 0, Whitespace, is_ascii=True)
    line_end, mistake = (by_group[match(text, 0).lastindex] for text in "\n?")
    assert (line_end.kind, line_end.moves) == (Whitespace, ("#root",))
    assert (mistake.kind, mistake.moves) == (Error, None)
    assert match("", 0) is None
