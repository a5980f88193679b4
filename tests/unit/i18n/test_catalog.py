"""Which phrase a page shows, and what the author hears about those that are missing."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from site_builder.i18n.catalog import Phrases, load_catalog
from site_builder.model.language import Language, known_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_builder.problems import Problem


def languages(*codes: str) -> tuple[Language, ...]:
    found = [known_language(code) for code in codes]
    return tuple(language for language in found if language)


def load(
    codes: Sequence[str], *theme_texts: tuple[str, str, str]
) -> tuple[Mapping[str, Phrases], tuple[Problem, ...]]:
    outcome = load_catalog(languages(*codes), theme_texts)
    assert outcome.value is not None
    return outcome.value, outcome.problems


def test_a_phrase_is_given_with_its_values() -> None:
    """{author} is filled in, and the words are those of the language."""
    catalog, _ = load(["en", "es"])
    assert catalog["en"].text("by_author", author="Ada") == "By Ada"
    assert catalog["es"].text("by_author", author="Ada") == "Por Ada"


def test_a_value_is_never_read_as_a_placeholder() -> None:
    """A tag that is called {tag}, or that looks like Python, stays as it is."""
    catalog, _ = load(["en"])
    assert catalog["en"].text("posts_in_tag", tag="{tag.__class__}") == "Posts on “{tag.__class__}”"


def test_a_placeholder_without_a_value_stays() -> None:
    """Nothing breaks, and the gap can be seen."""
    catalog, _ = load(["en"])
    assert catalog["en"].text("by_author") == "By {author}"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (11, "11 مقالًا"),
        (100, "100 مقال"),
        (4400, "4,400 مقال"),
    ],
)
def test_arabic_counts_posts_in_six_forms(count: int, text: str) -> None:
    """Every number takes its own form of the noun, as CLDR's rule for Arabic says."""
    catalog, _ = load(["ar"])
    assert catalog["ar"].text("posts_count", count=count) == text


def test_spanish_says_de_after_a_million() -> None:
    """Round millions have a form of their own in Spanish and French."""
    catalog, _ = load(["es", "fr"])
    assert catalog["es"].text("posts_count", count=1_000_000) == "1.000.000 de artículos"
    assert catalog["fr"].text("posts_count", count=0) == "0 article"


def test_a_script_of_the_page_can_have_all_forms() -> None:
    """What is counted in the browser needs every form; a plain phrase has only ``other``."""
    catalog, _ = load(["en"])
    assert catalog["en"].forms("search_results") == {
        "one": "{count} result",
        "other": "{count} results",
    }
    assert catalog["en"].forms("home") == {"other": "Home"}


def test_a_phrase_nobody_wrote_is_a_key_error() -> None:
    """A template that asks for a phrase no file has is stopped, not shown with a gap."""
    catalog, _ = load(["en"])
    with pytest.raises(KeyError, match="hero"):
        catalog["en"].text("hero")


def test_a_theme_changes_phrases_and_the_stronger_theme_wins() -> None:
    """Builder < first theme < second theme; what a theme leaves out stays."""
    catalog, problems = load(
        ["es"],
        ("themes/base/phrases/es.yml", "es", "home: Portada\nabout: Sobre mí"),
        ("themes/mine/phrases/es.yml", "es", "home: Casa"),
    )
    assert catalog["es"].text("home") == "Casa"
    assert catalog["es"].text("about") == "Sobre mí"
    assert catalog["es"].text("tags") == "Etiquetas"
    assert problems == ()


@pytest.mark.parametrize("word", ["zh", "cn", "zh-Hans", "ZH-CN"])
def test_a_theme_may_name_its_file_by_any_word_for_the_language(word: str) -> None:
    """zh.yml and zh-Hans.yml are files of the same language."""
    catalog, _ = load(["zh"], (f"themes/mine/phrases/{word}.yml", word, "home: 主页"))
    assert catalog["zh"].text("home") == "主页"


def test_a_phrase_missing_in_one_language_is_shown_in_english_and_told_once() -> None:
    """The author hears the key, the language, and where the phrase is to be found."""
    catalog, problems = load(
        ["en", "es", "fr"],
        ("themes/mine/phrases/en.yml", "en", "\nhero: Hello"),
        ("themes/mine/phrases/fr.yml", "fr", "hero: Bonjour"),
    )
    assert catalog["es"].text("hero") == "Hello"
    [problem] = problems
    assert problem.code == "missing-phrase"
    assert problem.message == 'the phrase "hero" is missing in Español (es)'
    assert str(problem.place) == "themes/mine/phrases/en.yml:2"
    assert problem.hint == 'add "hero" to phrases/es.yml of the theme'


def test_traditional_chinese_falls_back_on_simplified_before_english() -> None:
    """A reader of one way of writing Chinese is helped more by the other than by English."""
    catalog, problems = load(
        ["hant"],
        ("themes/mine/phrases/zh.yml", "zh", "hero: 你好"),
        ("themes/mine/phrases/en.yml", "en", "hero: Hello"),
    )
    assert catalog["hant"].text("hero") == "你好"
    assert [problem.message for problem in problems] == [
        'the phrase "hero" is missing in 繁體中文 (zh-Hant)'
    ]


def test_a_phrase_that_only_another_language_has_is_still_shown() -> None:
    """A theme written in Spanish only gives its English pages Spanish words, and says so."""
    catalog, problems = load(["en", "es"], ("themes/mine/phrases/es.yml", "es", "hero: Hola"))
    assert catalog["en"].text("hero") == "Hola"
    assert [problem.message for problem in problems] == [
        'the phrase "hero" is missing in English (en)'
    ]


def test_a_language_without_any_file_is_one_problem() -> None:
    """Portuguese pages get English words, and the author one line that says what to add."""
    catalog, problems = load(["en", "pt"])
    assert catalog["pt"].text("home") == "Home"
    [problem] = problems
    assert problem.code == "missing-phrase"
    assert problem.message == "there are no phrases in Português (pt); those of en are shown"
    assert "themes/<your theme>/phrases/pt.yml" in problem.hint


def test_a_half_written_language_is_told_key_by_key() -> None:
    """A new file with one phrase shows it, and the rest are named with the file to add them to."""
    catalog, problems = load(["pt"], ("themes/mine/phrases/pt.yml", "pt", "home: Início"))
    assert catalog["pt"].text("home") == "Início"
    assert len(problems) == len(catalog["pt"].entries) - 1
    assert {str(problem.place) for problem in problems} == {"themes/mine/phrases/pt.yml"}


@pytest.mark.parametrize(
    ("tag", "home"),
    [("en-GB", "Home"), ("es-MX", "Inicio"), ("zh-Hant-HK", "首頁"), ("zh-TW", "首頁")],
)
def test_a_regional_language_reads_its_base_without_a_word(tag: str, home: str) -> None:
    """Mexican pages use the Spanish phrases; nothing is missing, so nothing is said."""
    regional = Language(code="mine", tag=tag, name="Mine")
    outcome = load_catalog((regional,), ())
    assert outcome.value is not None
    assert outcome.value["mine"].text("home") == home
    assert outcome.problems == ()


def test_another_script_is_told_as_missing() -> None:
    """Serbian in Latin letters shows the Cyrillic phrases of a theme, and the author hears it."""
    catalog, problems = load(["sr-latn"], ("themes/mine/phrases/sr.yml", "sr", "home: Почетна"))
    assert catalog["sr-latn"].text("home") == "Почетна"
    assert [problem.message for problem in problems] == [
        "there are no phrases in Srpski (latinica) (sr-Latn); those of sr are shown"
    ]


def test_files_of_other_languages_are_not_read() -> None:
    """A theme's mistake in Japanese does not stop a Spanish site."""
    _, problems = load(["es"], ("themes/mine/phrases/ja.yml", "ja", "home: [broken"))
    assert problems == ()


def test_a_broken_file_is_told_once_and_not_as_missing_phrases() -> None:
    """One mistake is one Problem: what the file would have said is not asked for again."""
    catalog, problems = load(
        ["es"],
        ("themes/mine/phrases/en.yml", "en", "hero: Hello"),
        ("themes/mine/phrases/es.yml", "es", "hero: [Hola"),
    )
    assert [problem.code for problem in problems] == ["bad-yaml"]
    assert catalog["es"].text("hero") == "Hello"


def test_a_placeholder_that_no_page_fills_in_is_an_error() -> None:
    """A typing mistake in {language} is found by the build, not by a reader."""
    _, problems = load(
        ["es"], ("themes/mine/phrases/es.yml", "es", "\nread_in: Leer en {lenguage}")
    )
    [problem] = problems
    assert problem.code == "bad-phrase"
    assert problem.message == 'the phrase "read_in" asks for {lenguage}, which no page fills in'
    assert str(problem.place) == "themes/mine/phrases/es.yml:2"
    assert problem.hint == "it may use {language}"


def test_a_phrase_with_nothing_to_fill_in_says_so() -> None:
    """The hint does not offer placeholders where there are none."""
    _, problems = load(["es"], ("themes/mine/phrases/es.yml", "es", "home: Inicio de {site}"))
    assert [problem.hint for problem in problems] == ["this phrase has nothing to fill in"]


def test_a_theme_decides_what_its_own_phrases_fill_in() -> None:
    """For a key that only a theme has, the theme's English text is the measure."""
    _, problems = load(
        ["en", "es"],
        ("themes/mine/phrases/en.yml", "en", "hero: Hello {name}"),
        ("themes/mine/phrases/es.yml", "es", "hero: Hola {nombre}"),
    )
    assert [problem.code for problem in problems] == ["bad-phrase"]


def test_the_digest_changes_exactly_with_the_words() -> None:
    """Pages are rendered again when a phrase of their language changes, and only then."""
    before, _ = load(["en", "es"])
    again, _ = load(["en", "es"])
    after, _ = load(["en", "es"], ("themes/mine/phrases/es.yml", "es", "home: Portada"))
    assert before["es"].digest == again["es"].digest
    assert before["es"].digest != after["es"].digest
    assert before["en"].digest == after["en"].digest
    assert before["en"].digest != before["es"].digest


def test_phrases_can_be_sent_to_another_process() -> None:
    """Rendering in several processes needs them there."""
    catalog, _ = load(["ar"])
    copy = pickle.loads(pickle.dumps(catalog["ar"]))  # noqa: S301 because we wrote it a moment ago
    assert copy == catalog["ar"]
