"""The front matter of ``layout: hiring`` → the Profile of one person, in one language.

Sentences are one line of Markdown each. Their links and images take the slots after those of the
page's body, so that one list of references serves the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, TypeVar, cast

from site_builder.model.body import MarkdownSettings, Reference
from site_builder.model.hiring import (
    SECTIONS,
    Account,
    Availability,
    Basics,
    Fact,
    Idea,
    Profile,
    Project,
    RichText,
    Section,
    SkillBand,
    ToolGroup,
    Years,
)
from site_builder.parse.dates import read_day
from site_builder.parse.keys import HIRING_NAMES
from site_builder.parse.markdown import render_inline
from site_builder.problems import Outcome, Place, has_errors
from site_builder.strict_yaml import Fields, MappingNode, Node, ScalarNode, place_of

T = TypeVar("T")

# Addresses land in links: nothing that could run code, nothing that could add to a mailto.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>\"?&,;:]+@[^\s@<>\"?&,;:/]+")
_PHONE = re.compile(r"\+?[0-9 ().-]{3,}")
_LONGEST_LIFE = 100


def read_profile(
    keys: MappingNode, *, path: str, settings: MarkdownSettings, first_slot: int
) -> Outcome[tuple[Profile, tuple[Reference, ...]]]:
    """Read the hiring keys of the page ``path``; the references go on from ``first_slot``.

    What is not there is empty and no Problem. Problems: ``bad-value`` for what is of the wrong
    kind, for an unknown key and for an entry without its main part, ``bad-date``, and those of
    the Markdown; after an error there is no value.
    """
    reader = _Reader(path, settings, first_slot)
    profile = reader.profile(keys)
    problems = tuple(reader.fields.problems)
    if has_errors(problems):
        return Outcome(value=None, problems=problems)
    return Outcome(value=(profile, tuple(reader.references)), problems=problems)


class _Reader:
    """Reads one page, numbering its slots as it goes."""

    def __init__(self, path: str, settings: MarkdownSettings, first_slot: int) -> None:
        self.fields = Fields(path=path, code="bad-value")
        self.settings = settings
        self.first_slot = first_slot
        self.references: list[Reference] = []
        self.places: dict[str, Place] = {}

    def profile(self, keys: MappingNode) -> Profile:
        self.fields.known_keys("", keys, HIRING_NAMES)
        get = keys.get
        return Profile(
            sections=dict(self.sections(get("sections"))),
            basics=self.basics(get("basics")),
            availability=self.availability(get("availability")),
            facts=self.entries("facts", get("facts"), ("label", "value"), self.fact),
            skills=self.entries("skills", get("skills"), ("level", "years", "keywords"), self.band),
            tools=self.entries("tools", get("tools"), ("name", "role", "keywords"), self.tools),
            requirements=tuple(self.sentences("requirements", get("requirements"))),
            projects=self.entries(
                "projects", get("projects"), ("name", "url", "description"), self.project
            ),
            ideas=tuple(self.ideas(get("ideas"))),
            places=self.places,
        )

    def sections(self, node: Node | None) -> Iterator[tuple[str, Section]]:
        mapping = self.mapping("sections", node, SECTIONS)
        for name, value in mapping.entries:
            inner = self.mapping(f"sections: {name.text}", value, ("heading", "intro"))
            yield (
                name.text,
                Section(
                    heading=self.line(f"sections: {name.text}: heading", inner.get("heading")),
                    intro=self.rich(f"sections: {name.text}: intro", inner.get("intro")),
                ),
            )

    def basics(self, node: Node | None) -> Basics:
        known = (
            "name", "label", "summary", "email", "phone", "url", "image", "location", "profiles",
        )  # fmt: skip
        get = self.mapping("basics", node, known).get
        return Basics(
            name=self.line("basics: name", get("name")),
            label=self.line("basics: label", get("label")),
            summary=self.rich("basics: summary", get("summary")),
            email=self.shaped("basics: email", get("email"), _EMAIL, "name@example.org"),
            phone=self.shaped("basics: phone", get("phone"), _PHONE, "+34 600 000 000"),
            url=self.web("basics: url", get("url")),
            image=self.line("basics: image", get("image")),
            location=self.line("basics: location", get("location")),
            profiles=self.entries(
                "basics: profiles", get("profiles"), ("network", "username", "url"), self.account
            ),
        )

    def account(self, key: str, entry: MappingNode) -> Account | None:
        network = self.needed(key, entry, "network")
        url = self.web(f"{key}: url", entry.get("url"))
        if entry.get("url") is None:
            self.lacks(key, entry, "url")
        username = self.line(f"{key}: username", entry.get("username"))
        return Account(network=network, username=username, url=url) if network and url else None

    def availability(self, node: Node | None) -> Availability | None:
        if node is None:
            return None
        key = "availability"
        entry = self.mapping(key, node, ("status", "text", "updated"))
        status = self.fields.choice(f"{key}: status", entry.get("status"), ("open", "closed"))
        if entry.entries and entry.get("status") is None:
            self.lacks(key, entry, "status")
        if status is None:
            return None
        self.places[key] = place_of(entry.get("updated") or entry, self.fields.path)
        return Availability(
            status=cast(Literal["open", "closed"], status),
            text=self.line(f"{key}: text", entry.get("text")),
            updated=self.day(f"{key}: updated", entry.get("updated")),
        )

    def fact(self, key: str, entry: MappingNode) -> Fact | None:
        label, value = self.needed(key, entry, "label"), self.needed(key, entry, "value")
        return Fact(label=label, value=value) if label and value else None

    def band(self, key: str, entry: MappingNode) -> SkillBand | None:
        level, keywords = self.needed(key, entry, "level"), self.keywords(key, entry)
        years = self.years(f"{key}: years", entry.get("years"))
        return SkillBand(level=level, years=years, keywords=keywords) if level else None

    def years(self, key: str, node: Node | None) -> Years | None:
        if node is None:
            return None
        entry = self.mapping(key, node, ("min", "max"))
        low, high = (
            self.fields.number(f"{key}: {bound}", entry.get(bound), low=0, high=_LONGEST_LIFE)
            for bound in ("min", "max")
        )
        if low is not None and high is not None and low > high:
            self.fields.add(node, f"{key}: min {low} is more than max {high}", "swap them")
        return Years(min=low, max=high)

    def tools(self, key: str, entry: MappingNode) -> ToolGroup | None:
        name, keywords = self.needed(key, entry, "name"), self.keywords(key, entry)
        role = self.fields.choice(f"{key}: role", entry.get("role"), ("languages", "learning"))
        if not name:
            return None
        return ToolGroup(
            name=name,
            role=cast(Literal["", "languages", "learning"], role or ""),
            keywords=keywords,
        )

    def project(self, key: str, entry: MappingNode) -> Project | None:
        name = self.line(f"{key}: name", entry.get("name"))
        description = self.rich(f"{key}: description", entry.get("description"))
        if not (name or description):
            self.lacks(key, entry, "description")
            return None
        url = self.web(f"{key}: url", entry.get("url"))
        return Project(name=name, url=url, description=description)

    def ideas(self, node: Node | None) -> Iterator[Idea]:
        for item in self.fields.items("ideas", node):
            if not isinstance(item, MappingNode):
                text = self.sentence("ideas", item)
                if text:
                    yield Idea(text=text)
                continue
            entry = self.mapping("ideas", item, ("title", "text"))
            title = self.line("ideas: title", entry.get("title"))
            text = self.rich("ideas: text", entry.get("text"))
            if not (title or text):
                self.lacks("ideas", entry, "text")
            yield Idea(title=title, text=text)

    def entries(
        self,
        key: str,
        node: Node | None,
        known: tuple[str, ...],
        read: Callable[[str, MappingNode], T | None],
    ) -> tuple[T, ...]:
        """Read a list of mappings, each with ``read``."""
        found = []
        for item in self.fields.items(key, node):
            if isinstance(item, MappingNode):
                found.append(read(key, self.mapping(key, item, known)))
            else:
                self.lacks_keys(key, item, known)
        return tuple(entry for entry in found if entry is not None)

    def sentences(self, key: str, node: Node | None) -> Iterator[RichText]:
        for item in self.fields.items(key, node):
            text = self.sentence(key, item)
            if text:
                yield text

    def sentence(self, key: str, node: Node) -> RichText:
        """Read an item of a list of sentences; an empty one is a slip."""
        text = self.rich(key, node)
        if not text and isinstance(node, ScalarNode):
            self.fields.add(node, f"{key}: an empty item", "write it, or delete its hyphen")
        return text

    def rich(self, key: str, node: Node | None) -> RichText:
        """Read one line of Markdown."""
        text = self.fields.text(key, node)
        if not text or not isinstance(node, ScalarNode):
            return RichText()
        inline = render_inline(
            text,
            path=self.fields.path,
            line=node.line,
            column=node.column if node.plain else node.column + 1,
            settings=self.settings,
            first_slot=self.first_slot + len(self.references),
        )
        self.references += inline.references
        self.fields.problems += inline.problems
        return RichText(html=inline.html, text=inline.text)

    def line(self, key: str, node: Node | None) -> str:
        """Read a text that has no markup."""
        return (self.fields.text(key, node) or "").strip()

    def needed(self, key: str, entry: MappingNode, name: str) -> str:
        """Read a text without which an entry says nothing."""
        text = self.line(f"{key}: {name}", entry.get(name))
        value = entry.get(name)
        if not text and (value is None or isinstance(value, ScalarNode)):
            self.lacks(key, entry, name)
        return text

    def keywords(self, key: str, entry: MappingNode) -> tuple[str, ...]:
        node = entry.get("keywords")
        words = self.fields.texts(f"{key}: keywords", node)
        if words == () or (words is None and node is None):
            self.lacks(key, entry, "keywords")
        return words or ()

    def day(self, key: str, node: Node | None) -> str:
        text = self.line(key, node)
        if node is None or not text:
            return ""
        day = read_day(text)
        if day is None:
            hint = "write it as 2026-01-15"
            message = f'{key}: "{text}" is not a day of the calendar'
            self.fields.add(node, message, hint, code="bad-date")
        return day or ""

    def web(self, key: str, node: Node | None) -> str:
        return self.shaped(key, node, _WEB_ADDRESS, "https://example.org")

    def shaped(self, key: str, node: Node | None, shape: re.Pattern[str], example: str) -> str:
        text = self.line(key, node)
        if node is None or not text or shape.fullmatch(text):
            return text
        self.fields.add(node, f'{key}: "{text}" cannot be used', f"write it as {example}")
        return ""

    def mapping(self, key: str, node: Node | None, known: tuple[str, ...]) -> MappingNode:
        """Read keys with values; one that is not there or does not fit has no keys."""
        mapping = self.fields.mapping(key, node)
        if mapping is None:
            return MappingNode(entries=(), line=1, column=1)
        self.fields.known_keys(key, mapping, known)
        return mapping

    def lacks(self, key: str, entry: MappingNode, name: str) -> None:
        self.fields.add(entry, f"{key}: an entry without {name}", f"add {name}: to it")

    def lacks_keys(self, key: str, node: Node, known: tuple[str, ...]) -> None:
        keys = ", ".join(f"{name}: …" for name in known)
        self.fields.add(node, f"{key}: each entry needs keys with values", f"write {{{keys}}}")
