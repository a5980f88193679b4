"""What may be typed: every command and option, with the sentence that ``--help`` shows."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from site_builder import __version__
from site_builder.cli import commands
from site_builder.cli.slips import Parser, one_of

if TYPE_CHECKING:
    from site_builder.model.ledger import State
    from site_builder.report import Report

Command: TypeAlias = "Callable[[argparse.Namespace, Report], int]"
"""Gives the exit code."""


class _InQuotes(argparse.Action):
    """One text; several words are one that lacks its quotes."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        words = [str(word) for word in values or ()]
        if len(words) > 1:
            raise argparse.ArgumentError(self, f'put it in quotes: "{" ".join(words)}"')
        setattr(namespace, self.dest, words[0])


def parser(first: str = "") -> Parser:
    """Everything that may be typed; where ``first`` is a command, no other is made ready."""
    words = Parser(
        prog="site-builder", description="Build a site that is written in several languages."
    )
    words.add_argument("--version", action="version", version=__version__)
    known = words.add_subparsers(required=True, metavar="COMMAND", prog=words.prog)
    words.commands = known.choices
    for name in (first,) if first in _COMMANDS else _COMMANDS:
        run, sentence, add_words = _COMMANDS[name]
        description = f"{sentence[0].upper()}{sentence[1:]}."
        command = known.add_parser(name, help=sentence, description=description)
        command.add_argument("--root", default=".", help="folder with site.yml (default: this one)")
        command.set_defaults(command=run, advice="")
        add_words(command)
    return words


def _build_words(build: argparse.ArgumentParser) -> None:
    _site_options(build)
    build.set_defaults(advice="nothing was written; the last good site stays")
    build.add_argument(
        "--adopt-output", action="store_true", help="take over a folder with other files"
    )
    build.add_argument(
        "--keep-going", action="store_true", help="write all that is healthy, exit 1 all the same"
    )


def _explain_words(explain: argparse.ArgumentParser) -> None:
    explain.add_argument(
        "address", metavar="URL", help="address of a page or file, or the path of a text"
    )
    explain.add_argument("--url", help="address of the site, instead of site.yml's")
    explain.add_argument("--base-path", help="path below the host, instead of site.yml's")
    explain.add_argument("--drafts", action="store_true", help="as if drafts were published")
    explain.add_argument("--future", action="store_true", help="as if all dates had come")
    _asking_options(explain)


def _serve_words(serve: argparse.ArgumentParser) -> None:
    _site_options(serve)
    serve.set_defaults(drafts=True)
    serve.add_argument("--no-drafts", dest="drafts", action="store_false", help="leave drafts out")
    serve.add_argument(
        "--host", default="", help="address to listen on (default: this machine only)"
    )
    serve.add_argument(
        "--allowed-host",
        action="append",
        default=[],
        metavar="NAME",
        help="another host name to answer to",
    )
    serve.add_argument(
        "--port", default="8000", help="port, or auto for the next free one (default: 8000)"
    )
    serve.add_argument("--open", action="store_true", help="open the site in the browser")


def _new_words(new: argparse.ArgumentParser) -> None:
    kinds = ("post", "page", "translation", "site")
    new.add_argument("kind", choices=kinds, type=one_of(kinds, "a kind of text"))
    new.add_argument(
        "title",
        nargs="+",
        action=_InQuotes,
        metavar="title",
        help="the title; for a translation the file to translate; for a site its folder",
    )
    new.add_argument(
        "--lang", default="", help="language of the new text; of a site one or more, such as en,es"
    )
    # argparse would show the title as several words, which is what it must not be.
    new.usage = "%(prog)s [-h] [--root ROOT] [--lang LANG] {post,page,translation,site} title"


def _clean_words(clean: argparse.ArgumentParser) -> None:
    clean.add_argument("--output", help="folder that was written (default: output)")


def _deploy_words(deploy: argparse.ArgumentParser) -> None:
    deploy.add_argument("--output", help="folder to publish (default: output)")
    deploy.add_argument(
        "--to",
        default="origin",
        metavar="REMOTE",
        help="a remote of the site's repository, an address or a folder (default: origin)",
    )
    deploy.add_argument("--branch", default="gh-pages", help="branch (default: gh-pages)")
    deploy.add_argument("--dry-run", action="store_true", help="say what would change, do nothing")
    deploy.add_argument(
        "--allow-removals", action="store_true", help="though more than a fifth of the pages vanish"
    )
    deploy.add_argument(
        "--allow",
        action="append",
        default=[],
        metavar="PATH",
        help="publish this file of the output though it looks like a secret",
    )
    deploy.add_argument(
        "--adopt-branch",
        action="store_true",
        help="go on from a branch of someone else: its history is kept, its files are replaced",
    )
    deploy.add_argument(
        "--workflow",
        action="store_true",
        help="write .github/workflows/publish.yml, which builds and publishes on GitHub",
    )
    deploy.add_argument("--json", action="store_true", help="one JSON object a line")
    deploy.set_defaults(advice="nothing was published")


def _status_words(status: argparse.ArgumentParser) -> None:
    status.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="ask only about these: an original with all its translations, or one translation",
    )
    status.add_argument(
        "--lang", type=_words, default=(), metavar="CODES", help="languages, such as es,fr"
    )
    status.add_argument("--all", action="store_true", help="list every work that needs work")
    status.add_argument(
        "--accept",
        action="store_true",
        help="vouch for translations: write into translations.lock that they are up to date",
    )
    status.add_argument(
        "--fail-on",
        type=_states,
        default=(),
        metavar="STATES",
        help="exit 1 when there are any, such as stale,missing",
    )
    _asking_options(status)
    status.set_defaults(url=None, base_path=None, drafts=False, future=False)


def _asking_options(command: argparse.ArgumentParser) -> None:
    """What commands have in common that read the site and write nothing."""
    command.add_argument("--now", type=_moment, help="what counts as now, such as 2026-01-31T12:00")
    command.add_argument("--jobs", type=int, default=0, help="processes (default: one a core)")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.set_defaults(output=None, strict=False, force=False)


def _site_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", help="folder to write (default: output)")
    command.add_argument("--url", help="address of the site, instead of site.yml's")
    command.add_argument("--base-path", help="path below the host, instead of site.yml's")
    command.add_argument("--drafts", action="store_true", help="publish drafts too")
    command.add_argument("--future", action="store_true", help="publish posts dated in the future")
    command.add_argument("--now", type=_moment, help="what counts as now, such as 2026-01-31T12:00")
    command.add_argument("--strict", action="store_true", help="treat warnings as errors")
    command.add_argument("--jobs", type=int, default=0, help="processes (default: one a core)")
    command.add_argument("--force", action="store_true", help="recall nothing from the memory")
    command.add_argument("--why", action="store_true", help="say why each page is made again")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.add_argument("--quiet", action="store_true", help="say problems only")


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in text.split(","))))


def _states(text: str) -> tuple[State, ...]:
    from site_builder.model.ledger import State
    from site_builder.model.words import did_you_mean

    known = [state.value for state in State]
    for word in _words(text):
        if word not in known:
            meant = did_you_mean(word, known)
            hint = f"did you mean {meant}?" if meant else f"the states are {', '.join(known)}"
            raise argparse.ArgumentTypeError(f"{word} is not a state; {hint}")
    return tuple(map(State, _words(text)))


def _moment(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is not a moment such as 2026-01-31T12:00"
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


_COMMANDS: Mapping[str, tuple[Command, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": (commands.build, "write the site into output/", _build_words),
    "check": (commands.check, "look for mistakes, write nothing", _site_options),
    "status": (commands.status, "show how translations stand", _status_words),
    "explain": (commands.explain, "say why a page is as it is", _explain_words),
    "serve": (commands.serve, "preview the site and reload it on every save", _serve_words),
    "new": (commands.new, "begin a post, a page, a translation or a site", _new_words),
    "deploy": (commands.deploy, "publish the output to a branch", _deploy_words),
    "clean": (commands.clean, "remove what we wrote, and the memory", _clean_words),
}
"""By name: what it does, in a sentence too, and what may be typed after it."""
