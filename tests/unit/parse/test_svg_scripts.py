"""A drawing that would run scripts at its own address is known, however it spells them."""

import pytest

from site_builder.parse.svg_scripts import svg_has_scripts

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {}>{}</svg>'
ACTIVE = {
    "script": SVG.format("", "<script>alert(1)</script>"),
    "prefix": SVG.format("", '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>'),
    "handler": SVG.format('onload = "alert(1)"', ""),
    "no space before": SVG.format('id="a"onload="alert(1)"', ""),
    "link": SVG.format("", '<a x:href="javascript:alert(1)"><path/></a>'),
    "reference": SVG.format("", '<a href="&#106;avascript:alert(1)"><path/></a>'),
    "line end": SVG.format("", '<a href="java\nscript:alert(1)"><path/></a>'),
    "animation": SVG.format("", '<animate attributeName="href" to="javascript:alert(1)"/>'),
    "html": SVG.format("", "<foreignObject><p>x</p></foreignObject>"),
    "data": SVG.format("", '<use href="data:image/svg+xml,x"/>'),
    "entity": '<!DOCTYPE svg [<!ENTITY a "x">]>' + SVG.format("", "&a;"),
    "style sheet": '<?xml-stylesheet href="x.xsl"?>' + SVG.format("", ""),
    "encoding": '<?xml version="1.0" encoding="utf-7"?>' + SVG.format("", "+ADw-script+AD4-"),
}


@pytest.mark.parametrize("spelled", ACTIVE)
def test_what_runs_is_found(spelled: str) -> None:
    """Scripts, handlers, addresses that run, and what would bring them from elsewhere."""
    assert svg_has_scripts(ACTIVE[spelled].encode())


def test_another_encoding_is_not_trusted() -> None:
    """What cannot be read as UTF-8 may say anything."""
    assert svg_has_scripts(ACTIVE["script"].encode("utf-16"))


def test_a_plain_drawing_is_none() -> None:
    """Shapes, styles, links, words about scripts, and a picture of pixels inside."""
    inside = (
        "<style>path{fill:red}</style><title>On = off; scripts</title><path d='M0 0'/>"
        '<a href="https://example.org/#on"><text>on</text></a>'
        '<image href="data:image/png;base64,x"/>'
    )
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n'
    assert not svg_has_scripts((declared + SVG.format('viewBox="0 0 1 1"', inside)).encode())
