from __future__ import annotations

import pytest

from site_builder.serve.content_types import content_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("es/x/index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a/b.MP3", "audio/mpeg"),
        ("f.woff2", "font/woff2"),
        ("CNAME", "application/octet-stream"),
        ("v1.2/file", "application/octet-stream"),
        ("x.unheard-of", "application/octet-stream"),
    ],
)
def test_the_end_of_a_name_says_the_type(path: str, expected: str) -> None:
    """A file is sent under the registered name of its kind, texts as UTF-8, others as bytes."""
    assert content_type(path) == expected
