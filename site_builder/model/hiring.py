"""The person of the hiring page: what they can do, what they seek, what they made.

The words are those of JSON Resume (jsonresume.org/schema) where that schema has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Literal

from site_builder.frozen import dataclass
from site_builder.problems import Place

LISTS: Final = ("skills", "tools", "requirements", "projects", "ideas")
"""The lists of the page, in the order in which they stand unless the author orders them."""
SECTIONS: Final = (*LISTS, "contact")
"""What a section of the page may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RichText:
    """A line of Markdown, rendered; false, as an empty text is, when it says nothing."""

    html: str = ""
    """With slots for links and images, numbered on from those of the page's body."""
    text: str = ""
    """The words without markup."""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.html)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where else the person can be found (JSON Resume: ``basics.profiles``)."""

    network: str
    """Its name: ``GitHub``."""
    username: str
    """Empty when the address alone is given."""
    url: str
    """``http`` or ``https``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Who it is (JSON Resume: ``basics``); a field is empty where nothing is said."""

    name: str = ""
    alternate_name: str = ""
    """The name in another script, or the one friends use."""
    label: str = ""
    """The role in a few words."""
    summary: RichText = field(default_factory=RichText)
    """Two or three sentences."""
    email: str = ""
    phone: str = ""
    url: str = ""
    """Their own site, ``http`` or ``https``."""
    image: str = ""
    """Path of a picture under ``static/``, or an address."""
    location: str = ""
    profiles: tuple[Account, ...] = ()
    obfuscate: bool = False
    """Whether e-mail and phone are kept from programs that collect them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Whether an offer is welcome."""

    status: Literal["open", "closed"]
    text: str = ""
    """Empty: the theme's own words."""
    updated: str = ""
    """ISO 8601 day on which this was last true; empty when not given."""

    @property
    def is_open(self) -> bool:
        """Whether the person looks for work."""
        return self.status == "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the strip under the name: ``Place: Guangzhou or remote``."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """How long; a bound is None where it is open."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBand:
    """Skills of one level."""

    level: str
    """In the author's words: ``5 or more years of experience``."""
    years: Years | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolGroup:
    """Tools of one kind."""

    name: str
    role: Literal["", "languages", "learning"] = ""
    """``languages`` are spoken ones, ``learning`` is what is being learned; empty for tools."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something the person made."""

    name: str = ""
    url: str = ""
    """``http`` or ``https``."""
    description: RichText = field(default_factory=RichText)


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """Something the person would make."""

    title: str = ""
    text: RichText = field(default_factory=RichText)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a section: words, or some of one list of the Profile."""

    kind: Literal["prose", "skills", "tools", "requirements", "projects", "ideas", "contact"]
    """``contact`` is the place of the ways to answer."""
    text: RichText = field(default_factory=RichText)
    """For prose: whole blocks of HTML."""
    start: int = 0
    """The first entry of the list that stands here,"""
    end: int = 0
    """and the one after the last."""
    number: int = 1
    """What the first entry is counted as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the page."""

    role: str = ""
    """One of :data:`SECTIONS`; empty for one of the author's own."""
    title: RichText = field(default_factory=RichText)
    """The whole heading element, where the page's Markdown has it."""
    heading: str = ""
    """The heading's words, where front matter has them; with neither the theme has its own."""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Something private that the page shows to everyone."""

    kind: Literal["pay", "email", "phone"]
    words: str
    """What is shown: ``30k-50k CNY``."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that a hiring page says; a part is empty where nothing is said."""

    basics: Basics = field(default_factory=Basics)
    availability: Availability | None = None
    facts: tuple[Fact, ...] = ()
    skills: tuple[SkillBand, ...] = ()
    tools: tuple[ToolGroup, ...] = ()
    requirements: tuple[RichText, ...] = ()
    projects: tuple[Project, ...] = ()
    ideas: tuple[Idea, ...] = ()
    sections: tuple[Section, ...] = ()
    """The page below the person, in order; each entry of a list above stands in one of them."""
    evidence: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """A keyword → the slots of the links to what shows it."""
    disclosures: tuple[Disclosure, ...] = ()
    """For messages; no page shows them."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """``availability``, ``skills``, ``skills[0]`` … → where the file says it; for messages."""
