"""Has a translation all parts of its original?"""

from site_builder.checks.translations import check_code, check_parts, pairs
from site_builder.problems import Problem
from tests.drawing import plan_of, site_of

ORIGINAL = "## One\\n\\na [b](https://x.org/)\\n\\n## Two\\n\\n```sh\\nls\\n```\\n\\n- i\\n- j"


def _drawing(translation: str, flags: str = "translated") -> str:
    return (
        f'posts\n  2023-01-01-a-en body="{ORIGINAL}"\n'
        f'  2023-01-01-a-es {flags} body="{translation}"'
    )


def _problems(translation: str, flags: str = "translated") -> list[Problem]:
    drawing = _drawing(translation, flags)
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    return [*check_parts(site, plan), *check_code(site, plan)]


def test_the_same_parts_are_silent() -> None:
    """Words differ, parts do not."""
    assert _problems(ORIGINAL.replace("One", "Uno").replace("a [b]", "un [be]")) == []


def test_missing_parts_are_told_in_one_line() -> None:
    """What there is fewer and more of, where the two part, and where to compare."""
    (said,) = _problems("## Uno\\n\\n## Dos\\n\\n- i\\n- j\\n- k")
    assert said.code == "translation-parts"
    assert said.message == (
        "1 code block, 1 link fewer and 1 list item more than in content/posts/2023-01-01-a-en.md"
    )
    assert str(said.place) == "content/posts/2023-01-01-a-es.md:6"
    assert said.hint == "compare with content/posts/2023-01-01-a-en.md:5"


def test_a_missing_heading_is_placed_where_it_should_be() -> None:
    """The last section of the translation, and the one of the original that has no counterpart."""
    (said,) = _problems(ORIGINAL.replace("\\n\\n## Two", ""))
    assert "1 heading fewer" in said.message
    assert said.place is not None
    assert said.place.line == 6
    assert said.hint.endswith("a-en.md:5")


def test_more_links_alone_are_no_loss() -> None:
    """A translator explains."""
    assert _problems(ORIGINAL + " [más](https://y.org/)") == []


def test_changed_code_is_told_with_both_lines() -> None:
    """Comments may be translated, commands may not."""
    assert _problems(ORIGINAL.replace("\\nls\\n", "\\nls # todo\\n")) == []
    (said,) = _problems(ORIGINAL.replace("\\nls\\n", "\\nlistar\\n"))
    assert said.code == "translation-code"
    assert str(said.place) == "content/posts/2023-01-01-a-es.md:12"
    assert said.hint == "compare with content/posts/2023-01-01-a-en.md:11"


def test_only_translations_are_compared() -> None:
    """Two texts written freely in two languages owe each other nothing."""
    assert _problems("## Otra cosa", flags="") == []
    site = site_of(_drawing("x")).value
    assert site is not None
    assert [(one.meta.language.value, other.meta.language.value) for one, other in pairs(site)] == [
        ("en", "es")
    ]
