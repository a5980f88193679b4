"""Links that are refused."""

import pytest

from site_builder.parse.drawing.targets import is_safe


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "\u2028data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "data:text/html;base64,xxxx",
        "data:image/svg+xml;base64,xxxx",
    ],
)
def test_unsafe(target):
    """What a browser would run or open is refused however it is spelled."""
    assert not is_safe(target)


@pytest.mark.parametrize(
    "target",
    [
        "a.md",
        "#a",
        "https://x",
        "HTTP://x",
        "mailto:a@b",
        "tel:+1",
        "a:b",
        "data:image/png;base64,x",
    ],
)
def test_safe(target):
    """Everything else is a link."""
    assert is_safe(target)
