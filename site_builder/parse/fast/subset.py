"""Which blocks the compiled reader may read: those in which none of our own rules has a say.

It reads CommonMark and tables. Our Markdown has more, and reads some things otherwise; each of them
is looked for here before anything is drawn, and a block in which it might be is left to the rules.
To leave too much costs time and nothing else. What shows only while a block is drawn is in
``watch.py``.

Each text is looked through from end to end for these, so what is sought is a pattern that begins
with one of a few characters: that is found several times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.parse.drawing.targets import is_safe
from site_builder.parse.fast.addresses import with_addresses
from site_builder.parse.fast.outline import Outline
from site_builder.parse.fast.stream import Definition, Event
from site_builder.parse.fast.watch import RefusedError
from site_builder.parse.fast.words import INLINE
from site_builder.patterns import late

_EXPANSION = 100_000
"""Bytes of addresses and titles: when references repeat more, the reader leaves them as text."""

_ABBREVIATION = late(rb"\*\[[^\[\]\n]+\]:")
_LIST = rb"\{:?[ \t]*(?:[#.]|[a-z-]+=)[^\n]*\}[ \t]*(?=\n|\Z)"
"""Attributes of a block, on a line of their own."""
_LABEL = rb"\[[^\[\]]*\]:"
_BLOCK = (
    rb"\t"  # counted otherwise inside lists
    rb"|\\ "  # at the end of a line, read otherwise
    rb"|\[(?:\^|[ xX]\])"  # a footnote or a task
    rb"|>[ ]*\[!"  # an alert
    # A number for a character that is not beyond doubt: those from 160 to 49,999 are.
    rb"|&#(?!(?:1[6-9]|[2-9][0-9]|[1-9][0-9]{2}|[1-4][0-9]{3})[0-9];)"
    rb"|&l(?:cu|brac)"  # a brace in disguise
    # What is defined, attributes, a definition of a reference; code or a quotation that goes on,
    # which is disputed.
    rb"|\n(?:[ >*+0-9.)\x80-\xff-]*(?:[:~][ \t]|" + _LIST + rb"|" + _LABEL + rb")| {4,}>)"
)
"""What may make a block one of ours, wherever it stands."""
_ADDRESSES = rb"://(?<!\]\(http://)(?<!\]\(https://)|www\.|@[A-Za-z0-9-]"
_SIGNS = _ADDRESSES + rb"|\{(?:[{%:]|[ \t]*(?:[#.]|[a-z-]+=))|\\\{|~~|<[A-Za-z/!?]|\$"
"""What has a meaning of ours in words; so has ``|``, but not between the cells of a table."""
_SUSPECT = late(_BLOCK + b"|" + _SIGNS + rb"|\|")
_SUSPECT_IN_TABLE = late(_BLOCK + b"|" + _SIGNS + rb"|\\\|")
_SURE = late(_BLOCK)
_MAY_BE_ADDRESS = late(_ADDRESSES)
_TERM = late(rb"\n[ >]*[:~][ \t]")
_AT_START = late(rb"[ >*+0-9.)\x80-\xff-]*(?:" + _LIST + rb"|" + _LABEL + rb")")
_ATTRIBUTES = late(rb"(?:\n|\A)[ >*+0-9.)\x80-\xff-]*" + _LIST)
_ROW = late(rb"\n(?=[^\n]*-)[ >|:\t-]*+(?=\n|\Z)")
"""What may stand below the head of a table."""
_BRACE = (
    r"\{(?:\{-?\s*(?:site|page|content|layout|include|post|paginator)"
    r"|%-?\s*[a-z]|:|[ \t]*(?:[#.]|[a-z-]+=))"
)
"""Liquid of which is told, or attributes."""
_IN_WORDS = late(_BRACE + r"|~~|<[A-Za-z/!?]|\]:")
_REFERENCES = late(rb"(?:\[[^\[\]\\\n]+\]: [^\s<\\&]+(?: \"[^\"\\&\n]*\")?\n)+\n*")
"""Definitions of references as they are mostly written: one a line, between empty lines."""
_WORDLESS = frozenset({"", "+CodeBlock", "Rule"})
_CODE = frozenset({"+CodeBlock", "-CodeBlock"})
_KNOWN = (
    INLINE
    | {"Rule"}
    | frozenset(
        f"{sign}{name}"
        for name in (
            *("Paragraph", "Heading", "BlockQuote", "List", "Item"),
            *("Table", "TableHead", "TableRow", "TableCell"),
        )
        for sign in "+-"
    )
)


def is_beyond(data: bytes) -> bool:
    """Whether a text explains abbreviations, which may stand in any block."""
    return _ABBREVIATION.search(data) is not None


def suspects(outline: Outline, *, keeps_html: bool) -> set[int]:
    """The numbers of the blocks that are for the rules; in the others bare addresses are links.

    Comments are plain where a text ``keeps_html``.
    """
    found: set[int] = set()
    linked: dict[int, Sequence[Event]] = {}
    data, at = outline.data, 0
    if _AT_START.match(data) and not outline.is_gap(0):
        found.add(0)
    while hit := _SUSPECT.search(data, at):
        number = outline.at(hit.end() - 1)
        if number < 0:
            at = hit.end()
            continue
        if outline.kind(number) == "+HtmlBlock" and keeps_html and _is_comment(outline, number):
            pass
        elif _is_suspect(outline, number, hit.start()):
            found.add(number)
        elif outline.kind(number) not in _WORDLESS and _MAY_BE_ADDRESS.search(
            data, hit.start(), outline.end(number)
        ):
            try:
                linked[number] = with_addresses(outline.events_of(number), data)
            except RefusedError:
                found.add(number)
        # A pattern may begin with the line end before a block.
        is_last = number + 1 == len(outline)
        at = max(len(data) if is_last else outline.line_end_before(number + 1), hit.end())
    if linked:
        outline.rewrite(linked)
    return found


def with_neighbours(outline: Outline, numbers: set[int]) -> set[int]:
    """Those blocks, and the others whose end or whose attributes hang on them."""
    found = set(numbers)
    for number in numbers:
        start, end = outline.line_end_before(number), outline.end(number)
        has_attributes = _ATTRIBUTES.search(outline.data, start, end) is not None
        if has_attributes:
            found.update(_next_words(outline, number))
        if number and (has_attributes or _TERM.search(outline.data, start, end)):
            found.add(number - 1)
        following = number + 1
        if following < len(outline) and b"]:" in outline.data[start:end]:
            # What begins there may be the rest of a definition's paragraph.
            found.update(() if outline.is_apart(following) else (following,))
    for number in range(len(outline) - 1, 0, -1):
        if number in found and not outline.is_apart(number):
            found.add(number - 1)
    return found


def are_usual(definitions: dict[str, Definition], outline: Outline) -> bool:
    """Whether all definitions of references are written as most are."""
    written = 0
    for number in filter(outline.is_gap, range(len(outline))):
        start, end = outline.starts[number], outline.end(number)
        is_last = number + 1 == len(outline)
        are_apart = outline.is_apart(number) and (is_last or outline.is_apart(number + 1))
        if not (are_apart and _REFERENCES.fullmatch(outline.data, start, end)):
            return False
        written += outline.data.count(b"]:", start, end)
    # A name that is defined again is not among the definitions.
    is_each_once = written == len(definitions)
    return is_each_once and all(is_safe(one.target) for one in definitions.values())


def are_too_many(definitions: dict[str, Definition], data: bytes) -> bool:
    """Whether references might be used so often that the compiled reader stops."""
    longest = max((one.end - one.start for one in definitions.values()), default=0)
    return longest * data.count(b"[") > _EXPANSION


def _next_words(outline: Outline, number: int) -> Iterator[int]:
    """The numbers from behind this block up to the next one that has events."""
    for following in range(number + 1, len(outline)):
        yield following
        if not outline.is_gap(following):
            return


def _is_suspect(outline: Outline, number: int, at: int) -> bool:
    kind, data = outline.kind(number), outline.data
    start, end = outline.starts[number], outline.end(number)
    if not kind:
        return b"[^" in data[start:end]
    if kind == "+CodeBlock":
        return _is_odd_code(outline, number)
    if kind == "Rule":
        return b"\t" in data[start:end]
    if kind == "+Table" and not _SUSPECT_IN_TABLE.search(data, at, end):
        return False
    return _SURE.search(data, at, end) is not None or _has_signs(outline, number, start, end)


def _is_comment(outline: Outline, number: int) -> bool:
    """Whether a block of HTML is a comment of which nothing has to be told."""
    _, _, start, end = outline.events[outline.firsts[number]]
    html = outline.data[start:end]
    inner, closing, behind = html[4:].partition(b"-->")
    return (
        html.startswith(b"<!--")
        and not inner.startswith((b">", b"->"))
        and bool(closing)
        and not behind.strip(b" \t\n")
        and inner.strip(b" \t").lower() != b"more"
        and not (b"{" in inner and _IN_WORDS.search(inner.decode()))
        and outline.is_apart(number)
    )


def _is_odd_code(outline: Outline, number: int) -> bool:
    """Whether the two readers may see other code, or one of them something else."""
    _, kind, start, end = outline.events[outline.firsts[number]]
    code = outline.data[start:end]
    if kind == "Indented":
        return _SURE.search(outline.data, outline.line_end_before(number), end) is not None
    is_indented = not outline.data.endswith(b"\n", 0, start) and start > 0
    return b"\t" in (code if is_indented else code.partition(b"\n")[0])


def _has_signs(outline: Outline, number: int, start: int, end: int) -> bool:
    """Whether a sign stands in words, and not in code or in an address."""
    # A table that was none, or the row of one that has ended above it.
    may_be_table = not outline.is_apart(number) or _ROW.search(outline.data, start, end) is not None
    is_code = False
    for key, value, _, _ in outline.events_of(number):
        if key == "Text":
            if not is_code and (_IN_WORDS.search(value) or (may_be_table and "|" in value)):
                return True
        elif key in _CODE:
            is_code = key[0] == "+"
        elif key not in _KNOWN:
            return True
    return b"$" in outline.data[start:end] and _has_dollars(outline, number)


def _has_dollars(outline: Outline, number: int) -> bool:
    """Whether more than one dollar stands in a block of words, at least one of them in words."""
    first = last = 0
    is_in_words = is_code = False
    for key, value, start, end in (*outline.events_of(number), ("", None, 0, 0)):
        is_code = key == "+CodeBlock" or (is_code and key != "-CodeBlock")
        if key in INLINE and not is_code:
            is_in_words |= key == "Text" and "$" in value
            first, last = first or start, max(last, end)
            continue
        if is_in_words and outline.data.count(b"$", first, last) > 1:
            return True
        is_in_words, first, last = False, 0, 0
    return False
