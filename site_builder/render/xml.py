"""XML: written through a tree, but for the one file that has too many elements for that."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_builder.escaping import escape, escape_text
from site_builder.patterns import late

_ILLEGAL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids even as references: all but production 2, Char."""
_BREAKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#09;"})


DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def as_text(value: str) -> str:
    """Spell what stands between two tags."""
    return escape_text(legal(value))


def as_attribute(value: str) -> str:
    """Spell what stands between the double quotes of an attribute."""
    text = as_text(value).replace('"', "&quot;")
    return text if value.isprintable() else text.translate(_BREAKS)


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with text, both freed of characters that XML forbids."""
    cleaned = {name.replace("__", ":"): legal(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, cleaned)
    element.text = legal(text) or None
    return element


def legal(text: str) -> str:
    """Drop the characters that XML forbids, of which none is printable."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def document(root: Element, style_href: str = "") -> bytes:
    """Spell the tree as UTF-8, indented, with a declaration and, if given, a style sheet."""
    indent(root)
    spelled: bytes = tostring(root, encoding="utf-8")
    style = f'<?xml-stylesheet type="text/css" href="{escape(style_href)}"?>\n'
    head = DECLARATION + (style if style_href else "")
    return head.encode() + spelled + b"\n"
