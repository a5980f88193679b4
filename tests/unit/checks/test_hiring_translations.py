"""Does a translated hiring page say all that its original says, item by item?"""

from __future__ import annotations

import pytest

from site_builder.checks.hiring_translations import check_hiring_translations
from tests.drawing import plan_of, site_of

JOBS = "[In Guangzhou or remote, Like Paul Graham, In English, From 30k]"
TOOLS = "[{name: Cloud, keywords: [AWS, Azure]}, {name: Math, keywords: [Algebra, LaTeX]}]"


def told(english: str, spanish: str) -> list[str]:
    """What is said of a page and its translation."""
    drawing = (
        f'pages\n  hire-en layout=hiring "{english}"\n'
        f'  hire-es layout=hiring translated "{spanish}"\n'
    )
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    problems = list(check_hiring_translations(site, plan))
    assert {one.code for one in problems} <= {"hiring-translation"}
    return [f"{one.place}: {one.message}" for one in problems]


def test_a_page_of_the_same_shape_is_silent() -> None:
    """Translated words are other words."""
    spanish = "requirements=[En Guangzhou, Paul Graham, En inglés, Desde 30k]"
    assert told(f"requirements={JOBS}", spanish) == []


@pytest.mark.parametrize(
    ("spanish", "missing"),
    [
        ("[Como Paul Graham, En inglés, Desde 30k]", "In Guangzhou or remote"),
        ("[En Guangzhou o remoto, En inglés, Desde 30k]", "Like Paul Graham"),
        ("[En Guangzhou o remoto, Como Paul Graham, Desde 30k]", "In English"),
        ("[En Guangzhou o remoto, Como Paul Graham, En inglés]", "From 30k"),
    ],
)
def test_a_missing_item_is_named_with_its_place_in_the_original(spanish: str, missing: str) -> None:
    """Names and numbers tell which items belong together, so the one alone is known."""
    (said,) = told(f"requirements={JOBS}", f"requirements={spanish}")
    assert said.startswith("content/pages/hire-es.md:5:15: requirements: missing: ")
    assert f'"{missing}" (content/pages/hire-en.md:4:' in said


def test_a_missing_word_is_named_in_its_group() -> None:
    """Exactly where the others are the same in both languages, else those among which it is."""
    less = TOOLS.replace("AWS, ", "").replace("Algebra, LaTeX", "Álgebra")
    group, other = told(f"tools={TOOLS}", f"tools={less}")
    assert group.startswith("content/pages/hire-es.md:5:9: tools: Cloud: missing: AWS (content/")
    assert "tools: Math: missing: 1 of Algebra, LaTeX (content/" in other


def test_a_missing_group_and_an_item_beyond_are_named() -> None:
    """A group by its name in the original; an item that only the translation has by its own."""
    (said,) = told(f"tools={TOOLS}", "tools=[{name: Nube, keywords: [AWS, Azure]}]")
    assert 'tools: missing: "Math" (content/pages/hire-en.md:4:' in said
    (said,) = told("ideas=[GPT for houses]", "ideas=[GPT para casas, Otra idea nueva]")
    assert said == 'content/pages/hire-es.md:5:25: ideas: only here: "Otra idea nueva"'


def test_a_whole_list_can_be_missing() -> None:
    """Each of its items is named, at the file."""
    said = told("projects=[{name: A}, {name: B}]", "title=Hola")
    assert [one.partition(" (")[0] for one in said] == [
        'content/pages/hire-es.md: projects: missing: "A"',
        'content/pages/hire-es.md: projects: missing: "B"',
    ]
