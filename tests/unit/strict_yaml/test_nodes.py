"""The nodes that YAML is read into."""

from __future__ import annotations

from site_builder.strict_yaml import MappingNode, ScalarNode, SequenceNode, kind_of


def scalar(text: str) -> ScalarNode:
    """Draw a scalar."""
    return ScalarNode(text=text, plain=True, line=1, column=1)


def test_a_mapping_gives_the_value_of_a_key() -> None:
    """A key that is not there gives None."""
    mapping = MappingNode(entries=((scalar("a"), scalar("1")),), line=1, column=1)
    assert mapping.get("a") == scalar("1")
    assert mapping.get("b") is None


def test_a_node_is_named_in_messages_by_what_it_is() -> None:
    """A text is shown shortened and on one line."""
    assert kind_of(SequenceNode(items=(), line=1, column=1)) == "a list"
    assert kind_of(MappingNode(entries=(), line=1, column=1)) == "a mapping"
    assert kind_of(scalar("one\ntwo")) == '"one two"'
    assert kind_of(scalar("x" * 50)) == '"' + "x" * 39 + '…"'
