"""What the path of a Markdown file says by itself; the examples are in tests/cases/naming.md."""

from pathlib import Path

import pytest

from site_builder.discover.naming import is_markdown, language_words, name_facts
from site_builder.model.language import Language
from site_builder.model.source import Kind

LANGUAGES = (
    Language(code="en", tag="en", name="English", direction="ltr", aliases=()),
    Language(code="es", tag="es", name="Español", direction="ltr", aliases=()),
    Language(code="zh", tag="zh-Hans", name="简体中文", direction="ltr", aliases=("cn",)),
    Language(code="hant", tag="zh-Hant", name="繁體中文", direction="ltr", aliases=("tw",)),
)
WORDS = language_words(LANGUAGES)
CASES = Path(__file__).parents[2] / "cases" / "naming.md"


def _rows() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| `") and line.count("|") > 3]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_name_says_date_slug_and_language(row: list[str]) -> None:
    """Every row of tests/cases/naming.md is true."""
    path, day, slug, suffix, folder = row
    kind, _, rest = path.partition("/")
    facts = name_facts(Kind.POST if kind == "posts" else Kind.PAGE, rest, WORDS)
    assert [facts.day, facts.slug, facts.suffix, facts.folder] == [day, slug, suffix, folder]


def test_one_name_has_many_spellings() -> None:
    """A name typed on a Mac, whose disk parts accents from letters, is the same name elsewhere."""
    keys = {
        name_facts(Kind.POST, path, WORDS).key
        for path in (
            "2023-07-20-t\u00edtulo.md",
            "2023-07-20-ti\u0301tulo-es.md",
            "23-7-20-Título.md",
        )
    }
    assert keys == {"post:2023-07-20:t\u00edtulo"}


def test_pages_of_different_folders_are_different_works() -> None:
    """A page is known by its path without the language."""
    one = name_facts(Kind.PAGE, "docs/guide-es.md", WORDS)
    other = name_facts(Kind.PAGE, "guide-es.md", WORDS)
    same = name_facts(Kind.PAGE, "es/docs/guide.md", WORDS)
    assert one.key != other.key
    assert one.key == same.key


def test_only_markdown_endings_are_texts() -> None:
    """Jekyll's .md.off trick hides a file here too: it is no Markdown file."""
    assert is_markdown("a.md")
    assert is_markdown("a.MARKDOWN")
    assert not is_markdown("a.md.off")
    assert not is_markdown("a.txt")
