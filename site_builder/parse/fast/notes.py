"""What is noted of a text while it is drawn, block by block, whoever reads the block."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from site_builder.model.body import CodeBlock
from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.identify.foreign import foreign_pieces
from site_builder.parse.rules.facts import Facts
from site_builder.parse.rules.notebook import Notebook

if TYPE_CHECKING:
    from site_builder.parse.passages import Passage


class Notes:
    """The HTML and the facts of one text, as far as it is drawn."""

    def __init__(self, notebook: Notebook, said: SaidByEvents) -> None:
        """Begin before the first block; ``said`` knows the events of the text."""
        self.parts: list[str] = []
        """The HTML."""
        self.prose: list[str] = []
        """All words but those of code blocks, block by block."""
        self.pieces: list[tuple[int, str]] = []
        """Those that are in some language, numbered as ``said`` numbers them."""
        self.said = said
        self.code: list[str] = []
        self.code_blocks: list[CodeBlock] = []
        self.seen: Counter[str] = Counter()
        self.excerpts: dict[bool, tuple[str, str]] = {}
        """Words and HTML of the first paragraph that stands by itself (True), and that does not."""
        self._notebook = notebook
        self._before_more: str | None = None
        self._more_html = ""
        self._headings: list[tuple[int, int, int, int]] = []
        """Which parts and which prose are of a heading."""

    def begin_heading(self) -> tuple[int, int]:
        """Say where we are, before a heading is drawn."""
        return len(self.parts), len(self.prose)

    def end_heading(self, begun: tuple[int, int]) -> None:
        """Note that a heading was drawn since."""
        if self._notebook.has_more:
            self._headings.append((*begun, len(self.parts), len(self.prose)))

    def passage(self, passage: Passage) -> None:
        """Note what the rules have read, and draw it."""
        for number, part in enumerate(passage.parts()):
            if number:
                self._more()
            self._part(part)

    def tail(self, passage: Passage) -> None:
        """Note what the rules gather at the end, in which no excerpt is looked for."""
        self._notebook.excerpt_token = None
        self._tokens(passage)

    def facts(self) -> Facts:
        """All that was noted; the HTML of the excerpt goes to the notebook."""
        notebook = self._notebook
        excerpt, notebook.excerpt_html = self._excerpt()
        prose = "\n".join(self.prose)
        language, first_line = notebook.settings.language, notebook.first_line
        return Facts(
            prose=prose,
            typed=prose,
            code=tuple(self.code),
            code_blocks=tuple(self.code_blocks),
            foreign=foreign_pieces(self.said, self.pieces, language, first_line),
            excerpt=" ".join(excerpt.split()),
            excerpt_token=None,
            seen=self.seen,
        )

    def _part(self, passage: Passage) -> None:
        notebook, excerpt = self._notebook, passage.excerpt()
        notebook.excerpt_token = excerpt and excerpt.token
        self._tokens(passage)
        if excerpt:
            found = (excerpt.words, notebook.excerpt_html)
            self.excerpts.setdefault(excerpt.is_alone, found)

    def _tokens(self, passage: Passage) -> None:
        said = passage.said()
        parts, prose = len(self.parts), len(self.prose)
        for words, number in passage.words():
            self.prose.append(words)
            if number is not None:
                self.said.note_elsewhere(said, number)
                self.pieces.append((len(self.pieces), words))
        for code, block in passage.code(self._notebook.first_line):
            self.code.append(code)
            self.code_blocks.append(block)
        self.seen.update(passage.seen())
        self.parts += passage.draw()
        if self._notebook.has_more:
            self._headings += (
                (parts + first, prose + first_words, parts + last, prose + last_words)
                for first, last, first_words, last_words in passage.headings()
            )

    def _more(self) -> None:
        """Note that the text is cut here, in lists of texts: what is before without headings."""
        if self._before_more is not None and self._more_html:
            return
        parts, prose = dict(enumerate(self.parts)), dict(enumerate(self.prose))
        for first_part, first_prose, part, words in self._headings:
            for index in range(first_part, part):
                del parts[index]
            for index in range(first_prose, words):
                del prose[index]
        self._more_html = self._more_html or "".join(parts.values())
        if self._before_more is None:
            self._before_more = "\n".join(prose.values())

    def _excerpt(self) -> tuple[str, str]:
        if self._before_more:
            return self._before_more, self._more_html
        return self.excerpts.get(True) or self.excerpts.get(False) or ("", self._more_html)
