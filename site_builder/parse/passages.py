"""The passages of a text that only the rules can read, where the rest of it is read otherwise.

A passage is one or more of the outermost blocks. Where one of these begins, nothing that came
before it counts any more, for the rules as for CommonMark: so another reader may go on wherever the
rules, block by block, come to a line at which it begins a block too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.model.body import CodeBlock
from site_builder.parse.by_rules import parser_for
from site_builder.parse.rules.headings import note_headings, typed_ids
from site_builder.parse.rules.notebook import KEY, Notebook
from site_builder.parse.rules.parser import Drawer
from site_builder.parse.rules.said import SaidByTokens
from site_builder.parse.rules.scanning import WatchedBlock
from site_builder.parse.rules.walk import CODE, code_block, first_paragraph, is_piece, words_of
from site_builder.parse.slugs import HeadingIds

_BEGIN = "passage"
_NOT_HERE = frozenset({"normalize", "block", "heading_ids"})
"""Rules for whole texts: the text is clean, in blocks, and has other headings too."""


class Excerpt(NamedTuple):
    """A paragraph that may stand for the text."""

    token: Token
    words: str
    is_alone: bool
    """Whether it stands by itself, in no list and no quotation."""


class Passage:
    """Some adjacent blocks as the rules read them."""

    def __init__(self, of: Passages, tokens: Sequence[Token] = ()) -> None:
        """Begin with these tokens; more may be added."""
        self.tokens = list(tokens)
        self.end = 0
        """The number of the first block behind them, as the other reader numbers them."""
        self._of = of

    def parts(self) -> Iterator[Passage]:
        """What is before, between and behind marks for more: mostly one part."""
        begun = 0
        for index, token in enumerate(self.tokens):
            if token.type == "more":
                yield Passage(self._of, self.tokens[begun:index])
                begun = index + 1
        yield Passage(self._of, self.tokens[begun:])

    def words(self) -> Iterator[tuple[str, int | None]]:
        """All words, block by block; with the number of each block that is in some language."""
        for index, token in enumerate(self.tokens):
            words = words_of(token)
            if words:
                yield words, index if is_piece(self.tokens, index) else None

    def code(self, first_line: int) -> Iterator[tuple[str, CodeBlock]]:
        """The blocks of code; ``first_line`` is where the text begins in its file."""
        for token in self.tokens:
            if token.type in CODE:
                yield token.content, code_block(token, first_line)

    def seen(self) -> Counter[str]:
        """How often each type of token occurs."""
        return Counter(token.type for token in self.tokens if not token.hidden)

    def said(self) -> SaidByTokens:
        """What the blocks say, by the numbers of :meth:`words`."""
        return SaidByTokens(self.tokens)

    def excerpt(self) -> Excerpt | None:
        """The paragraph that may stand for the text."""
        token = first_paragraph(self.tokens)
        if token is None:
            return None
        return Excerpt(token, words_of(token), is_alone=token.level == 1)

    def headings(self) -> Iterator[tuple[int, int, int, int]]:
        """The first token of each heading and the one behind it, and which of :meth:`words`."""
        words = 0
        opened = (0, 0)
        for index, token in enumerate(self.tokens):
            if token.type == "heading_open":
                opened = (index, words)
            words += bool(words_of(token))
            if token.type == "heading_close":
                yield (opened[0], index + 1, opened[1], words)

    def draw(self) -> Sequence[str]:
        """Give the HTML of each token."""
        return self._of.draw(self.tokens)


class Passages:
    """All passages of one text."""

    def __init__(
        self, source: str, notebook: Notebook, lines: Sequence[int], chosen: Collection[int]
    ) -> None:
        """Read the blocks whose numbers are ``chosen``, and what the rules take to be part of them.

        ``lines`` says where each block begins, from 0. Problems: those of the rules.
        """
        self._notebook = notebook
        self._parser = parser_for(notebook)
        self._env = {KEY: notebook}
        self._count = len(lines)
        self.found: dict[int, Passage] = {}
        """By the number of their first block."""
        tokens: list[Token] = []
        state = StateBlock(source, self._parser, self._env, tokens)
        # Whoever goes through all tokens leaves the last passage there, as there are other blocks.
        behind = [state.lineMax + 1, state.lineMax + 2]
        number = 0
        while number < len(lines):
            if number in chosen:
                passage = Passage(self)
                self.found[number] = passage
                tokens.append(Token(_BEGIN, "", 0, map=behind, meta={"passage": passage}))
                number = passage.end = self._to_common_line(state, lines, number, chosen)
            else:
                number += 1
        self.tail = Passage(self)
        """What the rules gather at the end of a text: footnotes."""
        self._finish(source, tokens)
        self.typed_ids = list(typed_ids(tokens))
        self.ids = HeadingIds(self.typed_ids)
        """Gives ids to headings, whoever reads them."""

    def _to_common_line(
        self, state: StateBlock, lines: Sequence[int], number: int, chosen: Collection[int]
    ) -> int:
        """Read from block ``number`` on up to where both readers begin one that is not chosen."""
        line = lines[number]
        while line < state.lineMax:
            line = cast(WatchedBlock, self._parser.block).one_block(state, line)
            while number < len(lines) and lines[number] < line:
                number += 1
            if number < len(lines) and lines[number] == line and number not in chosen:
                break
        return number

    def _finish(self, source: str, tokens: list[Token]) -> None:
        """Read the words of all passages, by every rule in its turn."""
        state = StateCore(source, self._parser, self._env, tokens)
        ruler = self._parser.core.ruler
        for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
            if name not in _NOT_HERE:
                rule(state)
        tokens[:] = state.tokens
        into = self.tail
        for token in tokens:
            if token.type == _BEGIN:
                into = cast(Passage, token.meta["passage"])
                continue
            if token.type == "footnote_block_open":
                into = self.tail
            into.tokens.append(token)

    def are_all(self) -> bool:
        """Whether nothing of the text is left beside them."""
        return 0 in self.found and self.found[0].end == self._count

    def references(self) -> Mapping[str, tuple[str, str]]:
        """What the passages define: label → (target, title)."""
        found = cast("Mapping[str, Mapping[str, str]]", self._env.get("references", {}))
        return {label: (one["href"], one.get("title", "")) for label, one in found.items()}

    def draw(self, tokens: Sequence[Token]) -> Sequence[str]:
        """Draw a passage or a part of it."""
        note_headings(tokens, self.ids, self._notebook)
        self._notebook.leave()
        drawer = cast(Drawer, self._parser.renderer)
        return drawer.draw_each(tokens, self._parser.options, self._env)


def normalised(label: str) -> str:
    """A label of references as labels are compared."""
    return str(normalizeReference(label))
