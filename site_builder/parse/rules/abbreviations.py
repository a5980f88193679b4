"""Abbreviations: ``*[HTML]: HyperText Markup Language`` anywhere explains every HTML in the text.

Source: PHP Markdown Extra and kramdown. A word ends where letters, marks and digits end; between
Chinese or Japanese characters every place is such an end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.rules.notebook import Notebook, notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.scripts import IDEOGRAPH
from site_builder.patterns import late

_DEFINITION = late(r"\*\[([^\[\]\n]+)\]:[ \t]*(.*\S)[ \t]*")


_MOST_WORK = 200_000_000
"""Letters of all abbreviations times letters of the text: so much is compared in about a second."""


def abbreviations(parser: SiteParser) -> None:
    """Teach abbreviations; ``<abbr>`` goes round every use."""
    parser.block.ruler.before(
        "reference", "abbreviation", _define, {"alt": ["paragraph", "reference"]}
    )
    parser.core.ruler.push("abbreviations", _explain)


def _define(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("*[", first) or state.is_code_block(start):
        return False
    found = _DEFINITION.fullmatch(state.src, first, state.eMarks[start])
    if found is None:
        return False
    if not silent:
        notebook_of(state.env).abbreviations.setdefault(found[1].strip(), found[2])
        state.line = start + 1
    return True


def _explain(state: StateCore) -> None:
    notebook = notebook_of(state.env)
    if not notebook.abbreviations:
        return
    if sum(map(len, notebook.abbreviations)) * len(state.src) > _MOST_WORK:
        notebook.report(
            "size-limit",
            f"{len(notebook.abbreviations):,} abbreviations to look for in so long a text",
            hint="explain fewer abbreviations, or split the text",
            line=notebook.first_line,
        )
        return
    longest_first = sorted(notebook.abbreviations, key=len, reverse=True)
    uses = re.compile("|".join(map(re.escape, longest_first)))
    for block in state.tokens:
        if block.type == "inline" and block.children:
            block.children = [
                part for token in block.children for part in _parts(token, uses, notebook)
            ]


def _parts(token: Token, uses: re.Pattern[str], notebook: Notebook) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    text, at = token.content, 0
    for found in uses.finditer(text):
        if not _is_whole(text, found.start(), found.end()):
            continue
        title = notebook.abbreviations[found[0]]
        if not (notebook.counts(1) and notebook.spend(len(title))):
            break
        yield Token("text", "", 0, content=text[at : found.start()], level=token.level)
        yield Token("abbr_open", "abbr", 1, attrs={"title": title})
        yield Token("text", "", 0, content=found[0], level=token.level)
        yield Token("abbr_close", "abbr", -1)
        at = found.end()
    yield Token("text", "", 0, content=text[at:], level=token.level)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_continues(before) or _continues(after))


def _continues(letter: str) -> bool:
    is_word = letter == "_" or unicodedata.category(letter)[0] in "LMN"
    return is_word and not IDEOGRAPH.match(letter)
