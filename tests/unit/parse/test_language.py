"""Which language a text is in."""

import pytest

from tests.drawing import config_of, documents_of


@pytest.mark.parametrize(
    ("drawing", "code", "rule"),
    [
        ("2023-01-01-a", "en", "default"),
        ("2023-01-01-a-es", "es", "file name"),
        ("es/2023-01-01-a", "es", "folder"),
        ("2023-01-01-a lang=es", "es", "front matter"),
    ],
)
def test_the_first_that_speaks_decides(drawing: str, code: str, rule: str) -> None:
    """Front matter, then the name, then the folder, then the site's default; the rule is kept."""
    (document,) = documents_of(f"posts\n  {drawing}")
    language = document.meta.language
    assert (language.value, language.rule) == (code, rule)


def test_places_that_disagree_are_an_error() -> None:
    """A Spanish file name over a text that says en is told, not guessed."""
    with pytest.raises(AssertionError, match="language-conflict"):
        documents_of("posts\n  2023-01-01-a-es lang=en", config_of())
