"""What of a whole text is not in the language it claims."""

import pytest

from site_builder.model.body import ForeignText, MarkdownSettings
from site_builder.parse.markdown import render_markdown


def _foreign(text, language):
    settings = MarkdownSettings(language=language)
    outcome = render_markdown(text, path="x.md", first_line=1, settings=settings)
    return outcome.value.foreign


def test_one_paragraph_is_told_with_its_line(sentences):
    """A Chinese paragraph left inside a Spanish post, and an English one in a Japanese."""
    spanish = sentences["es"]
    text = f"{spanish}\n\n{spanish}\n\n{sentences['zh-Hans']}\n\n{spanish}"
    assert _foreign(text, "es") == (ForeignText(line=5, language="zh-Hans", is_whole=False),)
    japanese = sentences["ja"]
    text = f"{japanese}\n\n- {sentences['en']}\n- {japanese}\n\n{japanese}"
    assert _foreign(text, "ja") == (ForeignText(line=3, language="en", is_whole=False),)


def test_a_table_is_data(sentences):
    """Its cells may hold names and examples in any language."""
    text = f"{sentences['es']}\n\n| a | b |\n|---|---|\n| {sentences['en']} | हिन्दी में लिखना |"
    assert _foreign(text, "es") == ()


def test_a_whole_text_is_told_once(sentences):
    """Simplified Chinese in a traditional text, and German in a French one."""
    for claimed, tag in (("zh-Hant", "zh-Hans"), ("fr", "de"), ("es", "en"), ("hi", "ar")):
        text = f"# 1\n\n{sentences[tag]}\n\n## 2\n\n{sentences[tag]}"
        assert _foreign(text, claimed) == (ForeignText(line=1, language=tag, is_whole=True),)


def test_a_text_of_short_pieces_is_read_as_one():
    """Items of a few words each say enough together."""
    items = [
        "the flour and the water",
        "a pinch of the salt",
        "it is for all of us",
        "as we like it",
    ]
    text = "\n".join(f"- {item}" for item in items)
    assert [found.language for found in _foreign(text, "de")] == ["en"]
    assert _foreign(text, "en") == ()


@pytest.mark.parametrize("tag", ["en", "es", "zh-Hans", "ja", "hi", "ar", "x-new"])
def test_an_empty_text_is_in_every_language(tag):
    """Nothing, a picture, code, a number."""
    for text in ("", "![](a.png)", "```\nfor the and of with it is as to\n```", "42"):
        assert _foreign(text, tag) == ()
