"""How wide a text is on a terminal."""

import pytest

from site_builder.report.width import columns, padded


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("English", 7),
        ("简体中文", 8),
        ("日本語", 6),
        ("Español", 7),
        ("Espan\u0303ol", 7),
        ("العربية", 7),
        ("ＡＢ", 4),
        ("한국어", 6),
        ("", 0),
        ("a\u200db", 2),
    ],
)
def test_wide_letters_take_two_columns_and_marks_none(text: str, wide: int) -> None:
    """Han, kana, hangul and full-width letters are wide; combining marks stand above others."""
    assert columns(text) == wide
    assert columns(padded(text, 20)) == 20
