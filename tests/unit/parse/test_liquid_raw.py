"""Tags of Liquid that say: this is no Liquid."""

from site_builder.parse.liquid_raw import raw_edits
from site_builder.parse.rewritten import Rewritten


def test_raw_keeps_lines():
    """Lines keep their numbers when the tags go."""
    typed = "{% raw %}\n{{ a }}\n{%- endraw -%}\nb"
    assert Rewritten(typed, raw_edits(typed)).text == "\n{{ a }}\n\nb"
    assert raw_edits("{% raw %} open") == []
