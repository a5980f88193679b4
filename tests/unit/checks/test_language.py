"""Is every text in the language that it claims?"""

from site_builder.checks.language import check_language
from site_builder.problems import Problem
from tests.drawing import config_of, plan_of, site_of

SPANISH = "Quien hornea una vez por semana sabe al cabo de un mes lo que ningún libro puede contar."
CHINESE = "每周烤一次面包的人，一个月后就会明白书上说不出来的东西。"


def _problems(body: str) -> list[Problem]:
    drawing = f"posts\n  2023-01-01-a-es body='{body}'"
    config = config_of("languages: [en, es, zh]")
    site, plan = site_of(drawing, config).value, plan_of(drawing, config).value
    assert site is not None
    assert plan is not None
    return list(check_language(site, plan))


def test_an_honest_text_is_silent() -> None:
    """Spanish in a Spanish post."""
    assert _problems(SPANISH) == []


def test_a_paragraph_left_in_another_script_is_told() -> None:
    """With its line, both languages by name, and what to do."""
    (said,) = _problems(f"{SPANISH}\\n\\n{CHINESE}\\n\\n{SPANISH}")
    assert said.code == "foreign-paragraph"
    assert said.message == (
        "a paragraph that reads like 简体中文 (zh-Hans) in a text in Español (es)"
    )
    assert str(said.place) == "content/posts/2023-01-01-a-es.md:7"
    assert "{lang=zh-Hans}" in said.hint


def test_a_text_in_another_language_is_told_once() -> None:
    """With what its language was taken from, so that the author sees which of the two is wrong."""
    (said,) = _problems(f"{CHINESE}\\n\\n{CHINESE}")
    assert said.code == "wrong-language"
    assert "claims Español (es), but reads like 简体中文 (zh-Hans)" in said.message
    assert said.hint == "it has its language from the file name"
