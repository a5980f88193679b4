"""What the YAML parser's complaint means for the person who typed the line.

The parser says "mapping values are not allowed in this context"; the author needs to hear that a
colon in a title wants quotes. Each function below knows one such mistake.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.frozen import dataclass
from site_builder.patterns import late

_TAB_INDENT = late(r" *\t[ \t]*\S")
_KEY_AND_VALUE = late(r"\s*(?:- +)*([^\s:#'\"\[{&*!|>-][^:]*?):[ \t]+(\S(?:.*\S)?)\s*$")
_KEY_WITHOUT_SPACE = late(r"\s*([A-Za-z_][\w-]*):([^\s/].*)$")

# YAML 1.2, rule 22 (c-indicator): those that can open a value but need more than ordinary text.
_INDICATORS = frozenset("*&!|>]}")
_LONGEST_HINT = 100

QUOTE = "check the indentation, and put the value in quotes"
TAB_MESSAGE = "a tab in the indentation"
TAB_HINT = "indent with spaces; YAML does not allow tabs here"


class Mark(NamedTuple):
    """A position in the text that was parsed."""

    line: int
    """0-based."""
    column: int
    """0-based, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake in the author's terms."""

    line: int
    """0-based, in the text that was parsed."""
    column: int
    """0-based, in characters."""
    message: str
    """What is wrong, one line."""
    hint: str
    """One suggestion."""


def explain(  # noqa: PLR0911  because each return is one kind of mistake
    complaint: str,
    mark: Mark | None,
    context_mark: Mark | None,
    *,
    lines: list[str],
    last_quoted: tuple[Mark, Mark] | None,
) -> Mistake:
    """Turn the parser's complaint into a mistake.

    ``mark`` is where the parser stopped, ``context_mark`` where it began what it could not finish;
    ``last_quoted`` are the ends of the value read just before, when that was in quotes.
    """
    at = mark or context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    here = lines[line] if line < len(lines) else ""
    if _TAB_INDENT.match(here):
        return Mistake(line=line, column=here.index("\t"), message=TAB_MESSAGE, hint=TAB_HINT)
    if complaint.startswith("mapping values"):
        return _colon(line, column, lines)
    if "unexpected end of stream" in complaint and context_mark:
        return _unclosed_quote(context_mark, lines)
    if "expected ',' or" in complaint and context_mark:
        return _unclosed_bracket(context_mark, lines)
    if "expected key" in complaint and last_quoted:
        return _text_after_quote(last_quoted, line, column, lines)
    if "expected key" in complaint and here[:column].rstrip().endswith(("]", "}")):
        message = f"text after the closing {here[:column].rstrip()[-1]}"
        return Mistake(line=line, column=column, message=message, hint=quote_hint(here) or QUOTE)
    if "escape character" in complaint:
        hint = "write two backslashes, or use single quotes"
        return Mistake(line=line, column=column, message="an unknown \\ sequence", hint=hint)
    before = _missing_space(line, lines)
    return before or _other(complaint, context_mark or at, line, column, lines)


def quote_hint(line: str) -> str:
    """Suggest the line again with its value in quotes; empty when it is not ``key: value``."""
    match = _KEY_AND_VALUE.match(line)
    if match is None:
        return ""
    key, value = match.groups()
    if len(value) > _LONGEST_HINT:
        return f'quote the value of "{key}"'
    quoted = "'" + value.replace("'", "''") + "'" if set('"\\') & set(value) else f'"{value}"'
    return f"quote the value: {key}: {quoted}"


def _colon(line: int, column: int, lines: list[str]) -> Mistake:
    """``title: Rust: a love story``, a line indented too far, or a space missing above."""
    match = _KEY_AND_VALUE.match(lines[line])
    if match and re.search(r":(\s|$)", match.group(2)):
        message = f'the value of "{match.group(1)}" has a colon in it'
        return Mistake(line=line, column=column, message=message, hint=quote_hint(lines[line]))
    before = _missing_space(line, lines)
    if before is not None:
        return before
    indent = len(lines[line]) - len(lines[line].lstrip(" "))
    message = "a key where the value of the line above goes on"
    hint = "start this line at the same column as the key above"
    return Mistake(line=line, column=indent, message=message, hint=hint)


def _missing_space(line: int, lines: list[str]) -> Mistake | None:
    """``lang:en``: without the space it is text, and the next key cannot follow it."""
    for number in range(line, -1, -1):
        match = _KEY_WITHOUT_SPACE.match(lines[number]) if number < len(lines) else None
        if match:
            key, value = match.groups()
            return Mistake(
                line=number,
                column=match.start(2),
                message=f'no space after the colon of "{key}"',
                hint=f"write {key}: {value.strip()}",
            )
        if number < line and lines[number].strip():
            return None
    return None


def _unclosed_quote(opened: Mark, lines: list[str]) -> Mistake:
    quote = lines[opened.line][opened.column : opened.column + 1]
    message = f"the {quote} that opens here is never closed"
    hint = f"close it with another {quote} at the end of the value"
    return Mistake(line=opened.line, column=opened.column, message=message, hint=hint)


def _unclosed_bracket(opened: Mark, lines: list[str]) -> Mistake:
    bracket = lines[opened.line][opened.column : opened.column + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "")
    message = f"the {bracket} that opens here is not closed where it should be"
    hint = quote_hint(lines[opened.line]) if bracket == "{" else ""
    return Mistake(
        line=opened.line,
        column=opened.column,
        message=message,
        hint=hint or f"close it with {closing}, put commas between the items, or quote the value",
    )


def _text_after_quote(
    quoted: tuple[Mark, Mark], line: int, column: int, lines: list[str]
) -> Mistake:
    start, end = quoted
    quote = lines[start.line][start.column : start.column + 1]
    if start.line != end.line:
        message = f"the {quote} that opens here closes on a later line, before other text"
        hint = f"close it with another {quote} at the end of its own line"
        return Mistake(line=start.line, column=start.column, message=message, hint=hint)
    twice = "''" if quote == "'" else '\\"'
    return Mistake(
        line=line,
        column=column,
        message=f"text after the closing {quote}",
        hint=f"put the quotes around the whole value, and write {twice} for a {quote} inside it",
    )


def _other(complaint: str, began: Mark | None, line: int, column: int, lines: list[str]) -> Mistake:
    """Say the rest in our words where we have them, else in the parser's."""
    here = lines[line] if line < len(lines) else ""
    hint = quote_hint(here) or QUOTE
    if "expected ':'" in complaint and began:
        message = "a line without a colon among keys and values"
        hint = "write key: value, or put the text in quotes on the line of its key"
        return Mistake(line=began.line, column=began.column, message=message, hint=hint)
    if "block sequence entries" in complaint:
        message = "a list cannot start on the line of its key"
        return Mistake(line=line, column=column, message=message, hint=hint)
    if began and began.line == line and here[began.column : began.column + 1] in _INDICATORS:
        column = began.column
    if "cannot start any token" in complaint or here[column : column + 1] in _INDICATORS:
        message = f"a value cannot start with {here[column : column + 1]}"
        return Mistake(line=line, column=column, message=message, hint=hint)
    if "node content" in complaint and not "".join(lines[line:]).strip():
        message, hint = "the text ends inside a list or a mapping", "close it with ] or }"
        return Mistake(line=line, column=column, message=message, hint=hint)
    message = f"YAML cannot be read here: {complaint}"
    return Mistake(line=line, column=column, message=message, hint=hint)
