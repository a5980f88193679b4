"""What may be typed, and what is answered to what may not."""

import pytest

from site_builder.cli.words import parser
from site_builder.model.ledger import State


def _typed(*words: str):
    return parser().read(words)


def _refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as ended:
        _typed(*words)
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_a_build_without_options_is_here_and_now() -> None:
    """Nothing has to be said but the command."""
    typed = _typed("build")
    assert (typed.root, typed.output, typed.url, typed.now, typed.jobs) == (
        ".",
        None,
        None,
        None,
        0,
    )
    assert not any((typed.drafts, typed.future, typed.strict, typed.force, typed.keep_going))


def test_a_preview_shows_drafts_unless_told_not_to() -> None:
    """The one command whose default is another."""
    assert _typed("serve").drafts
    assert not _typed("serve", "--no-drafts").drafts
    assert not _typed("build").drafts


def test_a_moment_without_a_zone_is_utc() -> None:
    """The same words mean the same moment on every machine."""
    assert _typed("build", "--now", "2026-01-31T12:00").now == 1_769_860_800.0
    assert _typed("build", "--now", "2026-01-31T12:00+08:00").now == 1_769_832_000.0


def test_lists_are_parted_by_commas() -> None:
    """Spaces after them do no harm."""
    typed = _typed("status", "--lang", "es, fr", "--fail-on", "stale,missing")
    assert typed.lang == ("es", "fr")
    assert typed.fail_on == (State.STALE, State.MISSING)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("new", "post", "two", "words"), 'argument title: put it in quotes: "two words"'),
        (("status", "--fail-on", "stail"), "stail is not a state; did you mean stale?"),
        (("status", "--fail-on", "x"), "the states are fresh, unrecorded, stale, missing, orphan"),
        (("build", "--now", "soon"), "soon is not a moment such as 2026-01-31T12:00"),
        (("explain",), "the following arguments are required: URL"),
    ],
)
def test_what_cannot_be_meant_is_answered_with_what_can(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], answer: str
) -> None:
    """In one line after the usage, with exit code 2."""
    assert answer in _refused(capsys, *words)


def test_every_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names all commands, each with a sentence, and exits with 0."""
    with pytest.raises(SystemExit) as ended:
        _typed("--help")
    said = capsys.readouterr().out
    assert ended.value.code == 0
    for name in ("build", "check", "status", "explain", "serve", "new", "deploy", "clean"):
        (line,) = [line for line in said.splitlines() if line.strip().startswith(f"{name} ")]
        assert len(line.split()) > 3
