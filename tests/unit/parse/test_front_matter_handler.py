"""Front matter that is more than plain goes through python-frontmatter into our strict reader."""

import re

from site_builder.parse.front_matter_handler import StrictHandler
from tests.drawing import codes

CLOSING = re.compile(r"^---\n", re.MULTILINE)


def test_the_keys_come_with_their_places() -> None:
    """The line of a key is its line in the file."""
    between = "tags:\n- a\n- b\n"
    outcome = StrictHandler(between, "a.md", CLOSING).read(f"---\n{between}---\n")
    assert outcome.value is not None
    ((key, tags),) = outcome.value.entries
    assert (key.text, key.line) == ("tags", 2)
    assert [item.line for item in tags.items] == [3, 4]


def test_what_is_wrong_is_told_and_nothing_is_read() -> None:
    """As it would be of site.yml."""
    between = "a: *b\n"
    outcome = StrictHandler(between, "a.md", CLOSING).read(f"---\n{between}---\n")
    assert outcome.value is None
    assert codes(outcome.problems) == ["bad-yaml"]
