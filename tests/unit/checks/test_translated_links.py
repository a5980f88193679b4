"""Do the links of a translation lead where those of its original lead?"""

import pytest

from site_builder.checks.translated_links import check_translated_links
from site_builder.problems import Problem
from tests.drawing import plan_of, site_of


def _problems(original: str, translation: str) -> list[Problem]:
    drawing = (
        f'posts\n  2023-01-01-a-en body="{original}"\n'
        f'  2023-01-01-a-es translated body="{translation}"\n'
        "  2023-01-02-b-en\n  2023-01-02-b-es slug=be translated\n  2023-01-03-c-en"
    )
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    return list(check_translated_links(site, plan))


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("[x](https://example.org/b/)", "[x](https://example.org/b/)"),
        ("[x](2023-01-02-b-en.md)", "[x](2023-01-02-b-es.md)"),
        ("[x](/b/)", "[x](/es/be/#otro)"),
        ("[x](/archive/)", "[x](/es/archive/)"),
        ("[x](https://en.wikipedia.org/wiki/Bread)", "[x](https://es.wikipedia.org/wiki/Pan)"),
        ("[x](https://docs.test/en-US/start)", "[x](https://docs.test/es/start/)"),
        ("[x](https://docs.test/a?hl=en)", "[x](http://www.docs.test/a?hl=es#parte)"),
        ("[x](https://shop.test/bread)", "[x](https://tienda.es/pan)"),
        ("[x](mailto:a@b.org) [y](#one)\\n\\n## One", "[y](#uno) [x](mailto:a@b.org)\\n\\n## Uno"),
        ("![x](/a-en.png)", "![x](/b.png)"),
    ],
)
def test_the_same_page_in_another_language_is_the_same(original: str, translation: str) -> None:
    """A work of this site, a language of another host, a heading; pictures may be other ones."""
    assert _problems(original, translation) == []


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("[x](https://docs.test/start)", "[x](https://docs.test/comienzo)"),
        ("[x](https://docs.test/start)", "[x](https://dcos.test/start)"),
        ("[x](https://docs.test/start)", "[x](https://docs.test/start\uff09。)"),
        ("[x](2023-01-02-b-en.md)", "[x](2023-01-03-c-en.md)"),
        ("[x](mailto:a@b.org)", "[x](mailto:ab@b.org)"),
    ],
)
def test_another_target_is_told_with_both(original: str, translation: str) -> None:
    """A translated path, a slip, a swallowed bracket, another text, another address of mail."""
    (said,) = _problems(original, f"Uno.\\n\\n{translation}")
    assert said.code == "translation-links"
    assert said.place is not None
    assert said.place.line == 8
    assert said.hint == "compare with content/posts/2023-01-01-a-en.md:5"


def test_many_are_told_in_one_line() -> None:
    """The first, and how many more; links that are only fewer are counted elsewhere."""
    (said,) = _problems(
        "[x](https://a.org) [y](https://b.org)", "[x](https://c.org) [y](https://d.org)"
    )
    assert said.message == (
        "this link leads to https://c.org, that of the original to https://a.org, and 1 more differ"
    )
    assert _problems("[x](https://a.org) [y](https://b.org)", "[x](https://a.org)") == []
