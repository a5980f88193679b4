"""The front matter of ``layout: hiring`` → what it says, in the words of JSON Resume.

Sentences are one line of Markdown each. Their links and images take the slots after those of the
page's body, so that one list of references serves the whole page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal, cast

from site_builder.frozen import dataclass
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
    SkillBand,
    ToolGroup,
    Years,
)
from site_builder.parse.hiring_values import HiringValues
from site_builder.parse.keys import HIRING_NAMES
from site_builder.patterns import late
from site_builder.problems import Outcome, has_errors
from site_builder.strict_yaml import MappingNode, Node, SequenceNode, place_of

# Addresses land in links: nothing that could add to a mailto.
_EMAIL = late(r"[^\s@<>\"?&,;:]+@[^\s@<>\"?&,;:/]+")
_PHONE = late(r"\+?[0-9 ().-]{3,}")
_LONGEST_LIFE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How the author opens one section of the page."""

    heading: str = ""
    """Empty: the theme's own word."""
    intro: RichText = field(default_factory=RichText)
    """What stands between the heading and the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What front matter says."""

    profile: Profile
    """Without its sections."""
    openings: Mapping[str, Opening]
    """A name of ``SECTIONS`` → how it opens; only those that are named."""
    references: tuple[Reference, ...]


def read_keys(
    keys: MappingNode, *, path: str, settings: MarkdownSettings, first_slot: int
) -> Outcome[Typed]:
    """Read the hiring keys of the page ``path``; the references go on from ``first_slot``.

    What is not there is empty and no Problem. Problems: ``bad-value`` for what is of the wrong
    kind, for an unknown key and for an entry without its main part, ``bad-date``, and those of
    the Markdown; after an error there is no value.
    """
    reader = _Keys(path, settings, first_slot)
    typed = reader.all(keys)
    problems = tuple(reader.fields.problems)
    return Outcome(value=None if has_errors(problems) else typed, problems=problems)


class _Keys(HiringValues):
    """The keys of one page."""

    evidence: dict[str, tuple[int, ...]]

    def all(self, keys: MappingNode) -> Typed:
        """Read every key."""
        self.evidence = {}
        self.fields.known_keys("", keys, HIRING_NAMES)
        openings = dict(self.openings(keys.get("sections")))
        profile = self.profile(keys)
        return Typed(profile=profile, openings=openings, references=tuple(self.references))

    def profile(self, keys: MappingNode) -> Profile:
        get = keys.get
        return Profile(
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
            evidence=self.evidence,
            places=self.places,
        )

    def openings(self, node: Node | None) -> Iterator[tuple[str, Opening]]:
        mapping = self.mapping("sections", node, SECTIONS)
        for name, value in mapping.entries:
            inner = self.mapping(f"sections: {name.text}", value, ("heading", "intro"))
            yield (
                name.text,
                Opening(
                    heading=self.line(f"sections: {name.text}: heading", inner.get("heading")),
                    intro=self.rich(f"sections: {name.text}: intro", inner.get("intro")),
                ),
            )

    def basics(self, node: Node | None) -> Basics:
        known = (
            "name", "alternate_name", "label", "summary", "email", "phone", "obfuscate", "url",
            "image", "location", "profiles",
        )  # fmt: skip
        entry = self.mapping("basics", node, known)
        get = entry.get
        for key, value in entry.entries:
            self.places[f"basics.{key.text}"] = place_of(value, self.fields.path)
        return Basics(
            name=self.line("basics: name", get("name")),
            alternate_name=self.line("basics: alternate_name", get("alternate_name")),
            label=self.line("basics: label", get("label")),
            summary=self.rich("basics: summary", get("summary")),
            email=self.shaped("basics: email", get("email"), _EMAIL, "name@example.org"),
            phone=self.shaped("basics: phone", get("phone"), _PHONE, "+34 600 000 000"),
            obfuscate=self.fields.flag("basics: obfuscate", get("obfuscate")) or False,
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
        for item in self.items("ideas", node):
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

    def keywords(self, key: str, entry: MappingNode) -> tuple[str, ...]:
        """Read a list of words, each alone or as ``{name: …, evidence: …}``."""
        node, inner = entry.get("keywords"), f"{key}: keywords"
        items = node.items if isinstance(node, SequenceNode) else ()
        if any(isinstance(item, MappingNode) for item in items):
            return tuple(filter(None, (self.keyword(inner, item) for item in items)))
        words = self.fields.texts(inner, node)
        if words == () or (words is None and node is None):
            self.lacks(key, entry, "keywords")
        return words or ()

    def keyword(self, key: str, item: Node) -> str:
        """Read one word; what it links to becomes its evidence."""
        if not isinstance(item, MappingNode):
            return self.line(key, item)
        entry = self.mapping(key, item, ("name", "evidence"))
        name, evidence = self.needed(key, entry, "name"), entry.get("evidence")
        nodes = evidence.items if isinstance(evidence, SequenceNode) else (evidence,)
        slots = (self.link(f"{key}: evidence", one, name) for one in nodes if one is not None)
        found = tuple(slot for slot in slots if slot is not None)
        if name and found:
            self.evidence[name] = (*self.evidence.get(name, ()), *found)
        return name
