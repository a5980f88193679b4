"""What the texts of one work have in common: tests/cases/naming.md, whole sites a line."""

import re
from pathlib import Path

import pytest

from site_builder.model.naming import named_key, split_day
from site_builder.model.source import Kind
from tests.drawing import config_of, site_of

CASES = Path(__file__).parents[2] / "cases" / "naming.md"
FILE = re.compile(r"`(posts|pages)/([^`]+)\.md`(?: \(([^)]*)\))?")


def _rows() -> list[tuple[str, str]]:
    part = CASES.read_text(encoding="utf-8").partition("# Which texts are one")[2]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [(line.split("|")[1], line.split("|")[2]) for line in lines]


@pytest.mark.parametrize(("files", "texts"), _rows(), ids=lambda cell: cell.strip())
def test_files_find_each_other(files: str, texts: str) -> None:
    """Every line of the second table of tests/cases/naming.md is true."""
    drawing = "".join(
        f"{folder}\n  {name} {front.replace(': ', '=')}\n"
        for folder, name, front in FILE.findall(files)
    )
    outcome = site_of(drawing, config_of("languages: [en, es, zh, hant]"))
    assert outcome.value is not None
    found = {
        " = ".join(one.meta.language.value for one in work.documents)
        for work in outcome.value.works
    }
    assert found == set(re.findall(r"`([^`]+)`", texts))
    assert {one.code for one in outcome.problems} <= {"two-originals"}


def test_a_day_alone_is_a_name() -> None:
    """A diary needs no slugs; its titles make the addresses."""
    assert split_day("2023-07-20") == ("2023-07-20", "")
    assert split_day("notes") == ("", "notes")


def test_a_translation_key_may_be_the_name_of_the_original() -> None:
    """Then only the translation has to say it."""
    assert named_key(Kind.POST, "23-7-20-The-Sea") == "post:2023-07-20:the-sea"
    assert named_key(Kind.POST, "the-sea") == "post:key:the-sea"
    assert named_key(Kind.PAGE, "docs/about") == "page:docs:about"
