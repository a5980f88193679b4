"""From YAML text to nodes, in one pass over the parser's events, refusing what we do not accept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NoReturn, Protocol

import yaml

from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem
from site_builder.strict_yaml.mistakes import TAB_HINT, TAB_MESSAGE, Mark, explain, quote_hint
from site_builder.strict_yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of
from site_builder.strict_yaml.values import is_null

MAX_BYTES: Final = 64 * 1024
"""Size of a YAML text, in bytes of UTF-8."""
MAX_DEPTH: Final = 16
"""Lists and mappings inside one another."""
MAX_NODES: Final = 5_000
"""Keys, values, lists and mappings in one text."""

# The C parser is ten times as fast; a Python without it still builds the same site.
_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML 1.2 does not count as printable (rule 1, c-printable); NEL, LS and PS, which libyaml
# would count as line breaks; and the overrides of direction, which make a title read as what it is
# not (UTR 36, 2.5).
_UNPRINTABLE = late(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_TAB_INDENT = late(r" *\t[ \t]*\S")


def read(text: str, *, path: str, first_line: int = 1) -> Outcome[MappingNode]:
    """As :func:`site_builder.strict_yaml.load`."""
    reader = _Reader(text, path, first_line)
    root = reader.read()
    return Outcome(value=None if reader.problems else root, problems=tuple(reader.problems))


class _AnyMark(Protocol):
    """What the marks of the C parser and of the Python parser have in common."""

    line: int
    column: int


class _StopError(Exception):
    """What follows cannot be understood; the reason is already among the problems."""


class _Reader:
    """Reads one text; it lives as long as one call of :func:`read`."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.nodes = 0
        self.quoted: tuple[Mark, Mark] | None = None

    def read(self) -> MappingNode | None:
        """Read the whole text, or stop at what cannot be understood."""
        try:
            self._refuse_size()
            self._refuse_unprintable()
            return self._document(yaml.parse(self.text, Loader=_LOADER))
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self._add_mistake(error)
            return None

    def _document(self, events: Iterator[yaml.Event]) -> MappingNode | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._stop(
                    _mark(event.start_mark), "a second YAML document starts here", "keep only one"
                )
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=0)
        if root is None or is_null(root):
            return MappingNode(entries=(), line=self.first_line, column=1)
        if isinstance(root, MappingNode):
            return root
        message = f"expected keys with values, found {kind_of(root)}"
        self._add(root, message, 'write one "key: value" on each line')
        return None

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], *, depth: int) -> Node:
        self._refuse_excess(event, depth)
        start = _mark(event.start_mark)
        line, column = self.first_line + start.line, start.column + 1
        if isinstance(event, yaml.ScalarEvent):
            node: Node = self._scalar(event, start)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._children(events, depth + 1))
            node = SequenceNode(items=items, line=line, column=column)
        elif isinstance(event, yaml.MappingStartEvent):
            entries = tuple(self._entries(events, depth + 1))
            node = MappingNode(entries=entries, line=line, column=column)
        else:
            node = ScalarNode(text="", plain=True, line=line, column=column)
        self._refuse_beyond_values(event, node)
        return node

    def _children(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if not isinstance(event, yaml.NodeEvent):
                return
            yield self._node(event, events, depth=depth)

    def _entries(
        self, events: Iterator[yaml.Event], depth: int
    ) -> Iterator[tuple[ScalarNode, Node]]:
        lines: dict[str, int] = {}
        children = self._children(events, depth)
        for key in children:
            value = next(children)
            if not isinstance(key, ScalarNode):
                hint = quote_hint(self._line_at(key.line)) or "put the text in quotes"
                self._add(key, f"{kind_of(key)} cannot be a key", hint)
                continue
            if key.plain and key.text == "<<":
                self._add(key, "merge keys (<<) are not accepted", "write the keys out")
            if key.text in lines:
                message = f'"{key.text}" is on line {lines[key.text]} and again on line {key.line}'
                self._add(key, message, "keep one of them")
            lines.setdefault(key.text, key.line)
            yield key, value

    def _scalar(self, event: yaml.ScalarEvent, start: Mark) -> ScalarNode:
        plain = not event.style
        self.quoted = (start, _mark(event.end_mark)) if event.style in ("'", '"') else None
        # Only between these can a character be spelled that does not stand in the text itself.
        hidden = _UNPRINTABLE.search(event.value) if event.style == '"' else None
        if hidden:
            self._add_at(start.line, start.column, _invisible(hidden.group()), "delete it")
        line, column = self.first_line + start.line, start.column + 1
        if plain:
            for number in range(line + 1, self.first_line + _mark(event.end_mark).line + 1):
                self._refuse_tab(number)
        return ScalarNode(text=event.value, plain=plain, line=line, column=column)

    def _refuse_size(self) -> None:
        size = len(self.text.encode(errors="surrogatepass"))
        if size > MAX_BYTES:
            self._stop(
                Mark(0, 0), f"{size:,} bytes of YAML, more than {MAX_BYTES:,}", "move text out"
            )

    def _refuse_unprintable(self) -> None:
        if not _UNPRINTABLE.search(self.text):
            return
        for number, line in enumerate(self.lines):
            for match in _UNPRINTABLE.finditer(line):
                self._add_at(number, match.start(), _invisible(match.group()), "delete it")
        raise _StopError

    def _refuse_excess(self, event: yaml.NodeEvent, depth: int) -> None:
        self.nodes += 1
        if depth > MAX_DEPTH:
            message = f"nested deeper than {MAX_DEPTH} levels"
            self._stop(
                _mark(event.start_mark), message, "use fewer levels, or put the value in quotes"
            )
        if self.nodes > MAX_NODES:
            self._stop(
                _mark(event.start_mark), f"more than {MAX_NODES:,} values", "use fewer values"
            )

    def _refuse_beyond_values(self, event: yaml.NodeEvent, node: Node) -> None:
        """Refuse anchors, aliases (YAML 1.2, 7.1) and tags (6.8.1)."""
        tag = getattr(event, "tag", None)
        if tag is not None:
            hint = quote_hint(self._line_at(node.line)) or "leave it out"
            self._add(node, f"tags are not accepted: {tag}", hint)
        if event.anchor is not None:
            what = "aliases" if isinstance(event, yaml.AliasEvent) else "anchors"
            hint = quote_hint(self._line_at(node.line)) or "write the value out"
            self._stop(_mark(event.start_mark), f"{what} are not accepted: {event.anchor}", hint)

    def _refuse_tab(self, number: int) -> None:
        line = self._line_at(number)
        if _TAB_INDENT.match(line):
            self._add_at(number - self.first_line, line.index("\t"), TAB_MESSAGE, TAB_HINT)

    def _add_mistake(self, error: yaml.MarkedYAMLError) -> None:
        mistake = explain(
            error.problem or "",
            _mark(error.problem_mark) if error.problem_mark else None,
            _mark(error.context_mark) if error.context_mark else None,
            # The parser places the end of a text on a line of its own.
            lines=[*self.lines, ""],
            last_quoted=self.quoted,
        )
        # What was refused on that line already is the reason why the parser stumbled there.
        lines = {problem.place.line for problem in self.problems if problem.place}
        if self.first_line + mistake.line not in lines:
            self._add_at(mistake.line, mistake.column, mistake.message, mistake.hint)

    def _line_at(self, number: int) -> str:
        return self.lines[number - self.first_line]

    def _stop(self, mark: Mark, message: str, hint: str) -> NoReturn:
        self._add_at(mark.line, mark.column, message, hint)
        raise _StopError

    def _add(self, node: Node, message: str, hint: str) -> None:
        self._add_at(node.line - self.first_line, node.column - 1, message, hint)

    def _add_at(self, line: int, column: int, message: str, hint: str) -> None:
        line = min(line, len(self.lines) - 1)
        place = Place(path=self.path, line=self.first_line + line, column=column + 1)
        self.problems.append(Problem(code="bad-yaml", message=message, place=place, hint=hint))


def _mark(mark: _AnyMark | None) -> Mark:
    """Copy a position out of the parser; both loaders give one with every event."""
    return Mark(mark.line, mark.column) if mark else Mark(0, 0)


def _invisible(character: str) -> str:
    return f"the invisible character U+{ord(character):04X}"
