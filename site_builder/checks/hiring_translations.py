"""Does a translated hiring page say all that its original says, item by item?

Words are compared where both languages spell them alike (``Java``, ``GitHub``, ``Guangzhou``, 30k);
these tell which of the other items belong together, and so which one is alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.hiring import Profile
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.model.words import shortened
from site_builder.patterns import late
from site_builder.problems import Place, Problem

_WORD = late(r"\w[\w.+#-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry of one list, as far as it can be compared."""

    text: str
    """All its words; those of its label alone where it has keywords."""
    keywords: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return " ".join((self.text, *self.keywords))


def check_hiring_translations(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``hiring-translation``, each naming what one page has and the other has not."""
    for work in site.works:
        pages = [(one, one.profile) for one in work.documents if one.profile is not None]
        if len(pages) > 1:
            first = next((page for page in pages if page[0] is work.original), pages[0])
            for page in pages:
                if page is not first:
                    yield from _compared(*first, *page)


def _compared(
    original: Document, theirs: Profile, document: Document, mine: Profile
) -> Iterator[Problem]:
    lists, ours = _entries(theirs), _entries(mine)
    for name, left in lists.items():
        right = ours[name]
        whole = mine.places.get(name, Place(path=document.path))
        for one, other in _aligned(left, right):
            there = theirs.places.get(f"{name}[{one}]", Place(path=original.path))
            here = mine.places.get(f"{name}[{other}]", whole)
            if other is None and one is not None:
                yield _problem(f'{name}: missing: "{_short(left[one])}" ({there})', whole)
            elif one is None and other is not None:
                yield _problem(f'{name}: only here: "{_short(right[other])}"', here)
            elif one is not None and other is not None:
                uneven = _uneven(left[one].keywords, right[other].keywords)
                if uneven:
                    yield _problem(f"{name}: {right[other].text}: {uneven} ({there})", here)


def _entries(profile: Profile) -> Mapping[str, Sequence[_Entry]]:
    return {
        "facts": [_Entry(text=f"{one.label}: {one.value}") for one in profile.facts],
        "skills": [_Entry(text=one.level, keywords=one.keywords) for one in profile.skills],
        "tools": [_Entry(text=one.name, keywords=one.keywords) for one in profile.tools],
        "requirements": [_Entry(text=one.text) for one in profile.requirements],
        "projects": [
            _Entry(text=f"{one.name} {one.description.text} {one.url}".strip())
            for one in profile.projects
        ],
        "ideas": [_Entry(text=f"{one.title} {one.text.text}".strip()) for one in profile.ideas],
    }


def _uneven(left: Sequence[str], right: Sequence[str]) -> str:
    """Which keywords are too many on one side; empty when both have as many."""
    if len(left) == len(right):
        return ""
    what, longer, shorter = "only here", right, left
    if len(left) > len(right):
        what, longer, shorter = "missing", left, right
    changes = SequenceMatcher(None, longer, shorter, autojunk=False).get_opcodes()
    found = [
        word
        for _, start, end, from_, to in changes
        if end - start > to - from_
        for word in longer[start:end]
    ]
    count = len(longer) - len(shorter)
    some = "" if len(found) == count else f"{count} of "
    return f"{what}: {some}{', '.join(found)}"


def _aligned(
    left: Sequence[_Entry], right: Sequence[_Entry]
) -> list[tuple[int | None, int | None]]:
    """Pair the items of two lists in order, so that pairs are as alike as they can be."""
    if len(left) == len(right):
        return [(number, number) for number in range(len(left))]
    # best[i][j]: how alike the items from i and j on can be made.
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike = [[_likeness(one, other) for other in right] for one in left]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            best[i][j] = max(alike[i][j] + best[i + 1][j + 1], best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(left) or j < len(right):
        both = i < len(left) and j < len(right)
        if both and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif j == len(right) or (i < len(left) and best[i][j] == best[i + 1][j]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs


def _likeness(left: _Entry, right: _Entry) -> float:
    """From 0 to 1.5: the share of words in common, and how near the lengths are."""
    one, other = left.words, right.words
    mine, theirs = (set(_WORD.findall(text.casefold())) for text in (one, other))
    shared = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    return shared + 0.5 * min(len(one), len(other)) / max(1, len(one), len(other))


def _short(entry: _Entry) -> str:
    return shortened(entry.text, 60)


def _problem(message: str, place: Place) -> Problem:
    hint = "translate what was added, or take out what was removed"
    return Problem(code="hiring-translation", message=message, place=place, hint=hint)
