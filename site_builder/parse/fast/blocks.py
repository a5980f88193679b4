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
        self._containers: list[str] = []
        self._words = Words(outline, notebook, self._containers)
        self._ids = ids
        self._after_item_text = False
        self._tables = Tables()

    def draw(self, number: int, end: int) -> Iterator[int]:
        """Draw the blocks from ``number`` up to ``end``; give those that are for the rules."""
        firsts = self._outline.firsts
        at = firsts[number]
        while at < firsts[end]:
            at = self._draw_up_to(at, firsts[end])
            if at < firsts[end]:
                refused = bisect_right(firsts, at) - 1
                self._forget()
                at = firsts[refused + 1]
                yield refused

    def _draw_up_to(self, at: int, last: int) -> int:
        """Draw the events from ``at`` on; give the place of one that is refused, else ``last``."""
        events, drawn_by = self._events, _DRAWN.get
        try:
            while at < last:
                event = events[at]
                drawn = drawn_by(event[0])
                at = self._item_text(event, at) if drawn is None else drawn(self, event, at)
        except RefusedError:
            return at
        return last

    def _forget(self) -> None:
        """Forget a block that was left half drawn."""
        self._words.begin_anew()
        self._containers.clear()
        self._after_item_text = False

    def _item_text(self, event: Event, at: int) -> int:
        """Draw the text of an item without a paragraph of its own; refuse whatever else it is."""
        if event[0] not in INLINE or not self._containers or self._containers[-1] != "Item":
            raise RefusedError
        events, (_, _, start, end), ended = self._events, event, at + 1
        while events[ended][0] in INLINE:
            end = max(end, events[ended][3])
            ended += 1
        following = self._words.draw(at, start, end)
        self._note_text(at, following, start)
        self._parts.append(self._words.html)
        self._after_item_text = True
        return following

    def _block(self, at: int, start: int, end: int, last: str) -> int:
        """Draw the words between these bytes up to the event ``last``; give the place of that."""
        at = self._words.draw(at, start, end)
        if self._events[at][0] != last:
            raise RefusedError
        return at

    def _note_text(self, begun: int, ended: int, start: int) -> None:
        """Note what was drawn of these events, and from this byte on, for a reader."""
        self._note_piece(begun, ended, start)
        is_alone = not self._containers
        if is_alone not in self._excerpts:
            words = self._words
            if words.plain.strip():
                self._excerpts[is_alone] = (words.words, f"<p>{words.html}</p>")

    def _note_piece(self, begun: int, ended: int, start: int) -> None:
        words = self._words.words
        if words:
            self._prose.append(words)
            self._pieces.append((len(self._pieces), words))
            self._said.ranges.append((begun, ended, start))
            if "BlockQuote" in self._containers:
                self._said.quote()

    def _begin(self, html: str) -> None:
        """Begin a block; behind the text of an item it stands on a line of its own."""
        self._parts.append(f"\n{html}" if self._after_item_text else html)
        self._after_item_text = False

    def paragraph(self, event: Event, at: int) -> int:
        _, _, start, end = event
        ended = self._block(at + 1, start, end, "-Paragraph")
        self._note_text(at + 1, ended, start)
        self._seen["paragraph_open"] += 1
        self._begin(f"<p>{self._words.html}</p>\n")
        return ended + 1

    def heading(self, event: Event, at: int) -> int:
        _, value, start, end = event
        first = self._notes.begin_heading()
        line = self._outline.line_at(start)  # before its words: lines are counted forwards
        ended = self._block(at + 1, start, end, "-Heading")
        self._note_piece(at + 1, ended, start)
        words, notebook = self._words, self._notebook
        heading = Heading(
            level=int(value["level"][1]),
            id=self._ids.give(words.plain),
            text=" ".join(words.words.split()),
            line=notebook.first_line + line,
        )
        notebook.headings.append(heading)
        self._seen["heading_open"] += 1
        link = draw_end(heading, is_empty=not words.html)
        # An id that is made from words has no sign that would have to be escaped.
        self._begin(f'<h{heading.level} id="{heading.id}">{words.html}{link}')
        self._notes.end_heading(first)
        return ended + 1

    def rule(self, _event: Event, at: int) -> int:
        self._begin("<hr>\n")
        return at + 1

    def comment(self, event: Event, at: int) -> int:
        """Draw a block of HTML, which ``subset.py`` has found to be a comment, as it was typed."""
        _, _, start, end = event
        if self._containers or (self._is_cut and end >= len(self._words.data) - 1):
            raise RefusedError
        self._parts.append(self._words.data[start:end].decode())
        while self._events[at][0] != "-HtmlBlock":
            at += 1
        return at + 1

    def begin_quote(self, _event: Event, at: int) -> int:
        if self._events[at + 1][0] == "-BlockQuote":
            raise RefusedError  # where it ends, is disputed
        self._begin("<blockquote>\n")
        return self._enter("BlockQuote", at)

    def end_quote(self, _event: Event, at: int) -> int:
        return self._leave("</blockquote>\n", at)

    def begin_list(self, event: Event, at: int) -> int:
        first: int | None = event[1]
        number = "" if first == 1 else f' start="{first}"'
        self._begin("<ul>\n" if first is None else f"<ol{number}>\n")
        return self._enter("List", at)

    def end_list(self, event: Event, at: int) -> int:
        return self._leave("</ol>\n" if event[1] else "</ul>\n", at)

    def begin_item(self, _event: Event, at: int) -> int:
        following = self._events[at + 1][0]
        if following == "-Item":
            raise RefusedError  # where the list ends behind it, is disputed
        self._seen["list_item_open"] += 1
        self._parts.append("<li>" if following in INLINE else "<li>\n")
        return self._enter("Item", at)

    def end_item(self, _event: Event, at: int) -> int:
        return self._leave("</li>\n", at)

    def _enter(self, name: str, at: int) -> int:
        self._containers.append(name)
        if len(self._containers) > DEEPEST:
            raise RefusedError
        return at + 1

    def _leave(self, html: str, at: int) -> int:
        self._containers.pop()
        self._after_item_text = False
        self._parts.append(html)
        return at + 1

    def code_block(self, event: Event, at: int) -> int:
        _, kind, start, end = event
        if self._is_cut and end >= len(self._words.data) - 1:
            raise RefusedError  # then the code has no line end either
        info = ""
        if kind != "Indented":
            info = kind["Fenced"]
            self._words.watch.fence(self._words.data[start:end])
        self._after_item_text = False
        code = ""
        while self._events[at := at + 1][0] == "Text":
            code += self._events[at][1]
        self._notes.code.append(code)
        line = self._notebook.first_line + self._outline.line_at(start)
        self._notes.code_blocks.append(CodeBlock(line=line, digest=digest_of_code(code, info)))
        self._parts.append(draw_code(code, info, self._notebook))
        return at + 1

    def begin_table(self, event: Event, at: int) -> int:
        _, alignments, start, end = event
        self._after_item_text = False
        self._words.watch.table(self._words.data[start:end], self._events[at - 1][0])
        self._parts.append(self._tables.begin(alignments, self._notebook.tables))
        self._notebook.tables += 1
        self._seen["table_open"] += 1
        return at + 1

    def end_table(self, _event: Event, at: int) -> int:
        self._parts.append(self._tables.end())
        return at + 1

    def begin_head(self, event: Event, at: int) -> int:
        self._parts.append(self._tables.begin_head(event[2], event[3]))
        return at + 1

    def end_head(self, _event: Event, at: int) -> int:
        self._parts.append("</tr>\n</thead>\n")
        return at + 1

    def begin_row(self, event: Event, at: int) -> int:
        _, _, start, end = event
        self._words.watch.row(self._words.data, start, end)
        self._parts.append(self._tables.begin_row(start, end))
        return at + 1

    def end_row(self, _event: Event, at: int) -> int:
        self._parts.append("</tr>\n")
        return at + 1

    def cell(self, _event: Event, at: int) -> int:
        start, end = self._tables.row
        ended = self._block(at + 1, start, end, "-TableCell")
        words = self._words
        if words.words:
            self._prose.append(words.words)
        self._parts.append(self._tables.cell(words.html))
        return ended + 1


_DRAWN: dict[str, Callable[[_Blocks, Event, int], int]] = {
    "+Paragraph": _Blocks.paragraph,
    "+Heading": _Blocks.heading,
    "Rule": _Blocks.rule,
    "+HtmlBlock": _Blocks.comment,
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
"""Each draws the event at a place, with what belongs to it, and gives the place behind that.

What is not here is for the rules."""
