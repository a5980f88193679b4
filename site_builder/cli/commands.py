"""What each command does. A command imports its room when it runs, and no other."""

from __future__ import annotations

import gc
import os
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.cli.exit_codes import GOOD, PROBLEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from site_builder.build.request import Assembled, Built, Request
    from site_builder.freshness import Answer
    from site_builder.model.language import Language
    from site_builder.report import Report


MOST_WORKS = 20
"""Works that ``status`` lists without ``--all``."""


def build(options: argparse.Namespace, report: Report) -> int:
    """Write the site into the output folder."""
    from site_builder.freshness.record import forget, look, problems

    answer: Answer | None = options.answer
    said = problems(answer.said) if answer is not None else None
    if answer is not None and said is not None:
        if not answer.changed:
            report.unchanged(said, time.perf_counter() - options.start)
            return GOOD
        from site_builder.cli.building import amend

        root = Path(options.root).resolve()
        changed = amend(answer, options.words, root, _output(options, root), said)
        if changed is not None:
            seconds = time.perf_counter() - options.start
            report.amended(answer.files, len(changed), said, seconds)
            return GOOD
    root = Path(options.root).resolve()
    seen = look(root, options.words, time.time_ns())
    forget(seen.record)
    # Imported here and not before: a build with nothing to do ends above.
    from site_builder.build.conductor import build
    from site_builder.cli.building import remember_build
    from site_builder.problems import has_errors

    def ended(built: Built) -> None:
        # Who wants to see the work done, or every step of it, is never told that there is none.
        is_watched = options.force or options.why or options.json
        if not is_watched and not has_errors(built.prepared.problems):
            remember_build(built, seen, _output(options, root))

    built = build(_request(options), report.event, ended)
    options.kept.append(built)
    report.built(built, time.perf_counter() - options.start)
    return PROBLEMS if has_errors(built.prepared.problems) else GOOD


def check(options: argparse.Namespace, report: Report) -> int:
    """Look for mistakes and write nothing."""
    from dataclasses import replace

    from site_builder.build.alone import alone
    from site_builder.build.conductor import prepare
    from site_builder.inspect.hreflang import check_heads
    from site_builder.problems import has_errors

    request = replace(_request(options), on_check=True)
    with alone(request.root):
        prepared = prepare(request, lambda _path, _digest: False, report.event)
        heads = check_heads(prepared.plan, prepared.artifacts)
    prepared = replace(prepared, problems=(*prepared.problems, *heads))
    options.kept.append(prepared)
    report.checked(prepared)
    return PROBLEMS if has_errors(prepared.problems) else GOOD


def status(options: argparse.Namespace, report: Report) -> int:
    """Say how translations stand, or vouch for them."""
    from site_builder.build.conductor import assembled
    from site_builder.inspect.paths import named_texts
    from site_builder.inspect.status import known_languages, status_table
    from site_builder.problems import SiteError, has_errors

    request = _request(options)
    found = assembled(request, report.event)
    # Who asks how translations stand is not asking what else there is to say.
    report.problems(one for one in found.problems if one.is_error)
    config = found.config
    languages = known_languages(options.lang, config)
    paths = named_texts(options.files, request.root, Path.cwd(), found.site.by_path)
    if languages.value is None or paths.value is None:
        raise SiteError((*languages.problems, *paths.problems))
    if options.accept:
        return _accept(found, languages.value, paths.value, request.root, report)
    title = config.title[config.default_language]
    table = status_table(found.site, title, languages.value, paths.value)
    report.status(table, None if options.all else MOST_WORKS)
    report.left_unsaid([one for one in found.problems if not one.is_error])
    failing = {state: table.total[state] for state in options.fail_on if table.total[state]}
    if failing:
        report.failing(failing)
    return PROBLEMS if failing or has_errors(found.problems) else GOOD


def _accept(
    found: Assembled,
    languages: Sequence[Language],
    paths: Sequence[str],
    root: Path,
    report: Report,
) -> int:
    from site_builder.inspect.accept import accept, save_ledger
    from site_builder.problems import has_errors

    accepted = accept(found.site, languages, paths)
    saved = save_ledger(root, accepted.ledger)
    report.problems(saved.problems)
    if saved.value is None:
        return PROBLEMS
    report.accepted(accepted.accepted, accepted.dropped)
    return PROBLEMS if has_errors(found.problems) else GOOD


def explain(options: argparse.Namespace, report: Report) -> int:
    """Say why a page is as it is."""
    from site_builder.build.conductor import planned
    from site_builder.config import places_in_site_file
    from site_builder.inspect.explain import explain
    from site_builder.inspect.lookup import look_up
    from site_builder.problems import SiteError, has_errors

    request = _request(options)
    plan = planned(request, report.event)
    found = look_up(options.address, plan, request.root, Path.cwd())
    if found.value is None:
        raise SiteError(found.problems)
    places = places_in_site_file(request.root)
    explanation = explain(found.value, plan, places, request.root)
    report.explained(explanation)
    about_it = [one for one in plan.problems if one.place and one.place.path == explanation.path]
    report.problems(about_it)
    return PROBLEMS if has_errors(about_it) else GOOD


def serve(options: argparse.Namespace, report: Report) -> int:
    """Show a preview until it is interrupted."""
    from site_builder.serve.command import Wish, serve

    gc.enable()  # connections and threads come and go for hours
    wish = Wish(
        host=options.host,
        port=options.port,
        allowed_hosts=tuple(options.allowed_host),
        open_browser=options.open,
    )
    return serve(_request(options, scope="serve"), wish, report.event)


def new(options: argparse.Namespace, report: Report) -> int:
    """Begin a file."""
    from site_builder.scaffold.new import Wish, new

    today = datetime.now().astimezone().date().isoformat()
    wish = Wish(kind=options.kind, title=options.title, language=options.lang, today=today)
    outcome = new(wish, Path(options.root).resolve())
    report.problems(outcome.problems)
    if outcome.value is None:
        return PROBLEMS
    report.say(outcome.value)
    return GOOD


def deploy(options: argparse.Namespace, report: Report) -> int:
    """Publish the output, or write the workflow that does it on GitHub."""
    from site_builder.publish.deploy import Wish, deploy
    from site_builder.publish.workflow import write_workflow

    root = _site(options)
    if options.workflow:
        written = write_workflow(root)
        report.problems(written.problems)
        if written.value is None:
            return PROBLEMS
        report.say(written.value)
        return GOOD
    wish = Wish(
        remote=options.to,
        branch=options.branch,
        is_dry_run=options.dry_run,
        allows_removals=options.allow_removals,
        adopts_branch=options.adopt_branch,
        allowed=tuple(options.allow),
    )
    output, here = _output(options, root), Path.cwd()
    outcome = deploy(root, output, wish, here, time.time(), tell=report.event)
    if outcome.value is None:
        report.failed(outcome.problems, options.advice)
        return PROBLEMS
    report.problems(outcome.problems)
    report.deployed(outcome.value)
    return GOOD


def clean(options: argparse.Namespace, report: Report) -> int:
    """Take away what the builder wrote."""
    from site_builder.write.output import clean

    root = _site(options)
    outcome = clean(root, _output(options, root))
    report.problems(outcome.problems)
    if outcome.value is None:
        return PROBLEMS
    report.say(f" ✓ {len(outcome.value.removed)} files removed")
    return GOOD


def _site(options: argparse.Namespace) -> Path:
    """The site's folder; SiteError where there is none."""
    from site_builder.config import missing_site
    from site_builder.problems import SiteError

    root = Path(options.root).resolve()
    missing = missing_site(root)
    if missing is not None:
        raise SiteError([missing])
    return root


def _request(options: argparse.Namespace, scope: str = "build") -> Request:
    from site_builder.build.request import Request
    from site_builder.config import ConfigOverrides
    from site_builder.model.gate import Gate

    root = _site(options)
    return Request(
        root=root,
        output=_output(options, root),
        gate=Gate(now=_now(options.now), drafts=options.drafts, future=options.future),
        overrides=ConfigOverrides(
            url=options.url, base_path=options.base_path, strict=options.strict or None
        ),
        jobs=options.jobs,
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
