"""Line breaks; tests/cases/markdown/line_breaks.md has most of them."""


def test_lines_are_still_counted(body):
    """A joined line break still counts when the place of a link is told."""
    (link,) = body("中\n文\n[链接](a.md)").references
    assert (link.line, link.column) == (12, 6)


def test_words_join_too(body):
    """Search and excerpt see no gap either."""
    assert body("机器\n学习", language="zh").excerpt == "机器学习"
