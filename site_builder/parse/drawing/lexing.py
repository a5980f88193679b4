"""Pygments' lexers of the common kind, driven state by state instead of rule by rule.

Pygments tries the rules of a state one after the other at every token, most of them in vain; here
``lexer_rules.py`` makes one pattern of them. Nothing is compiled before code comes to its state.
The tokens are those of Pygments: ``tests/unit/parse/drawing/test_lexing.py`` asks all its lexers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from pygments.lexer import Lexer, RegexLexer, RegexLexerMeta
from pygments.lexers import find_lexer_class_by_name
from pygments.token import _TokenType
from pygments.util import ClassNotFound, Future

from site_builder.parse.drawing.lexer_rules import (
    ROOT,
    LatePattern,
    Match,
    Moves,
    Step,
    steps_of,
)

Read: TypeAlias = "tuple[_TokenType, str]"


def reader(language: str) -> Callable[[str], Iterable[Read]] | None:
    """What reads code of a language; None where Pygments has no lexer of this name."""
    try:
        kind = find_lexer_class_by_name(language)
    except ClassNotFound:
        return None
    return (by_states(kind) if is_common(kind) else kind)(stripnl=False).get_tokens


def is_common(kind: type[Lexer]) -> bool:
    """Whether lexers of this ``kind`` do nothing but follow rules, and were tried."""
    return (
        kind.__module__.startswith("pygments.lexers.")
        and type(kind) is RegexLexerMeta
        and kind.get_tokens is Lexer.get_tokens
        and kind.get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed
        and not getattr(kind, "token_variants", False)
    )


def by_states(kind: type[Lexer]) -> type[ByStates]:
    """The lexers that read as those of this common ``kind`` do."""
    make: Any = _Late
    made: type[ByStates] = make(kind.__name__, (ByStates, kind), {"_steps": {True: {}, False: {}}})
    return made


class _Late(RegexLexerMeta):
    """Makes lexers whose patterns are not compiled yet."""

    def _process_regex(self, regex: str | Future, rflags: int, _state: str) -> LatePattern:
        return LatePattern(regex, rflags)


class ByStates(RegexLexer):
    """Stands before a class of Pygments."""

    _tokens: Mapping[str, Sequence[tuple[Match, Any, Moves]]]
    _preprocess_lexer_input: Callable[[str], str]
    _steps: dict[bool, dict[str, Sequence[Step]]]
    """Whether all is ASCII → state → what is tried in it, of the states that were met."""

    def get_tokens(self, text: str, unfiltered: bool = False) -> Iterator[Read]:  # noqa: FBT001, FBT002 because Pygments defines it so
        """As Pygments gives them, neighbours of one kind as one."""
        if self.filters:
            return super().get_tokens(text, unfiltered)
        return iter(self.read(self._preprocess_lexer_input(text)))

    def get_tokens_unprocessed(
        self, text: str, stack: Iterable[str] = ("root",)
    ) -> Iterator[tuple[int, _TokenType, str]]:
        """For rules that have what they found read again; of positions they ask nothing."""
        return ((0, kind, value) for kind, value in self.read(text, stack))

    def read(self, text: str, states: Iterable[str] = ("root",)) -> list[Read]:
        """The tokens of ``text``, which begins in the last of the ``states``."""
        is_ascii = text.isascii()
        known = self._steps[is_ascii]
        stack = list(states)
        steps = known.get(stack[-1]) or self._met(stack[-1], is_ascii=is_ascii)
        tokens: list[Read] = []
        at = start = 0
        last: _TokenType | None = None
        while True:
            for match, rules, rule in steps:  # noqa: B007 because the last ones are used behind it
                found = match(text, at)
                if found is not None:
                    break
            else:
                return tokens if last is None else [*tokens, (last, text[start:])]
            kind, action, alone, moves = rule if rules is None else rules[found.lastindex]
            if kind is not last:
                if last is not None:
                    tokens.append((last, text[start:at]))
                start, last = at, kind
            if action is not None:
                groups = found if rules is None else alone(text, at)
                tokens += [(one, value) for _, one, value in action(self, groups)]
            at = found.end()
            if moves is not None:
                _move(stack, moves)
                steps = known.get(stack[-1]) or self._met(stack[-1], is_ascii=is_ascii)

    def _met(self, state: str, *, is_ascii: bool) -> Sequence[Step]:
        steps = steps_of(self._tokens[state], self.flags, is_ascii=is_ascii)
        self._steps[is_ascii][state] = steps
        return steps


def _move(stack: list[str], moves: Moves) -> None:
    """Go to other states; the last one is kept, whatever a rule says."""
    if isinstance(moves, int):
        del stack[max(1, len(stack) + moves) :]
        return
    for state in moves if isinstance(moves, tuple) else ("#push",):
        if state == "#pop":
            del stack[max(1, len(stack) - 1) :]
        elif state == ROOT:
            stack[:] = ["root"]
        else:
            stack.append(stack[-1] if state == "#push" else state)
