"""Which texts the compiled reader may read: those in which none of our own rules has a say.

It reads CommonMark and tables. Our Markdown has more, and reads some things
otherwise; each of them is looked for here, and where it might be, the text is refused. To refuse
too much costs time and nothing else.

Each text is looked through from end to end for these, so what is sought is one character, or a
pattern that begins with one: both are found several times as fast as two or three characters.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.parse.rules.scripts import UNSPACED
from site_builder.patterns import late

DEEPEST = 12
"""Lists and quotations inside each other."""
EMPTY_CELLS = 1_000
_EXPANSION = 100_000
"""Bytes of addresses and titles: when references repeat more, the reader leaves them as text."""

_OUR_BRACKET = late(r"\[(?:\^|[ xX]\]|(?<=\*\[))")
"""A footnote, a task or an abbreviation."""
_ALERT = late(r">[ ]*\[!")
_APART = late(rb"- +:|: +-")
_ITEM = late(rb"[ >]*- ")
_INDENTED = late(rb"[ >]*    [#>+*=`~_|<\[:0-9-]")
_QUOTE = late(r"\n {4,}>")
"""Code or a quotation that goes on, which is disputed."""
_DEFINITION = late(r"\n[ >]*[:~] ")
_REFERENCES = late(
    rb"(?:\A|(?<=\n\n))(?:\[[^\[\]\\\n]+\]: [^\s<\\&]+(?: \"[^\"\\&\n]*\")?\n)+(?=\n|\Z)"
)
"""Definitions of references as they are mostly written: one a line, between empty lines."""
_COLON = late(r"\]:")
_TAG = late(r"<[A-Za-z/!?]")
_NUMBER = late(r"&#(?!(?:1[6-9]|[2-9][0-9]|[1-9][0-9]{2}|[1-4][0-9]{3})[0-9];)")
"""A number for a character that is not beyond doubt: those from 160 to 49,999 are."""
_MAIL = late(r"[A-Za-z0-9.+_-]@[A-Za-z0-9-]")


class RefusedError(Exception):
    """This text is for the rules."""


class Watch:
    """Keeps an eye on one text while it is drawn."""

    def __init__(self, source: str) -> None:
        """Refuse ``source`` at once for what stands in it anywhere."""
        if (
            "\t" in source  # counted otherwise inside lists
            or ("\\" in source and "\\ " in source)  # at the end of a line, read otherwise
            or _OUR_BRACKET.search(source)
            or _DEFINITION.search(source)
            or _QUOTE.search(source)
            or _ALERT.search(source)
            or _NUMBER.search(source)
        ):
            raise RefusedError
        self.in_link = False
        self.is_tangled = False
        """Whether the block that is open has emphasis in emphasis, or ``*`` left over."""
        self.has_dollar = False
        self._texts: list[str] = []
        self._linked: list[str] = []
        self.may_refer = _COLON.search(source) is not None
        """Whether the text may define references."""

    def references(self, spans: Sequence[tuple[int, int]], data: bytes) -> None:
        """Refuse definitions of references that are written oddly, or used too often."""
        if not spans:
            return  # what looked like one is code, as a rule
        if max(end - start for start, end in spans) * data.count(b"[") > _EXPANSION:
            raise RefusedError
        usual = [found.span() for found in _REFERENCES.finditer(data)]
        for start, end in spans:
            if not any(first <= start and end <= last for first, last in usual):
                raise RefusedError
        # A name that is defined again is not among the spans.
        if data.count(b"]:") > sum(data.count(b"]:", *one) for one in usual):
            raise RefusedError

    def text(self, words: str) -> None:
        """Note words that stand between marks."""
        (self._linked if self.in_link else self._texts).append(words)
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

    def table(self, block: bytes) -> None:
        """Refuse a second line that may be none of a table's.

        It has a space between dashes and a colon, or begins as an item does.
        """
        line = block.split(b"\n", 2)[1]
        if _APART.search(line) or _ITEM.match(line):
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
        """Refuse a block whose words begin or end with white space: which of it goes, is disputed.

        And refuse a block in which ``rules/scanning.py`` might pair runs of ``*`` otherwise.

        There a run beside the letters of an unspaced script may both open and close. Where the
        runs of a block are paired off one after the other, none left over and none inside
        another's, that changes nothing: when a run could close too, only its own partner is open.
        """
        if words.strip() != words:
            raise RefusedError
        if self.is_tangled:
            if UNSPACED.search(words):
                raise RefusedError
            self.is_tangled = False

    def end(self) -> None:
        """Refuse the text for what stands between its marks."""
        words = "\n".join(self._texts)
        everything = "\n".join((words, *self._linked))
        if (
            "{" in everything  # attributes, or Liquid
            or ("~" in everything and "~~" in everything)
            or "|" in everything  # a table that was none
            or (self.may_refer and "]:" in everything)  # a reference that was none
            or (":" in words and "://" in words)
            or "www." in words
            or ("<" in everything and _TAG.search(everything))
            or ("@" in words and _MAIL.search(words))
        ):
            raise RefusedError
