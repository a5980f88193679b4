"""Characters that would be markup in HTML."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import escapeHtml

from site_builder.parse.drawing.escaping import escape


@given(st.text(st.sampled_from("&<>\"'a;é\0")) | st.text())
def test_as_the_rules_do(text):
    """The library that the rules are taught to escapes the same characters in the same way."""
    assert escape(text) == escapeHtml(text)
