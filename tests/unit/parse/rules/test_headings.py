"""Headings; tests/cases/markdown/heading_ids.md has more about ids."""


def test_facts(body):
    """Each heading is told with its level, id, words and line."""
    headings = body("# One *two*\n\n> ## In `quote`\n\nThree\n-----\n").headings
    assert [(h.level, h.id, h.text, h.line) for h in headings] == [
        (1, "one-two", "One two", 10),
        (2, "in-quote", "In quote", 12),
        (2, "three", "Three", 14),
    ]


def test_levels_stay(body):
    """A heading keeps the level that was typed, the first one too."""
    assert body("# a\n###### b").html.count("<h1") == 1


def test_picture_alone(body):
    """A picture's words are in the text of a heading, not in its id."""
    (heading,) = body("# ![Logo](a.png)").headings
    assert (heading.id, heading.text) == ("section", "Logo")


def test_typed_id_at_another_heading(body):
    """An id typed later is not given to an earlier heading."""
    assert [h.id for h in body("# A\n# B {#a}").headings] == ["a-1", "a"]


def test_empty(body):
    """A heading without words still has an id."""
    assert [h.id for h in body("#\n\n##").headings] == ["section", "section-1"]
