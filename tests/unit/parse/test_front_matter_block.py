"""Where front matter begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.front_matter_block import Block, read_block


def block(text: str) -> Block:
    """Read a text that must be good."""
    outcome = read_block(text, "a.md")
    assert outcome.problems == ()
    assert outcome.value is not None
    return outcome.value


def refused(text: str) -> str:
    """Read a text that must be refused, and spell why."""
    outcome = read_block(text, "a.md")
    assert outcome.value is None
    (problem,) = outcome.problems
    return f"{problem.place}: {problem.message} | {problem.hint} ({problem.code})"


@pytest.mark.parametrize(
    ("text", "keys", "body", "line"),
    [
        ("---\ntitle: x\n---\nBody\n", ["title"], "Body\n", 4),
        ("---\ntitle: x\n...\nBody\n", ["title"], "Body\n", 4),
        ("---  \ntitle: x\n--- \t\nBody\n", ["title"], "Body\n", 4),
        ("---\n---\nBody\n", [], "Body\n", 3),
        ("---\ntitle: x\n---", ["title"], "", 4),
        ("---\ntitle: x\n---\n", ["title"], "", 4),
        ("---\ntitle: |\n  a\n  ---\n  b\n---\nBody\n", ["title"], "Body\n", 7),
        ("---\ntitle: x\n---\nA\n\n---\n\nB\n", ["title"], "A\n\n---\n\nB\n", 4),
    ],
)
def test_the_block_ends_at_the_first_line_of_dashes_or_dots(
    text: str, keys: list[str], body: str, line: int
) -> None:
    """White space after the dashes does not matter, white space before them does."""
    found = block(text)
    assert [key.text for key, _ in found.keys.entries] == keys
    assert (found.body, found.body_line) == (body, line)


def test_the_body_keeps_every_character() -> None:
    """A code block that opens the body keeps its indentation, and the end its empty lines."""
    body = "\n    code\n\ntext  \n\n\n"
    assert block(f"---\ntitle: x\n---\n{body}").body == body


@pytest.mark.parametrize(
    "text",
    [
        "Only text.\n",
        "\n\nText\n\n---\n\nMore: text\n",
        "Note: this is a heading\n---\nText\n",
        "Title: a heading\n---\nText\n",
        "# Heading\n\ntitle: x\n---\n",
        "\n---\nSome words: others\n",
    ],
)
def test_a_file_without_front_matter_is_all_body(text: str) -> None:
    """Thematic breaks and underlined headings are Markdown."""
    found = block(text)
    assert found.keys.entries == ()
    assert (found.body, found.body_line) == (text, 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Never closed\ndate: 2026-01-15\n\nBADBODY\n", 3),
        ("---\ndraft: true\npublished: false\ntitle: X\ndate: 2026-01-15\n\nDRAFTBODY\n", 5),
        ("---\ntags:\n  - a\n- b\n\nText\n", 4),
        ("---\ntitle: x\n ---\nText\n", 3),
        ("---\ntitle: x\n----\nText\n", 2),
        ("---\n", 1),
        ("---", 1),
    ],
)
def test_an_unclosed_block_is_never_taken_for_text(text: str, line: int) -> None:
    """The message points at line 1, the hint at the last key."""
    assert refused(text) == (
        "a.md:1:1: the front matter that opens here is never closed | "
        f"add a line with three dashes under the last key (line {line}) (bad-front-matter)"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\n---\ndraft: true\n---\n", "a.md:2:1"),
        (" ---\ndraft: true\n---\n", "a.md:1:1"),
        ("----\ndraft: true\n----\n", "a.md:1:1"),
        ("--\ndraft: true\n--\n", "a.md:1:1"),
        ("—\ndraft: true\n—\n", "a.md:1:1"),
        ("—-\ndraft: true\n—-\n", "a.md:1:1"),
        ("\ufeff---\ndraft: true\n---\n", "a.md:1:1"),
        ("\u200b---\ndraft: true\n---\n", "a.md:1:1"),
        ("---\xa0\ndraft: true\n---\n", "a.md:1:1"),
        ("----\n\nmood: x\nDraft: true\n----\n", "a.md:1:1"),
    ],
)
def test_front_matter_that_nearly_opens_is_never_taken_for_text(text: str, place: str) -> None:
    """An empty line, a space, a dash too many: the author meant front matter."""
    assert refused(text) == (
        f"{place}: front matter opens with --- alone on line 1, at the first column | "
        "make the first line of the file three dashes (bad-front-matter)"
    )


@pytest.mark.parametrize(
    "text", ["draft: true\n---\nText\n", "title: x\nlang: en\n---\nText\n", "\nDraft: true\n---\n"]
)
def test_keys_that_nothing_opens_are_never_taken_for_text(text: str) -> None:
    """The first line of dashes was lost."""
    assert "keys without a line of --- above them" in refused(text)


def test_toml_is_named() -> None:
    """Hugo's other front matter is not ours."""
    assert refused("+++\ndraft = true\n+++\n") == (
        "a.md:1:1: front matter in TOML is not read | write YAML between lines of --- "
        "(bad-front-matter)"
    )


def test_what_is_wrong_inside_is_told_with_the_line_of_the_file() -> None:
    """The block begins on line 2."""
    assert refused("---\ntitle: x\ntitle: y\n---\n").startswith("a.md:3:1: ")


@given(st.text(alphabet=st.sampled_from("ab: \n#-é"), max_size=60).map(lambda text: text + "\n"))
def test_head_and_body_are_the_whole_file(body: str) -> None:
    """Nothing is lost and no line is counted wrongly, whatever the body is."""
    text = f"---\ntitle: x\n---\n{body}"
    found = block(text)
    assert found.body == body
    assert "\n".join(text.split("\n")[found.body_line - 1 :]) == body


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("title: Uno\ndraft: true\n\nText.\n", True),
        ("draft: true\n\nText.\n", True),
        ("title: Uno\ntags:\n- a\n", True),
        ("title: a word of its own\n\nText.\n", False),
        ("Warning: hot\nDate: today\n\nText.\n", False),
        ("title: Uno\ndate: never\nand so on, in prose\n", False),
    ],
)
def test_keys_whose_dashes_were_forgotten_altogether(text: str, is_refused: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """A draft would else be published, with its `draft: true` for all to read."""
    outcome = read_block(text, "a.md")
    assert (outcome.value is None) is is_refused
    assert [problem.code for problem in outcome.problems] == ["bad-front-matter"] * is_refused
