"""The one door for YAML: text in, frozen nodes with line and column out, or Problems.

YAML can say more than an author of a site needs, and some of it is dangerous: aliases that grow
without end, tags that build objects, brackets so deep that the C composer crashes the process. So
only the parser's *events* are read, in one pass, and everything beyond keys, values and lists is
refused with its place. Nothing is guessed either: every value stays the text that was typed, and
the readers (``as_text``, ``as_bool`` …) turn it into what a key needs.

reader    any YAML, by the events of a parser
plain     what most texts have, without one: the parser is imported for the first that has more
"""

from __future__ import annotations

from site_builder.problems import Outcome
from site_builder.strict_yaml.fields import Fields
from site_builder.strict_yaml.nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    kind_of,
    place_of,
)
from site_builder.strict_yaml.plain import read_plain
from site_builder.strict_yaml.values import (
    Misfit,
    as_bool,
    as_int,
    as_mapping,
    as_sequence,
    as_text,
    as_text_list,
    is_null,
)

__all__ = [
    "Fields",
    "MappingNode",
    "Misfit",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "as_bool",
    "as_int",
    "as_mapping",
    "as_sequence",
    "as_text",
    "as_text_list",
    "is_null",
    "kind_of",
    "load",
    "place_of",
    "read_plain",
]


def load(text: str, *, path: str, first_line: int = 1) -> Outcome[MappingNode]:
    """Read YAML whose root is a mapping; no text at all is an empty mapping.

    ``first_line`` is the line of the file ``path`` on which ``text`` begins. Every Problem is
    ``bad-yaml`` with line and column; after any of them the value is None.
    """
    plain = read_plain(text, first_line)
    if plain is not None:
        return Outcome(value=plain)
    # Imported here: what is plain needs no parser.
    from site_builder.strict_yaml.reader import read

    return read(text, path=path, first_line=first_line)
