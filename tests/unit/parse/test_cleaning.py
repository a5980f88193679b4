"""A text as it is read."""


def test_line_ends(read):
    """CRLF and a lone CR are line ends."""
    assert read("# a\r\n\r\nb\rc").value.html == read("# a\n\nb\nc").value.html


def test_control_characters(read):
    """NUL and what XML forbids become U+FFFD, and each is told once with its place."""
    outcome = read("a\n\0b\x01\x01")
    assert outcome.value.html == "<p>a\n\ufffdb\ufffd\ufffd</p>\n"
    assert [(p.code, str(p.place)) for p in outcome.problems] == [
        ("control-character", "content/posts/x.md:11:1"),
        ("control-character", "content/posts/x.md:11:3"),
    ]


def test_every_control_character(read):
    """None that XML 1.0 forbids is missed, whatever stands beside it."""
    forbidden = [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]
    for code in forbidden:
        outcome = read(f"é{chr(code)}ü")
        assert outcome.value.html == "<p>é\ufffdü</p>\n"
        assert [problem.code for problem in outcome.problems] == ["control-character"]
    assert not read("a\n\u0080\ufffd\uffe6\U0001f600\n").problems
