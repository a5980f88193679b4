"""Links that are refused."""


def test_told(read):
    """Each refused link is a Problem at its place, and stays text."""
    outcome = read(
        "[a](javascript:alert(1)) [c](&#106;avascript:alert(1))\n<javascript:alert(1)>\n\n"
        "[f]\n\n[f]: vbscript:x\n\n![i](data:text/html,x)"
    )
    assert {problem.code for problem in outcome.problems} == {"unsafe-link"}
    assert sorted({problem.place.line for problem in outcome.problems}) == [10, 15, 17]
    assert outcome.value.references == ()
    assert "<a" not in outcome.value.html
