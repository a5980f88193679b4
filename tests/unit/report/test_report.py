"""The only voice: Problems in, lines for people or machines out."""

import io
import json

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
