"""Pygments' lexers of the common kinds, driven state by state instead of rule by rule.

Pygments tries the rules of a state one after the other at every token, most of them in vain; here
``lexer_rules.py`` makes one pattern of them. Nothing is compiled before code comes to its state.
The tokens are those of Pygments: ``tests/unit/parse/drawing/test_lexing.py`` asks all its lexers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from pygments.lexer import ExtendedRegexLexer, Lexer, LexerContext, RegexLexer, RegexLexerMeta
from pygments.lexers import find_lexer_class_by_name
from pygments.token import Text, Whitespace, _TokenType
from pygments.util import ClassNotFound, Future

from site_builder.parse.drawing.lexer_rules import ROOT, LatePattern, Match, Moves, Step, steps_of

Read: TypeAlias = "tuple[_TokenType, str]"
_Placed: TypeAlias = "tuple[int, _TokenType, str]"

_ASKS_ABOVE = frozenset({"YamlLexer"})
"""Those with a context that only prepare it for the class above."""


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
        and (
            kind.get_tokens_unprocessed
            in {RegexLexer.get_tokens_unprocessed, ExtendedRegexLexer.get_tokens_unprocessed}
            or kind.__name__ in _ASKS_ABOVE
        )
        and not getattr(kind, "token_variants", False)
    )


def by_states(kind: type[Lexer]) -> type[Lexer]:
    """The lexers that read as those of this common ``kind`` do."""
    ours = InContext if issubclass(kind, ExtendedRegexLexer) else ByStates
    make: Any = _Late
    made: type[Lexer] = make(kind.__name__, (kind, ours), {"_steps": {True: {}, False: {}}})
    return made


class _Late(RegexLexerMeta):
    """Makes lexers whose patterns are not compiled yet."""

    def _process_regex(self, regex: str | Future, rflags: int, _state: str) -> LatePattern:
        return LatePattern(regex, rflags)


class _Stateful(RegexLexer):
    """What both kinds have."""

    _tokens: Mapping[str, Sequence[tuple[Match, Any, Moves]]]
    _preprocess_lexer_input: Callable[[str], str]
    _steps: dict[bool, dict[str, Sequence[Step]]]
    """Whether all is ASCII → state → what is tried in it, of the states that were met."""
    _line_end = Whitespace

    def _met(self, state: str, *, is_ascii: bool) -> Sequence[Step]:
        steps = steps_of(self._tokens[state], self.flags, self._line_end, is_ascii=is_ascii)
        self._steps[is_ascii][state] = steps
        return steps


class ByStates(_Stateful):
    """Stands between a lexer and :class:`RegexLexer`."""

    def get_tokens(self, text: str, unfiltered: bool = False) -> Iterator[Read]:  # noqa: FBT001, FBT002 because Pygments defines it so
        """As Pygments gives them, neighbours of one kind as one."""
        if self.filters:
            return super().get_tokens(text, unfiltered)
        return iter(self.read(self._preprocess_lexer_input(text)))

    def get_tokens_unprocessed(
        self, text: str, stack: Iterable[str] = ("root",)
    ) -> Iterator[_Placed]:
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
            kind, action, groups, moves = rule if rules is None else rules[found.lastindex]
            if kind is not last:
                if last is not None:
                    tokens.append((last, text[start:at]))
                start, last = at, kind
            if action is not None:
                matched = groups(text, at) if groups else found
                tokens += [(one, value) for _, one, value in action(self, matched)]
            at = found.end()
            if moves is not None:
                _move(stack, moves)
                steps = known.get(stack[-1]) or self._met(stack[-1], is_ascii=is_ascii)


class InContext(_Stateful, ExtendedRegexLexer):
    """Stands between a lexer and :class:`ExtendedRegexLexer`, whose rules may go anywhere."""

    _line_end = Text

    def get_tokens_unprocessed(  # type: ignore[override]  # because Pygments overrides it so
        self, text: str | None = None, context: LexerContext | None = None
    ) -> Iterator[_Placed]:
        """As Pygments gives them."""
        context = context or LexerContext(text, 0)
        text = context.text
        is_ascii = text.isascii()
        known = self._steps[is_ascii]
        tokens: list[_Placed] = []
        while True:
            at, end, state = context.pos, context.end, context.stack[-1]
            steps = known.get(state) or self._met(state, is_ascii=is_ascii)
            for match, rules, rule in steps:  # noqa: B007 because the last ones are used behind it
                found = match(text, at, end)
                if found is not None:
                    break
            else:
                return iter(tokens)
            kind, action, groups, moves = rule if rules is None else rules[found.lastindex]
            if kind is not None:
                tokens.append((at, kind, found[0]))
                context.pos = found.end()
            elif action is not None:
                tokens += action(self, groups(text, at, end) if groups else found, context)
            if moves is not None:
                _move(context.stack, moves)


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
