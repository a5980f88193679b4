"""A block of code as it is drawn."""


def test_escaped(body):
    """Code is shown, never run, coloured or not, and so is its language."""
    for info in ("", "html", "nobody", 'a"><script>'):
        html = body(f"```{info}\n<script>alert(1)</script>\n```").html
        assert "<script" not in html


def test_colours_are_classes(body):
    """Colours come as classes; the text of the code is whole."""
    html = body("```python\nif x: pass\n```").html
    assert '<span class="k">if</span>' in html
    assert "style=" not in html


def test_white_space_stays(body):
    """Empty lines at the beginning and indentation are part of the code."""
    assert "<code>\n\n  x\n</code>" in body("```\n\n\n  x\n```").html
    assert ">\n  x\n</code>" in body("```text\n\n  x\n```").html


def test_long_code_is_not_coloured(body):
    """More than a person writes in one block, in one line, or leaves blank, is shown at once."""
    assert "<span" not in body("```python\n" + "x = 1\n" * 4_000 + "```").html
    assert "<span" not in body("```python\nx = " + "1 + " * 1_000 + "1\n```").html
    assert "<span" not in body("```java\nint a;" + "\n" * 3_000 + "int b;\n```").html


def test_much_code_is_coloured_up_to_a_bound(body):
    """The blocks of a long text have colours until there were very many words and signs."""
    blocks = (f"```python\n{'x = 1' + chr(10)}{f'y = {i}' + chr(10)}```\n\n" for i in range(8_000))
    html = body("".join(blocks)).html
    assert '<span class="n">y</span>' in html
    assert html.endswith('<code class="language-python">x = 1\ny = 7999\n</code></pre></div>\n')
