"""The typed front matter of ``layout: hiring`` → Profile.

Texts of more than a few words are inline Markdown: their links are checked like all others, and
take the slots after those of the body.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.body import MarkdownSettings, Reference
from site_builder.model.hiring import (
    Availability,
    Basics,
    Fact,
    Idea,
    Account,
    Profile,
    Project,
    RichText,
    Section,
    SkillBand,
    ToolGroup,
    Years,
)
from site_builder.parse.markdown import render_inline
from site_builder.problems import Outcome, Problem
from site_builder.strict_yaml import Fields, MappingNode, Node, ScalarNode, place_of

SECTIONS = ("skills", "tools", "requirements", "projects", "ideas", "contact")
ROLES = ("languages", "learning")
_NOTHING = MappingNode(entries=(), line=1, column=1)


def read_profile(
    root: MappingNode, *, path: str, settings: MarkdownSettings, first_slot: int
) -> Outcome[tuple[Profile, tuple[Reference, ...]]]:
    """Read the hiring keys of a page; the references are those of its inline Markdown.

    Problems: ``bad-value`` for every misfit and unknown key, with place and suggestion.
    """
    reader = _Reader(path, settings, first_slot)
    profile = reader.profile(root)
    problems = (*reader.fields.problems, *reader.problems)
    return Outcome(value=(profile, tuple(reader.references)), problems=problems)


class _Reader:
    def __init__(self, path: str, settings: MarkdownSettings, first_slot: int) -> None:
        self.fields = Fields(path=path, code="bad-value")
        self.references: list[Reference] = []
        self.problems: list[Problem] = []
        self._path = path
        self._settings = settings
        self._first_slot = first_slot

    def profile(self, root: MappingNode) -> Profile:
        return Profile(
            basics=self._basics(root.get("basics")),
            sections=dict(self._sections(root.get("sections"))),
            availability=self._availability(root.get("availability")),
            facts=tuple(self._facts(root.get("facts"))),
            skills=tuple(self._skills(root.get("skills"))),
            tools=tuple(self._tools(root.get("tools"))),
            requirements=tuple(self._rich_list("requirements", root.get("requirements"))),
            projects=tuple(self._projects(root.get("projects"))),
            ideas=tuple(self._ideas(root.get("ideas"))),
        )

    def _basics(self, node: Node | None) -> Basics:
        known = ("name", "label", "summary", "email", "phone", "url", "image", "location", "profiles")
        keys = self._keys("basics", node, known)
        if node is not None and keys.get("name") is None:
            self.fields.add(node, "basics: a person has a name", "add a name: line")
        return Basics(
            name=self._text("basics: name", keys, "name"),
            label=self._text("basics: label", keys, "label"),
            summary=self._rich("basics: summary", keys.get("summary")) or _SILENCE,
            email=self._text("basics: email", keys, "email"),
            phone=self._text("basics: phone", keys, "phone"),
            url=self._text("basics: url", keys, "url"),
            image=self._text("basics: image", keys, "image"),
            location=self._text("basics: location", keys, "location"),
            profiles=tuple(self._online_profiles(keys.get("profiles"))),
        )

    def _online_profiles(self, node: Node | None) -> Iterable[Account]:
        for keys in self._mappings("profiles", node, ("network", "username", "url")):
            yield Account(
                network=self._text("network", keys, "network"),
                username=self._text("username", keys, "username"),
                url=self._text("url", keys, "url"),
            )

    def _sections(self, node: Node | None) -> Iterable[tuple[str, Section]]:
        keys = self._keys("sections", node, SECTIONS)
        for name, inner in keys.entries:
            section = self._keys(f"sections: {name.text}", inner, ("heading", "intro"))
            yield (
                name.text,
                Section(
                    heading=self._text("heading", section, "heading"),
                    intro=self._rich("intro", section.get("intro")) or _SILENCE,
                ),
            )

    def _availability(self, node: Node | None) -> Availability | None:
        if node is None:
            return None
        keys = self._keys("availability", node, ("status", "text", "updated"))
        status = self.fields.choice("status", keys.get("status"), ("open", "closed"))
        return Availability(
            status="closed" if status == "closed" else "open",
            text=self._text("text", keys, "text"),
            updated=self._text("updated", keys, "updated"),
        )

    def _facts(self, node: Node | None) -> Iterable[Fact]:
        for keys in self._mappings("facts", node, ("label", "value")):
            yield Fact(
                label=self._text("label", keys, "label"), value=self._text("value", keys, "value")
            )

    def _skills(self, node: Node | None) -> Iterable[SkillBand]:
        for keys in self._mappings("skills", node, ("level", "years", "keywords")):
            years = self._keys("years", keys.get("years"), ("min", "max"))
            yield SkillBand(
                level=self._text("level", keys, "level"),
                years=Years(
                    min=self.fields.number("min", years.get("min"), low=0, high=99),
                    max=self.fields.number("max", years.get("max"), low=0, high=99),
                ),
                keywords=self.fields.texts("keywords", keys.get("keywords")) or (),
            )

    def _tools(self, node: Node | None) -> Iterable[ToolGroup]:
        for keys in self._mappings("tools", node, ("name", "role", "keywords")):
            yield ToolGroup(
                name=self._text("name", keys, "name"),
                role=self.fields.choice("role", keys.get("role"), ROLES) or "",
                keywords=self.fields.texts("keywords", keys.get("keywords")) or (),
            )

    def _projects(self, node: Node | None) -> Iterable[Project]:
        for keys in self._mappings("projects", node, ("name", "url", "description")):
            yield Project(
                name=self._text("name", keys, "name"),
                url=self._text("url", keys, "url"),
                description=self._rich("description", keys.get("description")) or _SILENCE,
            )

    def _ideas(self, node: Node | None) -> Iterable[Idea]:
        for item in self.fields.items("ideas", node):
            if isinstance(item, MappingNode):
                keys = self._keys("ideas", item, ("title", "text"))
                text = self._rich("text", keys.get("text")) or _SILENCE
                yield Idea(title=self._text("title", keys, "title"), text=text)
            else:
                yield Idea(title="", text=self._rich("ideas", item) or _SILENCE)

    def _rich_list(self, key: str, node: Node | None) -> Iterable[RichText]:
        for item in self.fields.items(key, node):
            text = self._rich(key, item)
            if text is not None:
                yield text

    def _rich(self, key: str, node: Node | None) -> RichText | None:
        typed = self.fields.text(key, node)
        if node is None or typed is None:
            return None
        place = place_of(node, self._path)
        # A quoted text begins one character behind its quotation mark.
        quoted = isinstance(node, ScalarNode) and not node.plain
        inline = render_inline(
            typed,
            path=self._path,
            line=place.line,
            column=place.column + quoted,
            settings=self._settings,
            first_slot=self._first_slot + len(self.references),
        )
        self.references += inline.references
        self.problems += inline.problems
        return RichText(html=inline.html, text=inline.text)

    def _text(self, key: str, keys: MappingNode, name: str) -> str:
        return self.fields.text(key, keys.get(name)) or ""

    def _keys(self, key: str, node: Node | None, known: tuple[str, ...]) -> MappingNode:
        mapping = self.fields.mapping(key, node)
        if mapping is None:
            return _NOTHING
        self.fields.known_keys(key, mapping, known)
        return mapping

    def _mappings(
        self, key: str, node: Node | None, known: tuple[str, ...]
    ) -> Iterable[MappingNode]:
        for item in self.fields.items(key, node):
            yield self._keys(key, item, known)


_SILENCE = RichText(html="", text="")
