"""Origins for a CSP."""

import pytest

from site_builder.model.body import MarkdownSettings
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.origins import note_origin
from site_builder.problems import Place


@pytest.mark.parametrize(
    ("target", "origin"),
    [
        ("https://a.example/x", "https://a.example"),
        ("http://A.example:80/x", "http://a.example:80"),
        ("//a.example/x", "https://a.example"),
        ("https://user:word@a.example/", "https://a.example"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp"),
        ("/x//y", None),
        ("a.png", None),
        ("data:image/png;base64,//", None),
        ("https://a;script-src *", None),
        ("https://a.example'unsafe-inline'", None),
        ("https://[::1", None),
        ("https://a.example:x", None),
    ],
)
def test_origin(target, origin):
    """Only a plain origin is noted; nothing can smuggle a directive into a CSP."""
    notes = Notebook("", place=Place(path="x.md", line=1), settings=MarkdownSettings())
    note_origin(notes, "img-src", target)
    assert notes.hosts == ({("img-src", origin)} if origin else set())
