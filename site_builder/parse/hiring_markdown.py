"""A hiring page in plain Markdown → its lists, recognised by their structure.

    ## Habilidades
    * 5 o más años de experiencia: Chino, Inglés        a band of skills
    * Sistema operativo: Linux, [Git](../posts/git.md)  a group of tools; the link is evidence
    ## Requisitos del Trabajo
    1. Sobre las ubicaciones, …                         a requirement

A list is taken when all of it fits, else it stays what it is: prose, where it stands. Nothing is
dropped: each block of the text is in exactly one :class:`Block`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby
from typing import Literal, cast

from site_builder.model.body import Reference
from site_builder.model.hiring import (
    LISTS,
    SECTIONS,
    Block,
    Idea,
    Project,
    RichText,
    Section,
    SkillBand,
    ToolGroup,
)
from site_builder.parse.hiring_words import role_of_group, role_of_heading, years_of
from site_builder.parse.pieces import Item, Piece
from site_builder.patterns import late
from site_builder.problems import Place

_CHIPS = frozenset({"", "skills", "tools"})
"""Sections whose bullets may be bands and groups; elsewhere they are sentences."""
_POINTS = frozenset(LISTS) - _CHIPS
"""Sections whose numbered items are entries of their list."""
_LONGEST_LABEL = 60
_LONGEST_KEYWORD = 48
"""Characters; more is a sentence."""
_SPLIT = late(r"<[^>]*>|[()\[\]（）「」【】]|[:：,，、،]")
_OPENING = frozenset("([（「【")
_TAG = late(r"<[^>]*>")
_SLOT = late(r"\0(\d+):href\0")
_FULL_STOP = late(r"\s*[.。।]$")


@dataclass(slots=True, kw_only=True)
class Written:
    """What the Markdown of a page says."""

    skills: list[SkillBand] = field(default_factory=list)
    tools: list[ToolGroup] = field(default_factory=list)
    requirements: list[RichText] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    ideas: list[Idea] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    evidence: dict[str, tuple[int, ...]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A bullet of the form ``label: a, b``."""

    label: str
    words: tuple[tuple[str, tuple[int, ...]], ...]
    """Each with the slots of its links."""
    line: int


def read_pieces(
    pieces: Sequence[Piece],
    *,
    path: str,
    references: Sequence[Reference],
    taken: Collection[str] = (),
) -> Written:
    """Read the body of the page ``path``; lists that front matter has ``taken`` stay prose."""
    return _Reader(path, references, taken).read(pieces)


class _Reader:
    def __init__(self, path: str, references: Sequence[Reference], taken: Collection[str]) -> None:
        self.path = path
        self.references = references
        self.taken = taken
        self.written = Written()
        self.role = ""
        self.above: list[tuple[int, str]] = []

    def read(self, pieces: Sequence[Piece]) -> Written:
        title, blocks = "", list[Block]()
        for piece in pieces:
            if piece.heading is None:
                blocks += self.blocks(piece)
                continue
            self.close(title, blocks)
            title, blocks = piece.html, []
            self.enter(piece.heading.level, piece.heading.id, piece.heading.text)
        self.close(title, blocks)
        return self.written

    def enter(self, level: int, name: str, words: str) -> None:
        """Begin a section; one below another is about the same unless it says otherwise."""
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        inherited = self.above[-1][1] if self.above else ""
        self.role = (name if name in SECTIONS else role_of_heading(words)) or inherited
        self.above.append((level, self.role))

    def close(self, title: str, blocks: Sequence[Block]) -> None:
        if title or blocks:
            section = Section(
                role=self.role, title=RichText(html=title), blocks=tuple(_joined(blocks))
            )
            self.written.sections.append(section)

    def blocks(self, piece: Piece) -> Iterator[Block]:
        if piece.kind == "bullets" and self.role in _CHIPS:
            rows = [_row(item) for item in piece.items]
            found = [row for row in rows if row is not None]
            if len(found) == len(rows) and self.is_list(found):
                yield from self.chips(found)
                return
        if piece.kind == "numbers" and self.role in _POINTS and self.role not in self.taken:
            yield self.points(piece)
            return
        yield Block(kind="prose", text=RichText(html=piece.html))

    def is_list(self, rows: Sequence[_Row]) -> bool:
        """Whether all rows go into lists that are still free; alone, ``Note: a word`` is prose."""
        kinds = {_kind(row) for row in rows}
        if kinds & {*self.taken}:
            return False
        return self.role != "" or "skills" in kinds or any(len(row.words) > 1 for row in rows)

    def chips(self, rows: Sequence[_Row]) -> Iterator[Block]:
        """Bands and groups, in as many blocks as they change."""
        for kind, run in groupby(rows, _kind):
            start = len(getattr(self.written, kind))
            for row in run:
                self.note(kind, len(getattr(self.written, kind)), row.line)
                if kind == "skills":
                    self.written.skills.append(self.band(row))
                else:
                    self.written.tools.append(self.group(row))
            yield Block(kind=kind, start=start, end=len(getattr(self.written, kind)))

    def band(self, row: _Row) -> SkillBand:
        return SkillBand(level=row.label, years=years_of(row.label), keywords=self.keywords(row))

    def group(self, row: _Row) -> ToolGroup:
        role = cast(Literal["", "languages", "learning"], role_of_group(row.label))
        return ToolGroup(name=row.label, role=role, keywords=self.keywords(row))

    def keywords(self, row: _Row) -> tuple[str, ...]:
        for word, slots in row.words:
            if slots:
                self.written.evidence[word] = (*self.written.evidence.get(word, ()), *slots)
        return tuple(word for word, _ in row.words)

    def points(self, piece: Piece) -> Block:
        kind = cast(Literal["requirements", "projects", "ideas"], self.role)
        start = len(getattr(self.written, kind))
        for item in piece.items:
            self.note(kind, len(getattr(self.written, kind)), item.line)
            text = RichText(html=item.html, text=item.text)
            match kind:
                case "requirements":
                    self.written.requirements.append(text)
                case "projects":
                    project = Project(url=self.only_address(item), description=text)
                    self.written.projects.append(project)
                case "ideas":
                    self.written.ideas.append(Idea(text=text))
        end = start + len(piece.items)
        return Block(kind=kind, start=start, end=end, number=piece.start)

    def only_address(self, item: Item) -> str:
        """The address of a work that names exactly one."""
        targets = {self.references[int(slot)].target for slot in _SLOT.findall(item.html)}
        web = [one for one in targets if one.startswith(("https://", "http://"))]
        return web[0] if len(web) == 1 else ""

    def note(self, kind: str, number: int, line: int) -> None:
        place = Place(path=self.path, line=line, column=1)
        self.written.places.setdefault(kind, place)
        self.written.places[f"{kind}[{number}]"] = place


def _kind(row: _Row) -> Literal["skills", "tools"]:
    return "skills" if years_of(row.label) else "tools"


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Neighbouring prose as one block."""
    for is_prose, run in groupby(blocks, lambda block: block.kind == "prose"):
        if is_prose:
            yield Block(kind="prose", text=RichText(html="".join(one.text.html for one in run)))
        else:
            yield from run


def _row(item: Item) -> _Row | None:
    """Read ``label: a, b``; None where it is something else."""
    if not item.is_plain:
        return None
    label, words = _parted(item.html)
    if not words or not 0 < len(label) <= _LONGEST_LABEL:
        return None
    texts = [_text(word) for word in words]
    texts[-1] = _FULL_STOP.sub("", texts[-1])
    if not all(0 < len(text) <= _LONGEST_KEYWORD for text in texts):
        return None
    slots = (tuple(map(int, _SLOT.findall(word))) for word in words)
    return _Row(label=label, words=tuple(zip(texts, slots, strict=True)), line=item.line)


def _parted(html: str) -> tuple[str, list[str]]:
    """The label before the first colon, and what is between the commas after it, as HTML.

    A comma in brackets or inside a number (``1,000``) parts nothing.
    """
    label, start, depth = "", 0, 0
    words: list[str] = []
    closed = html.count("(") == html.count(")")
    for mark in _SPLIT.finditer(html):
        sign, at = mark[0], mark.start()
        if sign.startswith("<"):
            continue
        if sign in ":：":
            if not label:
                label, start, depth = _text(html[:at]), mark.end(), 0
        elif sign not in ",，、،":
            depth = max(0, depth + (1 if sign in _OPENING else -1)) if closed else 0
        elif label and not depth and not _is_in_number(html, at):
            words.append(html[start:at])
            start = mark.end()
    return (label, [*words, html[start:]]) if label else ("", [])


def _is_in_number(html: str, at: int) -> bool:
    return html[at] == "," and html[at - 1].isdigit() and html[at + 1 : at + 2].isdigit()


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def evidence_of(
    typed: Mapping[str, tuple[int, ...]], written: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """What front matter and Markdown name as evidence, together."""
    words = dict.fromkeys((*typed, *written))
    return {word: (*typed.get(word, ()), *written.get(word, ())) for word in words}
