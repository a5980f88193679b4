"""Task lists."""


def test_boxes(body):
    """A box cannot be changed, and says whether the task is done."""
    html = body("- [ ] a\n- [x] b\n- c").html
    assert html.count("<input") == 2
    assert html.count(" disabled") == 2
    assert html.count(" checked") == 1
    assert 'aria-label="\0t:task_open\0"> a' in html
    assert 'aria-label="\0t:task_done\0"> b' in html


def test_plain_items(body):
    """Other lists are as CommonMark draws them, tight, loose and empty."""
    assert body("- a\n- b").html == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    assert body("- a\n\n- b").html == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"
    assert body("-\n- b").html == "<ul>\n<li></li>\n<li>b</li>\n</ul>\n"


def test_brackets_in_text(body):
    """Brackets elsewhere are text."""
    assert "<input" not in body("[ ] a\n\n- a [x] b").html
