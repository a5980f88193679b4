"""XML written through a tree, and what is written as a tree would write it."""

from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st

from site_builder.render.xml import as_attribute, as_text, child, document, legal


def test_text_is_escaped_and_illegal_characters_are_dropped() -> None:
    """Whatever a title holds, the file parses and gives the text back."""
    root = Element("r")
    child(root, "t", "a < b & \x00c\x0b", xml__lang="zh-Hant")
    parsed = fromstring(document(root))
    assert parsed.findtext("t") == "a < b & c"
    assert legal("\ufffe\ud7ff") == "\ud7ff"


@given(st.text() | st.text("&<>\"'\t\n\r \x00\ufffea"))
def test_what_is_written_without_a_tree(value):
    """It is spelled as the tree spells it, character by character."""
    element = Element("a", b=legal(value))
    element.text = legal(value)
    spelled = tostring(element, encoding="unicode", short_empty_elements=False)
    assert spelled == f'<a b="{as_attribute(value)}">{as_text(value)}</a>'
