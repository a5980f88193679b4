"""XML written through a tree."""

from xml.etree.ElementTree import Element, fromstring

from site_builder.render.xml import child, document, legal


def test_text_is_escaped_and_illegal_characters_are_dropped() -> None:
    """Whatever a title holds, the file parses and gives the text back."""
    root = Element("r")
    child(root, "t", "a < b & \x00c\x0b", xml__lang="zh-Hant")
    parsed = fromstring(document(root))
    assert parsed.findtext("t") == "a < b & c"
    assert legal("\ufffe\ud7ff") == "\ud7ff"
