"""The two ways of writing Chinese."""

import pytest

from site_builder.parse.identify.chinese import SIMPLIFIED, TRADITIONAL, chinese_of


def test_no_character_is_in_both():
    """Each of them is proof of one way, and there is one of the other for it."""
    assert SIMPLIFIED.isdisjoint(TRADITIONAL)
    assert len(SIMPLIFIED) == len(TRADITIONAL) > 400
    assert SIMPLIFIED.isdisjoint("后里干只面系台准松")


@pytest.mark.parametrize(
    ("tag", "chinese"),
    [
        ("zh", "zh"),
        ("zh-Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
    ],
)
def test_what_a_tag_claims(tag, chinese):
    """A script or a region says it; the bare language says nothing."""
    assert chinese_of(tag) == chinese
