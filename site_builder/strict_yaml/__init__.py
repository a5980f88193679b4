"""The one door for YAML: text in, frozen nodes with line and column out, or Problems.

YAML can say more than an author of a site needs, and some of it is dangerous: aliases that grow
without end, tags that build objects, brackets so deep that the C composer crashes the process. So
only the parser's *events* are read, in one pass, and everything beyond keys, values and lists is
refused with its place. Nothing is guessed either: every value stays the text that was typed, and
the readers (``as_text``, ``as_bool`` …) turn it into what a key needs.
"""

from site_builder.strict_yaml.fields import Fields
from site_builder.strict_yaml.nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    kind_of,
    place_of,
)
from site_builder.strict_yaml.reader import MAX_BYTES, MAX_DEPTH, MAX_NODES, load
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
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
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
]
