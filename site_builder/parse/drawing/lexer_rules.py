r"""The rules of a lexer's state as one pattern.

A lexer of Pygments has states, and a state has rules, each a regular expression. One pattern for
all of them, in their order, finds at once which one fits, by an empty group behind each:

    \s+    [0-9]+    [a-z]\w*    →    (?:\s+)(?P<r0>)|(?:[0-9]+)(?P<r1>)|(?:[a-z]\w*)(?P<r2>)

A rule that counts its groups, or that would take long to compile, is tried by itself, in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from pygments.token import Error, _TokenType
from pygments.util import Future

from site_builder.patterns import late

Match: TypeAlias = "Callable[..., Any]"
"""Gives a match of a text, from a place on and perhaps up to another, or None."""
Moves: TypeAlias = "tuple[str, ...] | int | str | None"
"""States to go to; how many to leave, negative; or ``#push``, this one once more."""
ROOT: Final = "#root"
"""To go there is to leave all others."""

_LONG: Final = 1_500
"""Characters of a pattern that is better compiled once than in each state that has it: such a one
lists the letters of Unicode."""
_FLAGS: Final = late(r"\(\?([ims]+)\)")
"""How a pattern may begin, for all that follows in it."""
_COUNTS: Final = late(r"\\[1-9]|\(\?P|\(\?\(|\(\?[aiLmsux]+\)")
"""What means a group by its number or name, or may stand at the beginning only."""
_GROUP: Final = late(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?!\?)", re.DOTALL)
_LISTED: Final = late(r"\\[\x00-\x7f]|\[\^?[\x00-\x5b\x5d\x5f-\x7f](?:\\[\x00-\x7f]|[^\]\\])*\]")
"""What is escaped, and a class that begins with a character of ASCII."""
_BEYOND: Final = late(r"[^\x00-\x7f](?:-[^\x00-\x7f])?")
_MIXED: Final = late(r"[\x00-\x7f]-[^\x00-\x7f]|[^\x00-\x7f]-[\x00-\x5c\x5e-\x7f]|\(\?[aLmsux]*i")
"""A range with one end in ASCII; and what makes ``ſ`` beyond it an ``s`` of its own."""


class Rule(NamedTuple):
    """What follows where a rule fits."""

    kind: _TokenType | None
    """That of the token, where it makes one."""
    action: Callable[..., Iterable[tuple[int, _TokenType, str]]] | None
    """What makes tokens, where it does more than that."""
    groups: Match | None
    """The rule by itself, where an action may ask for its groups."""
    moves: Moves


_MISTAKE: Final = Rule(Error, None, None, None)


class Step(NamedTuple):
    """A pattern that is tried at a token."""

    match: Match
    rules: Mapping[Any, Rule] | None
    """Those that it is made of, by the group that was found last; None for one alone."""
    rule: Rule


class LatePattern:
    """The regular expression of a rule, compiled when it is first tried by itself."""

    __slots__ = ("_flags", "_match", "_regex")

    def __init__(self, regex: str | Future, flags: int) -> None:
        """``regex`` may be one that Pygments has not put together yet."""
        self._regex = regex
        self._flags = flags
        self._match: Match | None = None

    def text(self, *, is_ascii: bool) -> str:
        """As ``re`` reads it, for a text of ASCII or for any."""
        regex = _put_together(self._regex) if isinstance(self._regex, Future) else self._regex
        return regex if not is_ascii or self._flags & re.IGNORECASE else _narrowed(regex)

    def __call__(self, text: str, *span: int) -> re.Match[str] | None:
        """Match as the compiled expression does."""
        if self._match is None:
            self._match = re.compile(self.text(is_ascii=False), self._flags).match
        found: re.Match[str] | None = self._match(text, *span)
        return found


def steps_of(
    rules: Iterable[tuple[Match, Any, Moves]], flags: int, line_end: _TokenType, *, is_ascii: bool
) -> Sequence[Step]:
    """What is tried in the state that has these ``rules``, as Pygments keeps them.

    Each is a pattern, the kind of its token or what makes tokens of it, and what moves follow.
    Where none of them fits, a line end is a token of the kind ``line_end`` and begins anew, and any
    other character is a mistake.
    """
    steps: list[Step] = []
    together: list[tuple[str, Rule]] = []
    for match, action, moves in rules:
        # Any other match is that of Pygments' own for nothing, which always fits.
        text = match.text(is_ascii=is_ascii) if isinstance(match, LatePattern) else ""
        kind = action if type(action) is _TokenType else None
        rule = Rule(kind, None if kind else action, None, moves)
        pattern = _among_others(text, flags)
        if pattern is None:
            steps += [*_joined(together, flags), Step(re.compile(text, flags).match, None, rule)]
            together = []
        else:
            together.append((pattern, rule if pattern == text else rule._replace(groups=match)))
    together += [(r"\n", Rule(line_end, None, None, (ROOT,))), (r"[\s\S]", _MISTAKE)]
    return [*steps, *_joined(together, flags)]


# Several states of a lexer have the same rules.
@cache
def _put_together(words: Future) -> str:
    lists_its_words: Any = words
    return str(lists_its_words.get())


def _among_others(pattern: str, flags: int) -> str | None:
    """The same pattern as one of several; None where it has to be alone."""
    begins = _FLAGS.match(pattern)
    if begins:
        pattern = f"(?{begins[1]}:{pattern[begins.end() :]})"
    if len(pattern) > _LONG or _COUNTS.search(pattern):
        return None
    if flags & re.VERBOSE:
        return f"{pattern}\n"  # it may end with a comment, and a bracket in one is none
    # Nobody asks for groups here, and each of them makes every match dearer.
    return _GROUP.sub(lambda found: "(?:" if found[0] == "(" else found[0], pattern)


def _joined(together: Sequence[tuple[str, Rule]], flags: int) -> list[Step]:
    """One step for rules that follow each other."""
    if not together:
        return []
    each = (f"(?:{text})(?P<r{at}>)" for at, (text, _) in enumerate(together))
    pattern = re.compile("|".join(each), flags)
    rules = {pattern.groupindex[f"r{at}"]: rule for at, (_, rule) in enumerate(together)}
    return [Step(pattern.match, rules, together[0][1])]


@cache
def _narrowed(pattern: str) -> str:
    """The same pattern for texts of ASCII, without the letters that they cannot have.

    To compile those takes longer than to read a page of code. A pattern stays as it is where any of
    them is more than one of many that a class lists.
    """
    if pattern.isascii() or _MIXED.search(pattern) or not _LISTED.sub("", pattern).isascii():
        return pattern
    return _LISTED.sub(lambda found: _BEYOND.sub("", found[0]), pattern)
