"""Beginnings: a file with the right name and front matter."""

from pathlib import Path

import pytest

from site_builder.problems import Outcome
from site_builder.scaffold.new import Wish, new


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = "title: T\nurl: https://example.org\nlanguages: [en, es]\n"
    (tmp_path / "site.yml").write_text(text, encoding="utf-8")
    return tmp_path


def _new(root: Path, kind: str, title: str, language: str = "") -> Outcome[str]:
    return new(Wish(kind=kind, title=title, language=language, today="2026-01-31"), root)


def test_a_post_is_named_by_day_title_and_language(root: Path) -> None:
    """Any title is a good YAML text, whatever quotes it holds."""
    assert _new(root, "post", 'हिन्दी "भाषा": one', "es").value is not None
    (path,) = root.glob("content/posts/*")
    assert path.name == "2026-01-31-हिन्दी-भाषा-one-es.md"
    assert 'title: "हिन्दी \\"भाषा\\": one"' in path.read_text(encoding="utf-8")


def test_nothing_is_overwritten(root: Path) -> None:
    """A second page of the same title is refused."""
    assert _new(root, "page", "About").value is not None
    assert [one.code for one in _new(root, "page", "About").problems] == ["file-exists"]


def test_an_unknown_language_is_answered_with_the_known_ones(root: Path) -> None:
    """A typo gets its suggestion, and no file is made."""
    (problem,) = _new(root, "post", "x", "ess").problems
    assert (problem.code, problem.hint) == ("unknown-language", "did you mean es?")
    assert not (root / "content").exists()


def test_a_translation_is_of_a_file_of_this_site(root: Path) -> None:
    """A file that is not there, or elsewhere, is refused."""
    for source in ("content/posts/none.md", "../../etc/passwd"):
        (problem,) = _new(root, "translation", source, "es").problems
        assert problem.code == "file-missing"
