"""smart_quotes; tests/cases/markdown/smart_quotes.md shows it."""


def test_off(body):
    """Nothing changes where the option is not chosen."""
    assert body('"a" -- b...').excerpt == '"a" -- b...'


def test_headings_and_excerpt(body):
    """Contents and lists show what the page shows."""
    read = body('# It\'s "so"\n\nAnd "more"...', smart_quotes=True)
    assert read.headings[0].text == "It’s “so”"
    assert read.excerpt == "And “more”…"


def test_what_does_not_change(body):
    """Choosing the option makes no translation stale and breaks no link to a heading."""
    text = '# A "b" -- c\n\nd "e" ![f "g"](h.png) `"i"`\n\n- "j"\n'
    straight, curly = body(text), body(text, smart_quotes=True)
    assert curly.html != straight.html
    assert curly.text_digest == straight.text_digest
    assert curly.anchors == straight.anchors
    assert curly.counts == straight.counts


def test_tags_left_open(read):
    """An end tag without a beginning does not turn the rest into code."""
    assert "“a”" in read('</code> "a"', smart_quotes=True).value.html
