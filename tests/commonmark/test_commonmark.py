"""CommonMark 0.31.2, example by example: all but those that docs/markdown.md names and explains."""

import re
from pathlib import Path
from typing import Final

from site_builder.model.body import MarkdownSettings
from site_builder.parse.markdown import render_markdown
from tests.commonmark.suite import drawn, examples, folded

PAGE: Final = Path(__file__).parents[2] / "docs/markdown.md"
ROW: Final = re.compile(r"^\| (\d+(?:, \d+)*) \|", re.MULTILINE)


def named() -> set[int]:
    """The numbers of the examples in the page's table of differences."""
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return {int(number) for row in rows for number in row.split(", ")}


def test_every_example_but_the_named_ones():
    """Each example is drawn as the suite has it. A difference that is not named in
    docs/markdown.md is a fault, and so is a named one that is no more.
    """
    seen = {}
    for example in examples():
        outcome = render_markdown(
            example.markdown, path="x.md", first_line=1, settings=MarkdownSettings()
        )
        ours, theirs = drawn(outcome.value), folded(example.html)
        if ours != theirs:
            seen[example.number] = f"{example.markdown}\n--- CommonMark\n{theirs}\n--- ours\n{ours}"
    assert example.number == 652
    new = {number: what for number, what in seen.items() if number not in named()}
    assert not new, "\n".join(f"example {number}:\n{what}" for number, what in new.items())
    assert not named() - set(seen), "named in docs/markdown.md, but drawn as CommonMark has them"
