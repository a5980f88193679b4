"""Words typed → the one command they mean. Each command imports its room when it runs.

Exit codes: 0 good, 1 problems of content or machine, 2 wrong usage, 70 a bug in the builder,
128 + signal when interrupted.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import __version__

if TYPE_CHECKING:
    from site_builder.build import Request
    from site_builder.report import Report

GOOD, PROBLEMS, USAGE, BUG = 0, 1, 2, 70
INTERRUPTED = 128 + signal.SIGINT


_GC_THRESHOLD = 100_000
"""Objects; Python's own 700 makes a build look a hundred times for garbage that it hardly makes."""


def entry() -> None:
    """The console script."""
    gc.set_threshold(_GC_THRESHOLD)
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Run the command that ``words`` name; returns the exit code."""
    try:
        options = _parser().parse_args(words)
    except SystemExit as stop:
        # argparse has said what is wrong, or printed the help that was asked for.
        return int(stop.code or 0)
    from site_builder.problems import SiteError
    from site_builder.report import Report, Voice

    voice = Voice(
        out=sys.stdout,
        err=sys.stderr,
        environment=os.environ,
        as_json=getattr(options, "json", False),
        quiet=getattr(options, "quiet", False),
        why=getattr(options, "why", False),
    )
    report = Report(voice)
    command: Callable[[argparse.Namespace, Report], int] = options.command
    try:
        return command(options, report)
    except SiteError as error:
        report.failed(error.problems, "nothing was written; the last good site stays")
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; Python's own complaint at exit helps nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception:  # noqa: BLE001 because this is the place where bugs become an exit code
        report.bug(f"while running {' '.join(words)}", traceback.format_exc())
        return BUG


def _build(options: argparse.Namespace, report: Report) -> int:
    from site_builder.freshness import forget, is_fresh, look, remember

    start = time.perf_counter()
    root = Path(options.root).resolve()
    output = _output(options, root)
    seen = look(root, _shaping(options), time.time_ns())
    if not (options.force or options.why or options.json) and is_fresh(seen, output):
        report.unchanged(time.perf_counter() - start)
        return GOOD
    forget(seen)
    # Imported here and not before: a build with nothing to do ends above.
    from site_builder.build import build
    from site_builder.problems import has_errors

    built = build(_request(options), report.event)
    report.built(built, time.perf_counter() - start)
    if not built.prepared.problems:
        remember(seen, output)
    return PROBLEMS if has_errors(built.prepared.problems) else GOOD


def _shaping(options: argparse.Namespace) -> list[str]:
    """All that was asked for, and the environment, as far as they can change what is written."""
    asked = {name: value for name, value in vars(options).items() if name != "command"}
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return [repr(sorted(asked.items())), epoch, str(Path(options.root).resolve()), str(Path.cwd())]


def _check(options: argparse.Namespace, report: Report) -> int:
    from dataclasses import replace

    from site_builder.build import prepare
    from site_builder.problems import has_errors

    request = replace(_request(options), on_check=True)
    prepared = prepare(request, lambda _path, _digest: False, report.event)
    report.checked(prepared)
    return PROBLEMS if has_errors(prepared.problems) else GOOD


def _serve(options: argparse.Namespace, report: Report) -> int:
    from site_builder.serve.command import Wish, serve

    wish = Wish(
        host=options.host,
        port=options.port,
        allowed_hosts=tuple(options.allowed_host),
        open_browser=options.open,
    )
    return serve(_request(options, scope="serve"), wish, report.event)


def _new(options: argparse.Namespace, report: Report) -> int:
    from site_builder.scaffold.new import Wish, new

    today = datetime.now().astimezone().date().isoformat()
    wish = Wish(kind=options.kind, title=options.title, language=options.lang, today=today)
    outcome = new(wish, Path(options.root).resolve())
    report.problems(outcome.problems)
    if outcome.value is None:
        return PROBLEMS
    report.say(outcome.value)
    return GOOD


def _clean(options: argparse.Namespace, report: Report) -> int:
    from site_builder.write.output import clean

    root = Path(options.root).resolve()
    outcome = clean(root, _output(options, root))
    report.problems(outcome.problems)
    if outcome.value is None:
        return PROBLEMS
    report.say(f" ✓ {len(outcome.value.removed)} files removed")
    return GOOD


def _request(options: argparse.Namespace, scope: str = "build") -> Request:
    from site_builder.build import Request
    from site_builder.config import ConfigOverrides
    from site_builder.model.gate import Gate

    root = Path(options.root).resolve()
    return Request(
        root=root,
        output=_output(options, root),
        gate=Gate(now=_now(options.now), drafts=options.drafts, future=options.future),
        overrides=ConfigOverrides(
            url=options.url, base_path=options.base_path, strict=options.strict or None
        ),
        # The preview has threads, and a process with threads is not forked.
        jobs=1 if scope == "serve" else options.jobs,
        force=options.force,
        adopt_output=getattr(options, "adopt_output", False),
        keep_going=getattr(options, "keep_going", False),
        scope=scope,
    )


def _output(options: argparse.Namespace, root: Path) -> Path:
    # Not resolved: a link in place of the output folder must be seen by who guards it.
    return Path.cwd() / options.output if options.output else root / "output"


def _now(typed: float | None) -> float:
    """``--now``, else ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else the clock."""
    if typed is not None:
        return typed
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(epoch) if epoch.isdigit() else time.time()


def _moment(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is not a moment such as 2026-01-31T12:00"
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="site-builder", description="Build a site that is written in several languages."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "write the site into output/")
    _site_options(build)
    build.add_argument(
        "--adopt-output", action="store_true", help="take over a folder with other files"
    )
    build.add_argument(
        "--keep-going", action="store_true", help="write all that is healthy, exit 1 all the same"
    )
    check = _command(commands, "check", _check, "look for mistakes, write nothing")
    _site_options(check)
    serve = _command(commands, "serve", _serve, "preview the site and reload it on every save")
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
    new = _command(commands, "new", _new, "begin a post, a page, a translation or a site")
    new.add_argument("kind", choices=("post", "page", "translation", "site"))
    new.add_argument(
        "title", help="the title; for a translation the file to translate; for a site its folder"
    )
    new.add_argument("--lang", default="", help="language of the new text")
    clean = _command(commands, "clean", _clean, "remove what the builder wrote, and its memory")
    clean.add_argument("--output", help="folder that was written (default: output)")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace, Report], int],
    sentence: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=sentence, description=sentence[0].upper() + sentence[1:] + "."
    )
    command.add_argument("--root", default=".", help="folder with site.yml (default: this one)")
    command.set_defaults(command=run)
    return command


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
