"""Code blocks, fenced and indented."""


def test_blocks_are_told_with_their_lines(body):
    """Each block, fenced or indented, has its line in the file, which begins in line 10."""
    body = body("```python\nx\n```\n\n- a\n\n      y\n")
    assert [block.line for block in body.code_blocks] == [10, 16]
    assert body.counts.code_blocks == 2


def test_attributes(body):
    """They go to the box around the code, whose class stays."""
    assert '<div id="c" class="code wide"' in body("{.wide #c}\n```\nx\n```").html
