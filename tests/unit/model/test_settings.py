"""What parsing depends on besides the text."""

from site_builder.model.settings import ParseSettings
from tests.drawing import config_of


def test_only_what_reaches_into_texts_is_part_of_it() -> None:
    """A new title of the site leaves every text remembered; a new time zone does not."""
    before = ParseSettings.of(config_of(), "1")
    assert ParseSettings.of(config_of("title: Other\npagination: 3"), "1") == before
    assert ParseSettings.of(config_of("timezone: Asia/Shanghai"), "1") != before
    assert ParseSettings.of(config_of(), "2") != before
