"""What shows only while a block is drawn."""

import pytest

from site_builder.parse.fast.watch import RefusedError, Watch


def test_an_address_that_became_no_link():
    """Behind a bracket that nothing opened it might be a bare address."""
    with pytest.raises(RefusedError):
        Watch().text("a](https://b.org")


@pytest.mark.parametrize("block", [b"```\na\n", b"````\na\n```\n", b"``` a&b\nc\n```\n"])
def test_fences(block):
    """One that nothing closes, or with escapes behind it, is for the rules."""
    with pytest.raises(RefusedError):
        Watch().fence(block)
    Watch().fence(b"```py\na & b\n```\n")


def test_stars_in_words_without_spaces():
    """Stars left over pair otherwise beside Chinese; beside English they do not."""
    watch = Watch()
    watch.text("2*3")
    watch.end_block("2*3")
    watch.text("二*三")
    with pytest.raises(RefusedError):
        watch.end_block("二*三")
