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
    assert (problem.code, problem.hint) == ("unknown-language", 'did you mean "es"?')
    assert not (root / "content").exists()


def test_a_translation_is_of_a_file_of_this_site(root: Path) -> None:
    """A file that is not there, or elsewhere, is refused."""
    for source in ("content/posts/none.md", "../../etc/passwd"):
        (problem,) = _new(root, "translation", source, "es").problems
        assert problem.code == "file-missing"


def _site(root: Path, languages: str) -> Path:
    (root / "site.yml").write_text(f"title: T\nurl: https://a.org\nlanguages: {languages}\n")
    (root / "content/posts").mkdir(parents=True, exist_ok=True)
    (root / "content/posts/2026-01-31-sea.md").write_text("---\ntitle: Sea\n---\nText\n")
    return root


def test_with_one_other_language_a_translation_is_into_that_one(root: Path) -> None:
    """Nothing is asked that has one answer."""
    _site(root, "[en, es]")
    outcome = _new(root, "translation", "content/posts/2026-01-31-sea.md")
    assert outcome.value == " ✓ content/posts/2026-01-31-sea-es.md"


def test_a_text_is_not_translated_into_its_own_language(root: Path) -> None:
    """What is missing is named, and nothing is written."""
    _site(root, "[en, es, fr]")
    _new(root, "translation", "content/posts/2026-01-31-sea.md", "es")
    before = sorted(root.rglob("*"))
    for language in ("", "en"):
        (problem,) = _new(root, "translation", "content/posts/2026-01-31-sea.md", language).problems
        assert "is in English; translate it into which?" in problem.message
        assert problem.hint == "these are missing: --lang fr"
    (problem,) = _new(root, "translation", "content/posts/2026-01-31-sea-es.md", "es").problems
    assert "is in Español" in problem.message
    assert sorted(root.rglob("*")) == before


def test_a_translation_needs_a_second_language(root: Path) -> None:
    """The hint names the file to change, also for a language that the site does not list."""
    _site(root, "[en]")
    (problem,) = _new(root, "translation", "content/posts/2026-01-31-sea.md").problems
    assert problem.hint == "the site has no other language: add one to languages in site.yml"
    (problem,) = _new(root, "translation", "content/posts/2026-01-31-sea.md", "es").problems
    assert problem.hint == "add es to languages in site.yml"


def test_what_is_there_already_has_a_hint_that_fits(root: Path) -> None:
    """A second translation is not helped by another title, nor a second site."""
    _site(root, "[en, es]")
    for _ in range(2):
        translation = _new(root, "translation", "content/posts/2026-01-31-sea.md", "es")
        site = _new(root, "site", "My Blog")
    assert [one.hint for one in translation.problems] == ["open it, or take another --lang"]
    assert [one.hint for one in site.problems] == ["it is a site already: cd 'My Blog'"]


def test_a_translation_has_the_ending_of_its_original(root: Path) -> None:
    """A text of HTML read as Markdown would be another text."""
    file = root / "content/posts/2026-01-31-sea-en.html"
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitle: Sea\n---\n<p>Text</p>\n")
    outcome = _new(root, "translation", "content/posts/2026-01-31-sea-en.html")
    assert outcome.value == " ✓ content/posts/2026-01-31-sea-es.html"
    assert "<p>Text</p>" in (root / "content/posts/2026-01-31-sea-es.html").read_text()


def test_a_new_text_asks_in_its_own_language_to_be_written(root: Path) -> None:
    """A Spanish post does not begin with English words."""
    _new(root, "post", "Mar", "es")
    assert "\nEscribe aquí.\n" in (root / "content/posts/2026-01-31-mar-es.md").read_text()


def test_a_translation_shows_the_words_of_its_address(root: Path) -> None:
    """A Spanish address in English was seen only once it was public; the note is in Spanish."""
    _site(root, "[en, es]")
    _new(root, "translation", "content/posts/2026-01-31-sea.md")
    text = (root / "content/posts/2026-01-31-sea-es.md").read_text()
    assert 'slug: "sea"  # las palabras de la dirección; tradúcelas también\n' in text


@pytest.mark.parametrize(
    ("name", "front"),
    [("sea", "slug: the-sea"), ("sea", "permalink: /sea/"), ("index", "title: Home")],
)
def test_an_address_that_is_said_already_is_not_said_twice(
    root: Path, name: str, front: str
) -> None:
    """What the original says of its address comes along; the home page is always the home page."""
    (root / "content/pages").mkdir(parents=True)
    (root / f"content/pages/{name}-en.md").write_text(f"---\n{front}\n---\nText\n")
    _new(root, "translation", f"content/pages/{name}-en.md", "es")
    text = (root / f"content/pages/{name}-es.md").read_text()
    assert text.startswith(f"---\n{front}\nlang: es\n")
