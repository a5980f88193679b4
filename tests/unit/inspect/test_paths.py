"""Files as they are typed at the command line."""

import unicodedata
from pathlib import Path

import pytest

from site_builder.inspect.paths import named_texts

ROOT = Path("/site")
KNOWN = ("content/posts/2023-01-02-café-en.md", "content/pages/about-en.md")


@pytest.mark.parametrize(
    ("typed", "here"),
    [
        ("content/pages/about-en.md", "/site"),
        ("./content/pages/about-en.md", "/site"),
        ("about-en.md", "/site/content/pages"),
        ("../pages/about-en.md", "/site/content/posts"),
        ("/site/content/pages/about-en.md", "/elsewhere"),
        ("content/pages/about-en.md", "/elsewhere"),
        ("site/content/pages/about-en.md", "/"),
    ],
)
def test_a_file_is_found_from_wherever_it_is_typed(typed: str, here: str) -> None:
    """Relative to where one is, relative to the site, or absolute."""
    assert named_texts([typed], ROOT, Path(here), KNOWN).value == ("content/pages/about-en.md",)


def test_accents_may_be_spelled_in_either_way() -> None:
    """What a terminal on macOS completes is decomposed."""
    typed = unicodedata.normalize("NFD", KNOWN[0])
    assert named_texts([typed], ROOT, ROOT, KNOWN).value == (KNOWN[0],)


def test_a_file_that_is_not_there_is_a_problem_with_the_nearest_name() -> None:
    """Each unknown file is named; nothing is done with the others."""
    outcome = named_texts(["content/pages/abuot-en.md", KNOWN[0], "x"], ROOT, ROOT, KNOWN)
    assert outcome.value is None
    near, far = outcome.problems
    assert near.hint == "did you mean content/pages/about-en.md?"
    assert (far.code, far.hint) == ("file-missing", "")
