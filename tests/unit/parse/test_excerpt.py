"""Cutting an excerpt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.parse.excerpt import cut_excerpt


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Short enough.", 20, "Short enough."),
        ("  white \n space ", 20, "white space"),
        ("One two three four", 12, "One two…"),
        ("One two, three four", 10, "One two…"),
        ("Unbreakable", 6, "Unbre…"),
        ("第一句话。第二句话很长很长很长。", 10, "第一句话。…"),
        ("第一句话。第二句话很长很长很长。", 8, "第一句话。…"),
        ("没有句号的一段很长的文字，还在继续", 12, "没有句号的一段很长的文…"),
        ("这一句在逗号，之后", 8, "这一句在逗号…"),
        ("彼は言った。「はい。」それから帰った。", 14, "彼は言った。「はい。」…"),
        ("我们使用 Kubernetes 部署服务", 10, "我们使用…"),
        ("我们这次用Kubernetes部署", 8, "我们这次用…"),
        ("हिन्दीहिन्दी", 5, "हिन्…"),
        ("हिन्दी भाषा। दूसरा वाक्य", 15, "हिन्दी भाषा।…"),
        ("هذا نص طويل، وفيه كلام", 15, "هذا نص طويل…"),
        ("Dijo: «Hola, mundo»", 9, "Dijo…"),
        ("Il a dit « bonjour » hier", 14, "Il a dit…"),
        ("Er sagte „Guten Tag“ und ging", 18, "Er sagte „Guten…"),
    ],
)
def test_cut(text, limit, expected):
    """Cut after a word, or in Chinese and Japanese after a sentence; no letter loses its marks."""
    assert cut_excerpt(text, limit) == expected


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_length(text, limit):
    """Never longer than the limit, and whole when it fits."""
    cut = cut_excerpt(text, limit)
    assert len(cut) <= limit
    folded = " ".join(text.split())
    assert cut == folded or cut.endswith("…")
