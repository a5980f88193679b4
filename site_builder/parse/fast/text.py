"""A text drawn: each of its outermost blocks by the compiled reader or by the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from site_builder.parse.fast.blocks import drawing
from site_builder.parse.fast.division import Division, divide
from site_builder.parse.fast.notes import Notes
from site_builder.parse.fast.said import SaidByEvents
from site_builder.parse.fast.stream import read
from site_builder.parse.rules.bounds import DEEPEST, may_be_met
from site_builder.parse.rules.facts import Facts
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.slugs import HeadingIds

if TYPE_CHECKING:
    from site_builder.parse.passages import Passages

_ATTEMPTS: Final = 3


class Drawn(NamedTuple):
    """A text as it was drawn."""

    html: str
    facts: Facts
    notebook: Notebook
    has_passages: bool
    """Whether the rules read some of it."""


def draw(source: str, new_notebook: Callable[[], Notebook]) -> Drawn | None:
    """Draw a text; None when the rules should read all of it.

    Each attempt needs a notebook that is new: that a block is for the rules may show only while it
    is drawn.
    """
    notebook = new_notebook()
    # A list and its item are a level each.
    is_shallow = notebook.settings.max_nesting <= 2 * DEEPEST
    # Bounds are the work of the rules: no text that is read here comes near one of them.
    if is_shallow or notebook.settings.smart_quotes or may_be_met(source):
        return None
    whole = source if source.endswith("\n") else f"{source}\n"
    stream = read(whole)
    division = divide(whole, stream, keeps_html=notebook.settings.raw_html) if stream else None
    for _ in range(_ATTEMPTS):
        if division is None or not division.has_share():
            break
        passages = division.passages(source, notebook) if division.by_rules else None
        if division.by_rules and (not passages or passages.are_all()):
            break
        refused: set[int] = set()
        drawn = _draw(division, notebook, passages, refused, is_cut=whole is not source)
        if not refused:
            return drawn
        division = division.without(refused)
        notebook = new_notebook()
    return None


def _draw(
    division: Division,
    notebook: Notebook,
    passages: Passages | None,
    refused: set[int],
    *,
    is_cut: bool,
) -> Drawn:
    """Draw all blocks; those that turn out to be for the rules are put among ``refused``."""
    outline = division.outline
    ids = passages.ids if passages else HeadingIds()
    found = passages.found if passages else {}
    notes = Notes(notebook, SaidByEvents(outline))
    draw_blocks = drawing(outline, notebook, notes, ids, is_cut=is_cut)
    number = 0
    for begun, passage in found.items():
        refused.update(draw_blocks(number, begun))
        notes.passage(passage)
        number = passage.end
    refused.update(draw_blocks(number, len(outline)))
    if passages:
        notes.tail(passages.tail)
        notebook.html_balance.finish(notebook)
    notebook.note_anchors(passages.typed_ids if passages else ())
    facts = notes.facts()
    return Drawn("".join(notes.parts), facts, notebook, has_passages=passages is not None)
