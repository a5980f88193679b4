"""Which characters belong to which manner of writing.

Unicode's own script property is not in the standard library; the ranges below are blocks of
Unicode 15.1, wide enough that characters added to these scripts later fall into them.
"""

from __future__ import annotations

from site_builder.patterns import late

_HAN_AND_KANA = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff"
)
_WIDE_PUNCTUATION = (
    "\u3001-\u3004\u3008-\u3020\u3030\u3036\u3037\u303d-\u303f\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6"
)

IDEOGRAPH = late(f"[{_HAN_AND_KANA}]")
"""One Han or kana character."""

WIDE = late(f"[{_HAN_AND_KANA}{_WIDE_PUNCTUATION}\u302a-\u302f\U000e0100-\U000e01ef]")
"""One character of Chinese or Japanese, punctuation and variation selectors included."""

WIDE_MARK = late(f"[{_WIDE_PUNCTUATION}]")
"""One full-width punctuation mark."""

_BELOW_WIDE = bytes(range(0xE3))
"""The bytes of UTF-8 with which no character from U+3000 on begins."""


def may_be_wide(text: str) -> bool:
    """Whether ``text`` has a character from U+3000 on, as Chinese and Japanese have.

    Far quicker than a search for one of them, which compares each letter with all ranges.
    """
    if text.isascii():
        return False
    return bool(text.encode("utf-8", "surrogatepass").translate(None, _BELOW_WIDE))


UNSPACED = late(
    "["
    "\u0590-\u109f"  # Hebrew, Arabic, the scripts of India, Thai, Lao, Tibetan, Myanmar
    "\u1100-\u139f"  # Hangul letters, Ethiopic
    "\u1700-\u1c7f\u1cc0-\u1cff"  # the Philippines, Khmer, Mongolian, Vedic signs
    "\u2e80-\ua4cf"  # Chinese, Japanese, Yi, full-width punctuation
    "\ua800-\uab2f\uabc0-\ud7ff"  # Indian scripts again, Javanese, Hangul syllables
    "\uf900-\ufaff\ufb1d-\ufdff"  # compatibility forms
    "\ufe10-\ufe1f\ufe30-\ufe6f\ufe70-\ufefe\uff01-\uffef"
    "\U00011000-\U00011fff\U0001b000-\U0001b16f\U0001f200-\U0001f2ff"
    "\U00020000-\U0003ffff\U000e0100-\U000e01ef"
    "]"
)
"""One character of a script whose writers put no space where English puts one: between a word and
the quotation mark, bracket or particle beside it."""
