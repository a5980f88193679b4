"""The rules, taught to one parser."""

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_inline


def test_inline_text():
    """A line of its own: slots from the number asked for, columns counted from where it stands."""
    inline = render_inline(
        "see https://x.org, *b* [a](c.md)",
        path="content/pages/hire.md",
        line=3,
        column=7,
        settings=MarkdownSettings(),
        first_slot=4,
    )
    assert inline.html == (
        "see <a\x004:href\x00>https://x.org</a>, <em>b</em> <a\x005:href\x00>a</a>"
    )
    assert inline.text == "see https://x.org, b a"
    assert [(r.target, r.slot, r.line, r.column) for r in inline.references] == [
        ("https://x.org", 4, 3, 11),
        ("c.md", 5, 3, 34),
    ]
    assert inline.problems == ()
