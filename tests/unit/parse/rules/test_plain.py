"""Words without markup."""

from markdown_it.token import Token

from site_builder.parse.rules.plain import plain_text


def test_plain_text(body):
    """Markup goes; words, code, formulas and the words of pictures stay."""
    text = "*a* `b` [c](d) ![e *f*](g) $x$ <b>h</b> \\* &amp; i[^1]\nj  \nk\n\n[^1]: n"
    assert body(text).excerpt == "a b c e f x h * & i j k"


def test_without_pictures():
    """Pictures can be left out, as in the id of a heading."""
    picture = Token("image", "img", 0, children=[Token("text", "", 0, content="alt")])
    tokens = [Token("text", "", 0, content="a "), picture]
    assert plain_text(tokens) == "a alt"
    assert plain_text(tokens, with_alt=False) == "a "
