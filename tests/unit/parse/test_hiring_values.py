"""Reading the values of a hiring page's front matter."""

from __future__ import annotations

from site_builder.model.body import MarkdownSettings
from site_builder.parse.hiring_values import HiringValues
from site_builder.strict_yaml import MappingNode, load


def reader_of(text: str) -> tuple[HiringValues, MappingNode]:
    """A reader and the keys of a text."""
    loaded = load(text, path="hire.md", first_line=2)
    assert loaded.value is not None
    return HiringValues("hire.md", MarkdownSettings(), 4), loaded.value


def test_slots_are_numbered_through_sentences_and_links() -> None:
    """Links in sentences and links alone share one numbering, from the first slot on."""
    reader, keys = reader_of("a: '[x](/x/)'\nb: /y/\n")
    text = reader.rich("a", keys.get("a"))
    node = keys.get("b")
    assert node is not None
    assert (text.html, text.text) == ("<a\x004:href\x00>x</a>", "x")
    assert reader.link("b", node, "y") == 5
    assert [(one.slot, one.target) for one in reader.references] == [(4, "/x/"), (5, "/y/")]


def test_each_entry_of_a_list_has_its_place() -> None:
    """The list itself and every entry, in the file's lines."""
    reader, keys = reader_of("list:\n  - a\n  - b\n")
    assert len(list(reader.sentences("list", keys.get("list")))) == 2
    lines = {key: place.line for key, place in reader.places.items()}
    assert lines == {"list": 3, "list[0]": 3, "list[1]": 4}


def test_what_cannot_be_used_is_empty_and_told() -> None:
    """A day that is none and an address that could run code."""
    reader, keys = reader_of("day: 2026-02-30\nweb: javascript:x\n")
    assert reader.day("day", keys.get("day")) == ""
    assert reader.web("web", keys.get("web")) == ""
    assert [one.code for one in reader.fields.problems] == ["bad-date", "bad-value"]
