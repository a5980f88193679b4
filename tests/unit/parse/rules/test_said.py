"""What pieces of a text say in its language."""

from site_builder.model.body import MarkdownSettings
from site_builder.parse.markdown import render_markdown


def _foreign(text, language):
    outcome = render_markdown(
        text, path="x.md", first_line=5, settings=MarkdownSettings(language=language)
    )
    return [(found.line, found.language) for found in outcome.value.foreign]


def test_code_addresses_and_formulas_are_in_no_language(sentences):
    """A paragraph that is mostly code is judged by the rest."""
    text = f"{sentences['es']} `for it in the and of to as with` <https://the.and.of/with/the>"
    assert _foreign(text, "es") == []


def test_quotations_may_be_in_any_language(sentences):
    """So may whatever stands inside them."""
    assert (
        _foreign(f"{sentences['es']}\n\n> {sentences['en']}\n>\n> - {sentences['zh-Hans']}", "es")
        == []
    )


def test_what_is_marked_may_be_in_any_language(sentences):
    """By an attribute of the block, by one of a part, or in HTML."""
    english = sentences["en"]
    marked = [
        f"{{lang=en}}\n{english}",
        f"[{english}]{{lang=en}}",
        f'<span lang="en">{english}</span>',
    ]
    for text in marked:
        assert _foreign(f"{sentences['es']}\n\n{text}", "es") == []
    assert _foreign(f"{sentences['es']}\n\n{english}", "es") == [(7, "en")]


def test_a_list_that_is_marked(sentences):
    """A language is said of a whole block once."""
    text = f"{sentences['es']}\n\n{{lang=en}}\n- {sentences['en']}\n- {sentences['en']}"
    assert _foreign(text, "es") == []


def test_footnotes_are_read_where_they_stand(sentences):
    """They come last in the page, and have the line at which they were written."""
    text = f"[^1]: {sentences['en']}\n\n{sentences['es']}[^1]\n\n{sentences['es']}"
    assert _foreign(text, "es") == [(5, "en")]
