"""A text drawn from the compiled reader's events, in one pass: the HTML and facts of the rules.

What the rules and this module both draw is a function of ``drawing/``, which knows no library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from site_builder.model.body import CodeBlock, Heading
from site_builder.parse.drawing.code import draw_code
from site_builder.parse.drawing.headings import draw_end
from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.fast.stream import Event, read, references
from site_builder.parse.fast.subset import DEEPEST, RefusedError
from site_builder.parse.fast.table import Tables
from site_builder.parse.fast.words import INLINE, Words
from site_builder.parse.identify.foreign import foreign_pieces
from site_builder.parse.rules.code_digests import digest_of_code
from site_builder.parse.rules.facts import Facts
from site_builder.parse.rules.notebook import MOST_MARKS, MOST_NESTED_LINES, Notebook
from site_builder.parse.slugs import HeadingIds

_MOST_LINES: Final = MOST_NESTED_LINES // DEEPEST
"""With more, lists and quotes as deep as are read here could meet the bound on nested lines."""


def draw(source: str, notebook: Notebook) -> tuple[str, Facts] | None:
    """Draw a text; None when it is not one of those that may be read this way.

    Then the notebook has been written in, and another is needed.
    """
    # Bounds are the work of the rules: no text that is read here comes near one of them.
    is_large = len(source) > MOST_MARKS or source.count("\n") > _MOST_LINES
    # A list and its item are a level each.
    is_shallow = notebook.settings.max_nesting <= 2 * DEEPEST
    if is_large or is_shallow or notebook.settings.smart_quotes:
        return None
    whole = source if source.endswith("\n") else f"{source}\n"
    events = read(whole)
    if events is None:
        return None
    try:
        return _Blocks(whole, notebook, events, is_cut=whole is not source).draw()
    except RefusedError:
        return None


class _Blocks:
    """Draws one text."""

    def __init__(
        self, source: str, notebook: Notebook, events: Sequence[Event], *, is_cut: bool
    ) -> None:
        """``is_cut`` says that the author ended the text without a line end."""
        self._is_cut = is_cut
        self._notebook = notebook
        self._events = events
        self._words = Words(source, notebook, events)
        self._ids = HeadingIds()
        self._at = 0
        self._parts: list[str] = []
        self._prose: list[str] = []
        self._said = SaidByEvents(events, self._words.line_at)
        self._pieces: list[tuple[int, str]] = []
        self._code: list[str] = []
        self._code_blocks: list[CodeBlock] = []
        self._seen: Counter[str] = Counter()
        self._containers: list[str] = []
        self._after_item_text = False
        self._excerpts: dict[bool, tuple[str, str]] = {}
        self._tables = Tables()

    def draw(self) -> tuple[str, Facts]:
        """Draw everything; give the HTML and the facts."""
        events, words = self._events, self._words
        if words.watch.may_refer:
            words.watch.references(references(words.source), words.bytes())
        count, drawn_by = len(events), _DRAWN.get
        while self._at < count:
            event = events[self._at]
            drawn = drawn_by(event[0])
            if drawn is None:
                self._item_text(event)
            else:
                drawn(self, event)
                self._at += 1
        words.watch.end()
        self._notebook.anchors += [heading.id for heading in self._notebook.headings]
        excerpt, self._notebook.excerpt_html = self._excerpts.get(
            True, self._excerpts.get(False, ("", ""))
        )
        language, first_line = self._notebook.settings.language, self._notebook.first_line
        prose = "\n".join(self._prose)
        return "".join(self._parts), Facts(
            prose=prose,
            typed=prose,
            code=tuple(self._code),
            code_blocks=tuple(self._code_blocks),
            foreign=foreign_pieces(self._said, self._pieces, language, first_line),
            excerpt=" ".join(excerpt.split()),
            excerpt_token=None,
            seen=self._seen,
        )

    def _item_text(self, event: Event) -> None:
        """Draw the text of an item without a paragraph of its own; refuse whatever else it is."""
        if event[0] not in INLINE or not self._containers or self._containers[-1] != "Item":
            raise RefusedError
        at, end = self._at, event[2]
        while self._events[at][0] in INLINE:
            end = max(end, self._events[at][3])
            at += 1
        begun, start = self._at, event[2]
        self._at = self._words.draw(begun, start, end)
        self._note_text(begun, start)
        self._parts.append(self._words.html)
        self._after_item_text = True

    def _block(self, start: int, end: int, last: str) -> int:
        """Draw the words between these bytes, up to the event ``last``; give where they begin."""
        begun = self._at + 1
        self._at = at = self._words.draw(begun, start, end)
        if self._events[at][0] != last:
            raise RefusedError
        return begun

    def _note_text(self, begun: int, start: int) -> None:
        """Note what was drawn, from the event at ``begun`` on and from this byte, for a reader."""
        self._note_piece(begun, start)
        is_alone = not self._containers
        if is_alone not in self._excerpts:
            words = self._words
            if words.plain.strip():
                self._excerpts[is_alone] = (words.words, f"<p>{words.html}</p>")

    def _note_piece(self, begun: int, start: int) -> None:
        words = self._words.words
        if words:
            self._prose.append(words)
            self._pieces.append((len(self._pieces), words))
            self._said.ranges.append((begun, self._at, start))
            if "BlockQuote" in self._containers:
                self._said.quote()

    def _begin(self, html: str) -> None:
        """Begin a block; behind the text of an item it stands on a line of its own."""
        self._parts.append(f"\n{html}" if self._after_item_text else html)
        self._after_item_text = False

    def paragraph(self, event: Event) -> None:
        begun = self._block(event[2], event[3], "-Paragraph")
        self._note_text(begun, event[2])
        self._seen["paragraph_open"] += 1
        self._begin(f"<p>{self._words.html}</p>\n")

    def heading(self, event: Event) -> None:
        begun = self._block(event[2], event[3], "-Heading")
        self._note_piece(begun, event[2])
        words, notebook = self._words, self._notebook
        heading = Heading(
            level=int(event[1]["level"][1]),
            id=self._ids.give(words.plain),
            text=" ".join(words.words.split()),
            line=notebook.first_line + words.line_at(event[2]),
        )
        notebook.headings.append(heading)
        self._seen["heading_open"] += 1
        end = draw_end(heading, is_empty=not words.html)
        # An id that is made from words has no sign that would have to be escaped.
        self._begin(f'<h{heading.level} id="{heading.id}">{words.html}{end}')

    def rule(self, _event: Event) -> None:
        self._begin("<hr>\n")

    def begin_quote(self, _event: Event) -> None:
        if self._events[self._at + 1][0] == "-BlockQuote":
            raise RefusedError  # where it ends, is disputed
        self._begin("<blockquote>\n")
        self._enter("BlockQuote")

    def end_quote(self, _event: Event) -> None:
        self._leave("</blockquote>\n")

    def begin_list(self, event: Event) -> None:
        first: int | None = event[1]
        number = "" if first == 1 else f' start="{first}"'
        self._begin("<ul>\n" if first is None else f"<ol{number}>\n")
        self._enter("List")

    def end_list(self, event: Event) -> None:
        self._leave("</ol>\n" if event[1] else "</ul>\n")

    def begin_item(self, _event: Event) -> None:
        following = self._events[self._at + 1][0]
        if following == "-Item":
            raise RefusedError  # where the list ends behind it, is disputed
        self._seen["list_item_open"] += 1
        self._parts.append("<li>" if following in INLINE else "<li>\n")
        self._enter("Item")

    def end_item(self, _event: Event) -> None:
        self._leave("</li>\n")

    def _enter(self, name: str) -> None:
        self._containers.append(name)
        if len(self._containers) > DEEPEST:
            raise RefusedError

    def _leave(self, html: str) -> None:
        self._containers.pop()
        self._after_item_text = False
        self._parts.append(html)

    def code_block(self, event: Event) -> None:
        if self._is_cut and event[3] >= len(self._words.bytes()) - 1:
            raise RefusedError  # then the code has no line end either
        info = ""
        if event[1] != "Indented":
            info = event[1]["Fenced"]
            self._words.watch.fence(self._words.bytes()[event[2] : event[3]])
        self._after_item_text = False
        code = ""
        self._at += 1
        while self._events[self._at][0] == "Text":
            code += self._events[self._at][1]
            self._at += 1
        self._code.append(code)
        line = self._notebook.first_line + self._words.line_at(event[2])
        self._code_blocks.append(CodeBlock(line=line, digest=digest_of_code(code, info)))
        self._parts.append(draw_code(code, info, self._notebook))

    def begin_table(self, event: Event) -> None:
        self._after_item_text = False
        self._words.watch.table(self._words.bytes()[event[2] : event[3]])
        self._parts.append(self._tables.begin(event[1], self._seen["table_open"]))
        self._seen["table_open"] += 1

    def end_table(self, _event: Event) -> None:
        self._parts.append(self._tables.end())

    def begin_head(self, event: Event) -> None:
        self._parts.append(self._tables.begin_head(event[2], event[3]))

    def end_head(self, _event: Event) -> None:
        self._parts.append("</tr>\n</thead>\n")

    def begin_row(self, event: Event) -> None:
        if self._words.bytes().endswith(b"    ", 0, event[2]):
            raise RefusedError  # indented code to the rules, a row to this reader
        self._parts.append(self._tables.begin_row(event[2], event[3]))

    def end_row(self, _event: Event) -> None:
        self._parts.append("</tr>\n")

    def cell(self, _event: Event) -> None:
        self._block(*self._tables.row, "-TableCell")
        words = self._words
        if words.words:
            self._prose.append(words.words)
        self._parts.append(self._tables.cell(words.html))


_DRAWN: dict[str, Callable[[_Blocks, Event], None]] = {
    "+Paragraph": _Blocks.paragraph,
    "+Heading": _Blocks.heading,
    "Rule": _Blocks.rule,
    "+BlockQuote": _Blocks.begin_quote,
    "-BlockQuote": _Blocks.end_quote,
    "+List": _Blocks.begin_list,
    "-List": _Blocks.end_list,
    "+Item": _Blocks.begin_item,
    "-Item": _Blocks.end_item,
    "+CodeBlock": _Blocks.code_block,
    "+Table": _Blocks.begin_table,
    "-Table": _Blocks.end_table,
    "+TableHead": _Blocks.begin_head,
    "-TableHead": _Blocks.end_head,
    "+TableRow": _Blocks.begin_row,
    "-TableRow": _Blocks.end_row,
    "+TableCell": _Blocks.cell,
}
"""What is not here, such as raw HTML, is for the rules."""
