"""Which language a text is in."""

import pytest

from tests.drawing import config_of, documents_of, problems_of


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


@pytest.mark.parametrize(
    "drawing",
    ["2023-01-01-a-cn lang=zh", "zh/2023-01-01-a-cn", "cn/2023-01-01-a lang=zh-Hans"],
)
def test_words_for_one_language_agree(drawing: str) -> None:
    """Code, tag and alias are the same language, wherever each of them stands."""
    (document,) = documents_of(f"posts\n  {drawing}", config_of("languages: [en, zh]"))
    assert document.meta.language.value == "zh"


@pytest.mark.parametrize(
    ("drawing", "message"),
    [
        (
            "2023-01-01-a-es lang=en",
            'the front matter says the language is "en", the name 2023-01-01-a-es.md says "es"',
        ),
        (
            "es/2023-01-01-a lang=en",
            'the front matter says the language is "en", the folder es/ says "es"',
        ),
        (
            "es/2023-01-01-a-en",
            'the name 2023-01-01-a-en.md says the language is "en", the folder es/ says "es"',
        ),
    ],
)
def test_places_that_disagree_are_an_error(drawing: str, message: str) -> None:
    """Nothing is guessed: the message names both places."""
    (problem,) = problems_of(f"posts\n  {drawing}")
    assert (problem.code, problem.message) == ("language-conflict", message)


def test_a_word_of_the_title_that_is_a_language_has_its_way_out() -> None:
    """A post called say-hi, in English, on a site that is written in Hindi too."""
    config = config_of("languages: [en, hi]")
    (problem,) = problems_of("posts\n  2023-01-01-say-hi lang=en", config)
    assert problem.hint.endswith('if "hi" belongs to the slug, name it 2023-01-01-say-hi-en.md')
    (document,) = documents_of("posts\n  2023-01-01-say-hi-en lang=en", config)
    assert (document.meta.slug.value, document.meta.language.value) == ("say-hi", "en")
