"""Which characters belong to which manner of writing."""

import sys

from site_builder.parse.rules.scripts import IDEOGRAPH, WIDE, WIDE_MARK, may_be_wide

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]


def test_the_quick_look_for_wide_characters():
    """It misses no character of Chinese or Japanese, and finds none in texts of Latin letters."""
    wide = [sign for sign in EVERY if any(one.match(sign) for one in (IDEOGRAPH, WIDE, WIDE_MARK))]
    assert wide
    assert all(map(may_be_wide, wide))
    assert not may_be_wide("plain, naïve, “quoted” — şöyle, що, हिन्दी")
