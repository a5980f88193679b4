"""A block of code as it is drawn."""

import subprocess
import sys

import pytest

from site_builder.parse.drawing import code


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
    """The blocks of a long text have colours until there were very many of them."""
    blocks = (f"```python\n{'x = 1' + chr(10)}{f'y = {i}' + chr(10)}```\n\n" for i in range(8_000))
    html = body("".join(blocks)).html
    assert '<span class="n">y</span>' in html
    assert html.endswith('<code class="language-python">x = 1\ny = 7999\n</code></pre></div>\n')


CODE = """```python
if a < b & c: pass  # 'q' "
```

- ~~~Bash
  echo $A
  ~~~

```
plain
```
"""


def test_what_was_coloured_is_recalled(body):
    """A text whose code stays wakes no lexer, and is drawn as if it had."""
    before = body(CODE)
    program = f"""
import sys
from site_builder.model.body import MarkdownSettings
from site_builder.parse.drawing.code import recall
from site_builder.parse.markdown import render_markdown
recall({before.html!r}, {before.counts.code_blocks})
text = "More.\\n\\n" + {CODE!r}
drawn = render_markdown(text, path="", first_line=1, settings=MarkdownSettings())
print("pygments" in sys.modules, drawn.value.html, end="")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"False <p>More.</p>\n{before.html}"


@pytest.fixture
def _forgotten():
    """Nothing is recalled when the test ends."""
    yield
    code.recall("", 0)


@pytest.mark.usefixtures("_forgotten")
def test_what_an_author_typed_is_no_colour_of_ours(body):
    """HTML that looks like a block of ours says nothing of how its code is coloured."""
    fenced = "```python\nx = 1\n```\n"
    html = body(fenced).html
    typed = html.replace('<span class="n">x</span>', "<span>x</span>")
    before = body(f"{typed}\n\n```\ny\n```\n")
    code.recall(before.html, before.counts.code_blocks)
    assert typed != html
    assert body(fenced).html == html
