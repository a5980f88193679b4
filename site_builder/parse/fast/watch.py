"""What shows only while a block is drawn: where the two readers are known to differ."""

from __future__ import annotations

from site_builder.parse.rules.scripts import UNSPACED
from site_builder.patterns import late

_COLUMN = rb" *:?-+:? *"
_DELIMITERS = late(rb"[ >]*+\|?" + _COLUMN + rb"(?:\|" + _COLUMN + rb")*\|? *")
_ITEM = late(rb"[ >]*- ")
_INDENTED = late(rb"[ >]*    [#>+*=`~_|<\[:0-9-]")


class RefusedError(Exception):
    """This block is for the rules."""


class Watch:
    """Keeps an eye on one block after the other while they are drawn."""

    def __init__(self) -> None:
        """Begin before the first block."""
        self.is_tangled = False
        """Whether the block that is open has emphasis in emphasis, or ``*`` left over."""
        self.has_dollar = False

    def block(self, words: str) -> None:
        """Note a block that is nothing but words, and refuse it as :meth:`end_block` does."""
        if "](http" in words or ("*" in words and UNSPACED.search(words) is not None):
            raise RefusedError
        if "$" in words:
            self.has_dollar = True

    def text(self, words: str) -> None:
        """Note words that stand between marks; refuse an address that became no link."""
        if "](http" in words:
            raise RefusedError
        if "*" in words:
            self.is_tangled = True
        if "$" in words:
            self.has_dollar = True

    def fence(self, block: bytes) -> None:
        """Refuse escapes behind a fence, and a fence that nothing closes.

        Whether a list around that is loose, is disputed.
        """
        whole = block.rstrip()
        info, line_end, _ = whole.partition(b"\n")
        opening = len(whole) - len(whole.lstrip(whole[:1]))
        closing = whole.rpartition(b"\n")[2].lstrip(b" >")
        is_closed = line_end and len(closing) >= opening and not closing.strip(whole[:1])
        if not is_closed or b"\\" in info or b"&" in info:
            raise RefusedError

    def table(self, block: bytes, before: str) -> None:
        """Refuse a second line that may be none of a table's.

        Spaces and colons may stand anywhere in it for the compiled reader. Or it begins as an item.
        And where the event ``before`` begins an item, its marker is of the first cell to the rules.
        """
        head, line, *_ = block.split(b"\n", 2)
        if not _DELIMITERS.fullmatch(line) or _ITEM.match(line) or before == "+Item":
            raise RefusedError
        self.row(block, 0, len(head))

    def row(self, data: bytes, start: int, end: int) -> None:
        """Refuse a row that is indented code to the rules.

        Or that has white space of Unicode's at one of its ends, which the rules leave out.
        """
        if data.endswith(b"    ", 0, start):
            raise RefusedError
        cells = data[start:end]
        if not cells.isascii():
            row = cells.decode()
            if row.strip() != row.strip(" \n"):
                raise RefusedError

    def line_break(self, data: bytes, after: int) -> None:
        """Refuse a line that would begin a block, were it not so far inside.

        Whether it goes on a paragraph or is code, is disputed.
        """
        if _INDENTED.match(data, after):
            raise RefusedError

    def dollars(self, number: int) -> None:
        """Refuse a block that may hold a formula: one dollar alone is a price."""
        if number > 1:
            raise RefusedError
        self.has_dollar = False

    def end_block(self, words: str) -> None:
        """Refuse a block in which ``rules/scanning.py`` might pair runs of ``*`` otherwise.

        There a run beside the letters of an unspaced script may both open and close. Where the
        runs of a block are paired off one after the other, none left over and none inside
        another's, that changes nothing: when a run could close too, only its own partner is open.
        """
        if self.is_tangled:
            if UNSPACED.search(words):
                raise RefusedError
            self.is_tangled = False
