"""Characters that would be markup in HTML."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import escapeHtml

from site_builder.escaping import escape, unescape


@given(st.text(st.sampled_from("&<>\"'a;é\0")) | st.text())
def test_as_the_rules_do(text):
    """The library that the rules are taught to escapes the same characters in the same way."""
    assert escape(text) == escapeHtml(text)


@given(st.text(st.sampled_from("&<>\"'a;glt#39")) | st.text())
def test_it_is_undone(text):
    """Whatever the text looked like before, also where apostrophes were escaped."""
    assert unescape(escape(text)) == text
    assert unescape(escape(text).replace("'", "&#39;")) == text
