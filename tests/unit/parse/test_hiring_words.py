"""The words by which a hiring page in plain Markdown is understood."""

from __future__ import annotations

import pytest

from site_builder.model.hiring import LISTS, SECTIONS, Years
from site_builder.parse.hiring_words import (
    GROUPS,
    HEADINGS,
    YEARS,
    role_of_group,
    role_of_heading,
    years_of,
)

LANGUAGES = {"en", "zh", "zh-Hant", "ja", "es", "hi", "fr", "de", "ar"}


def test_every_role_has_words_in_every_language() -> None:
    """Nine languages, none forgotten."""
    assert set(HEADINGS) == set(SECTIONS)
    assert all(set(table) == LANGUAGES for table in (*HEADINGS.values(), *GROUPS.values(), YEARS))


@pytest.mark.parametrize("role", SECTIONS)
def test_a_heading_of_these_words_is_recognised_in_every_language(role: str) -> None:
    """The words themselves, alone and in capitals, mean their section."""
    for phrases in HEADINGS[role].values():
        for phrase in phrases:
            assert role_of_heading(phrase) == role, phrase
            assert role_of_heading(f"{phrase.upper()}!") == role, phrase


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Habilidades y Herramientas", "skills"),
        ("Requisitos del Trabajo", "requirements"),
        ("Trabajos de IA", "projects"),
        ("Ideas de IA", "ideas"),
        ("Por Favor, Ayúdame", "contact"),
        ("Tools and skills", "tools"),
        ("Situación Financiera", ""),
        ("¡IA, ¡Aquí Voy!", ""),
        ("A skillset of mine", ""),
        ("我的技能与工具", "skills"),
        ("私のスキル", "skills"),
        ("متطلبات العمل", "requirements"),
        ("काम की आवश्यकताएँ", "requirements"),
        ("Meine Fähigkeiten", "skills"),
        ("Mes compétences", "skills"),
        ("", ""),
    ],
)
def test_a_heading_may_say_more(heading: str, role: str) -> None:
    """Whole words count, the first of them decides; other headings are the author's own."""
    assert role_of_heading(heading) == role


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Lenguaje natural", "languages"),
        ("Natural language", "languages"),
        ("Lenguaje", ""),
        ("Lenguaje específico del dominio", ""),
        ("Programming languages", ""),
        ("Aprendizaje actual", "learning"),
        ("Aprendizaje automático", ""),
        ("自然语言", "languages"),
        ("学習中", "learning"),
    ],
)
def test_a_group_is_known_by_its_whole_label(label: str, role: str) -> None:
    """Programming languages are not spoken, machine learning is not being learned."""
    assert role_of_group(label) == role


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [
        ("5 or more years of experience", 5, None),
        ("5+ years", 5, None),
        ("3–4 years", 3, 4),
        ("3 to 4 years of experience", 3, 4),
        ("Less than 1 year of experience", 0, 1),
        ("less than a year", 0, 1),
        ("5 o más años de experiencia", 5, None),
        ("3 a 4 años de experiencia", 3, 4),
        ("Menos de 1 año de experiencia", 0, 1),
        ("5年以上", 5, None),
        ("五年以上经验", 5, None),
        ("3至4年", 3, 4),
        ("不到1年", 0, 1),
        ("5 年以上經驗", 5, None),
        ("少於1年", 0, 1),
        ("３〜４年", 3, 4),
        ("1年未満", 0, 1),
        ("5 वर्ष या अधिक", 5, None),
        ("३ से ४ वर्ष", 3, 4),
        ("1 वर्ष से कम", 0, 1),
        ("5 ans ou plus d'expérience", 5, None),
        ("de 3 à 4 ans", 3, 4),
        ("moins d’un an", 0, 1),
        ("5 oder mehr Jahre Erfahrung", 5, None),
        ("3 bis 4 Jahre", 3, 4),
        ("weniger als 1 Jahr", 0, 1),
        ("5 سنوات أو أكثر", 5, None),
        ("٥ سنوات أو أكثر من الخبرة", 5, None),
        ("من 3 إلى 4 سنوات", 3, 4),
        ("أقل من سنة", 0, 1),
    ],
)
def test_years_are_read_in_every_language(label: str, low: int, high: int | None) -> None:
    """From, up to, between; digits and dashes of every script."""
    assert years_of(label) == Years(min=low, max=high)


@pytest.mark.parametrize("label", ["Frameworks 2023", "HTML 5", "Lenguaje", "Year of birth", "年"])
def test_other_numbers_are_no_years(label: str) -> None:
    """A number alone, or a word alone, is no band."""
    assert years_of(label) is None


def test_lists_are_sections() -> None:
    """Contact is a section without a list."""
    assert set(SECTIONS) - set(LISTS) == {"contact"}
