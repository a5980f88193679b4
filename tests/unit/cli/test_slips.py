"""Words that no command knows, answered with the one that was probably meant."""

import pytest

from site_builder.cli.words import parser


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("stats",), "site-builder: error: stats is not a command; did you mean status?"),
        (("Build", "--drafts"), "Build is not a command; did you mean build?"),
        (("xyzzy",), "xyzzy is not a command; write one of build, check, status, explain, "),
        (
            ("deploy", "--dryrun"),
            "--dryrun is not an option of site-builder deploy; did you mean --dry-run?",
        ),
        (("build", "--DRAFTS"), "did you mean --drafts?"),
        (("build", "--base_path=/x"), "--base_path is not an option of site-builder build; did"),
        (("status", "--lnag", "es"), "did you mean --lang?"),
        (("build", "--xyzzy"), "--help shows all there are"),
        (("build", "content"), "site-builder build: error: content has no meaning here"),
        (("new", "Post", "x"), "argument kind: Post is not a kind of text; did you mean post?"),
        (("new", "poem", "x"), "poem is not a kind of text; write one of post, page, translation"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], answer: str
) -> None:
    """In the last line, after the usage of that command, with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        parser().read(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("usage: ")
    assert answer in said[-1]


def test_no_word_at_all_is_answered_with_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """A command is asked for."""
    with pytest.raises(SystemExit) as ended:
        parser().read(())
    assert ended.value.code == 2
    assert "required: COMMAND" in capsys.readouterr().err


def test_what_argparse_shortens_is_still_understood() -> None:
    """The beginning of an option is enough where no other begins like it."""
    assert parser().read(("deploy", "--dry")).dry_run
