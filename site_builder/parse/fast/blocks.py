"""An outermost block drawn from the compiled reader's events: the HTML and facts of the rules.

What the rules and this module both draw is a function of ``drawing/``, which knows no library.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from site_builder.model.body import CodeBlock, Heading
from site_builder.parse.drawing.code import draw_code
from site_builder.parse.drawing.headings import draw_end
from site_builder.parse.fast.notes import Notes
from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.stream import Event
from site_builder.parse.fast.table import Tables
from site_builder.parse.fast.watch import RefusedError
from site_builder.parse.fast.words import INLINE, Words
from site_builder.parse.rules.bounds import DEEPEST
from site_builder.parse.rules.code_digests import digest_of_code
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.slugs import HeadingIds


def drawing(
    outline: Outline, notebook: Notebook, notes: Notes, ids: HeadingIds, *, is_cut: bool
) -> Callable[[int, int], Iterator[int]]:
    """Give what draws the outermost blocks from one number up to another.

    It gives the numbers of those that turn out to be for the rules. ``is_cut`` says that the author
    ended the text without a line end.
    """
    return _Blocks(outline, notebook, notes, ids, is_cut=is_cut).draw


class _Blocks:
    """Draws the blocks of one text, one outermost block at a time."""

    def __init__(
        self, outline: Outline, notebook: Notebook, notes: Notes, ids: HeadingIds, *, is_cut: bool
    ) -> None:
        """Begin before the first block."""
        self._is_cut = is_cut
        self._outline = outline
        self._notebook = notebook
        self._notes = notes
        self._parts = notes.parts
        self._prose = notes.prose
        self._pieces = notes.pieces
        self._said = notes.said
        self._excerpts = notes.excerpts
        self._seen = notes.seen
        self._events = outline.events
        self._words = Words(outline, notebook)
        self._ids = ids
        self._at = 0
        self._containers: list[str] = []
        self._after_item_text = False
        self._tables = Tables()

    def draw(self, number: int, end: int) -> Iterator[int]:
        """Draw the blocks from ``number`` up to ``end``; give those that are for the rules."""
        firsts = self._outline.firsts
        self._at = firsts[number]
        while self._at < firsts[end]:
            try:
                self._draw_up_to(firsts[end])
            except RefusedError:
                refused = bisect_right(firsts, self._at) - 1
                self._begin_anew(firsts[refused + 1])
                yield refused

    def _draw_up_to(self, last: int) -> None:
        events, drawn_by = self._events, _DRAWN.get
        while self._at < last:
            event = events[self._at]
            drawn = drawn_by(event[0])
            if drawn is None:
                self._item_text(event)
            else:
                drawn(self, event)
                self._at += 1

    def _begin_anew(self, at: int) -> None:
        """Forget a block that was left half drawn, and go to this event."""
        self._at = at
        self._words.begin_anew()
        self._containers.clear()
        self._after_item_text = False

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
        first = self._notes.begin_heading()
        begun = self._block(event[2], event[3], "-Heading")
        self._note_piece(begun, event[2])
        words, notebook = self._words, self._notebook
        heading = Heading(
            level=int(event[1]["level"][1]),
            id=self._ids.give(words.plain),
            text=" ".join(words.words.split()),
            line=notebook.first_line + self._outline.line_at(event[2]),
        )
        notebook.headings.append(heading)
        self._seen["heading_open"] += 1
        end = draw_end(heading, is_empty=not words.html)
        # An id that is made from words has no sign that would have to be escaped.
        self._begin(f'<h{heading.level} id="{heading.id}">{words.html}{end}')
        self._notes.end_heading(first)

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
        if self._is_cut and event[3] >= len(self._words.data) - 1:
            raise RefusedError  # then the code has no line end either
        info = ""
        if event[1] != "Indented":
            info = event[1]["Fenced"]
            self._words.watch.fence(self._words.data[event[2] : event[3]])
        self._after_item_text = False
        code = ""
        self._at += 1
        while self._events[self._at][0] == "Text":
            code += self._events[self._at][1]
            self._at += 1
        self._notes.code.append(code)
        line = self._notebook.first_line + self._outline.line_at(event[2])
        self._notes.code_blocks.append(CodeBlock(line=line, digest=digest_of_code(code, info)))
        self._parts.append(draw_code(code, info, self._notebook))

    def begin_table(self, event: Event) -> None:
        self._after_item_text = False
        self._words.watch.table(self._words.data[event[2] : event[3]])
        self._parts.append(self._tables.begin(event[1], self._notebook.tables))
        self._notebook.tables += 1
        self._seen["table_open"] += 1

    def end_table(self, _event: Event) -> None:
        self._parts.append(self._tables.end())

    def begin_head(self, event: Event) -> None:
        self._parts.append(self._tables.begin_head(event[2], event[3]))

    def end_head(self, _event: Event) -> None:
        self._parts.append("</tr>\n</thead>\n")

    def begin_row(self, event: Event) -> None:
        if self._words.data.endswith(b"    ", 0, event[2]):
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
