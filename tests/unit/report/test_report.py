"""The only voice: Problems in, lines for people or machines out."""

import io
import json
from dataclasses import replace

from site_builder.events import KeptLastGood, Reloaded
from site_builder.problems import Place, Problem
from site_builder.report import Report, Voice

PROBLEM = Problem(
    code="unknown-language",
    message='lang: "sp" is not a language of this site (en, es)',
    place=Place(path="content/posts/x.md", line=3, column=7),
    hint='did you mean "es"?',
    quote="lang: sp",
)


def _said(*problems: Problem, as_json: bool = False, **environment: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    Report(Voice(out=out, err=err, environment=environment, as_json=as_json)).problems(problems)
    return out.getvalue(), err.getvalue()


def test_a_message_points_explains_and_helps() -> None:
    """file:line:col, the line, a caret, one suggestion."""
    assert _said(PROBLEM)[1] == (
        ' ✗ content/posts/x.md:3:7  lang: "sp" is not a language of this site (en, es)'
        "   (unknown-language)\n"
        "     3 | lang: sp\n"
        "       |       ^\n"
        '     = did you mean "es"?\n'
    )


def test_the_same_words_of_one_file_are_said_once() -> None:
    """Five thousand equal mistakes are one message with their number."""
    assert "(3 times)" in _said(PROBLEM, PROBLEM, PROBLEM)[1]


def test_the_same_words_of_many_files_are_said_once() -> None:
    """A foreign key in 4,400 texts is one message with their number, the next few by name."""
    places = [Place(path=f"content/posts/{number:04}.md", line=4) for number in range(4_400)]
    said = _said(*(replace(PROBLEM, place=place) for place in reversed(places)))[1]
    assert said.splitlines() == [
        f" ✗ content/posts/0000.md:4  {PROBLEM.message}   (unknown-language)   (in 4,400 files)",
        "     4 | lang: sp",
        '     = did you mean "es"?',
        f"     also {', '.join(map(str, places[1:4]))}, and 4,396 more; --json names all",
    ]
    assert (
        len(
            _said(*(replace(PROBLEM, place=place) for place in places), as_json=True)[
                0
            ].splitlines()
        )
        == 4_400
    )


def test_of_a_few_files_each_is_spoken_of() -> None:
    """What is wrong in one text in nine languages is nine things to mend."""
    problems = [replace(PROBLEM, place=Place(path=f"{name}.md", line=1)) for name in "abcdefghi"]
    assert _said(*problems)[1].count("did you mean") == 9


def test_json_is_one_object_a_line() -> None:
    """Machines read what people read."""
    (line,) = _said(PROBLEM, as_json=True)[0].splitlines()
    said = json.loads(line)
    assert (said["code"], said["line"], said["column"]) == ("unknown-language", 3, 7)


def test_github_gets_an_annotation() -> None:
    """On GitHub Actions the mistake stands beside the line of the file."""
    out = _said(PROBLEM, GITHUB_ACTIONS="true")[0]
    assert out.startswith("::error file=content/posts/x.md,line=3,title=unknown-language::lang:")


def test_a_file_cannot_steer_the_terminal() -> None:
    """Control characters of a text are shown as escapes."""
    said = _said(Problem(code="machine", message="a\x1b[31mb"))[1]
    assert "\x1b" not in said
    assert "\\x1b[31m" in said


def test_of_a_long_line_the_part_around_the_mistake_is_shown() -> None:
    """A paragraph in one line is no reason to show nothing."""
    place = Place(path="content/posts/x.md", line=3, column=201)
    said = _said(replace(PROBLEM, place=place, quote="a" * 200 + "X" + "b" * 200))[1]
    _, line, caret, _ = said.splitlines()
    assert line[caret.index("^")] == "X"
    assert line.endswith("b…")
    assert "| …a" in line
    assert len(line) < 120


def _told(event: KeptLastGood | Reloaded) -> str:
    out = io.StringIO()
    Report(Voice(out=out, err=io.StringIO(), environment={})).event(event)
    return out.getvalue()


def test_a_preview_says_what_can_be_seen() -> None:
    """With a mistake from the beginning there is no good site that could be shown."""
    assert "the last good site is still shown" in _told(KeptLastGood(problems=(PROBLEM,)))
    first = _told(KeptLastGood(problems=(PROBLEM,), shows_earlier=False))
    assert first == " ✗ there is no page yet; the site follows as soon as this is mended\n"


def test_one_page_is_not_several() -> None:
    """One page, two pages."""
    event = Reloaded(files=("a.md",), is_rest=False, pages=1, milliseconds=33, problems=())
    assert _told(event) == " ✓ a.md   1 file in 33 ms\n"
    assert "2 files in" in _told(replace(event, pages=2))
    assert _told(replace(event, pages=0)) == " ✓ a.md   nothing new in 33 ms\n"
    assert _told(replace(event, is_rest=True)) == " ✓ what else shows it   1 file in 33 ms\n"
