"""What is wrong, shown in the page.

Over the last good page it comes as JSON, which our script shows as text, never as markup. Where
there is no good page yet it is a page of its own. Problems quote what an author wrote, so all of it
is escaped; the project's folder and the home folder are left out, for other machines may look on.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from site_builder.problems import Problem
from site_builder.report.quoted_line import caret_line, excerpt
from site_builder.report.spelling import Said, gathered
from site_builder.serve.inject import script_tag

_STYLE = """
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
code, pre { font: .9rem/1.4 ui-monospace, monospace; }
pre { overflow-x: auto; }
li { margin-bottom: 1.5rem; }
@media (prefers-color-scheme: dark) { body { background: #1d1f21; color: #f2f2f0; } }
"""
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

PAGE_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy of the page of mistakes."""


def problems_json(problems: Iterable[Problem], root: Path) -> bytes:
    """The Problems as a JSON list of texts: where, message, code, severity, quote, caret, hint."""
    return json.dumps(_facts(problems, root), ensure_ascii=False).encode()


def problems_page(problems: Iterable[Problem], root: Path, script: str) -> bytes:
    """A whole page that lists the Problems, and reloads through ``script`` when they are mended."""
    items = "".join(_item(facts) for facts in _facts(problems, root))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>There is no page yet</title><style>{_STYLE}</style></head>"
        "<body><main><h1>There is no page yet</h1>"
        "<p>The site has a mistake. This page follows as soon as it is mended.</p>"
        f"<ol>{items}</ol></main>{script_tag(script).decode()}</body></html>\n"
    ).encode()


def _facts(problems: Iterable[Problem], root: Path) -> Sequence[dict[str, str]]:
    ordered = sorted(gathered(problems), key=lambda said: not said.problem.is_error)
    return [_fact(said, root) for said in ordered]


def _fact(said: Said, root: Path) -> dict[str, str]:
    problem, more = said.problem, len(said.elsewhere)
    quote, column = excerpt(problem.quote, problem.place.column if problem.place else 0)
    return {
        "where": f"{problem.place or ''}{f' and {more:,} more files' if more else ''}",
        "message": _without_folders(problem.message, root),
        "code": problem.code,
        "severity": str(problem.severity),
        "quote": quote,
        "caret": caret_line(quote, column),
        "hint": _without_folders(problem.hint, root),
    }


def _without_folders(text: str, root: Path) -> str:
    text = text.replace(f"{root}{os.sep}", "").replace(str(root), ".")
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def _item(facts: dict[str, str]) -> str:
    safe = {name: html.escape(text) for name, text in facts.items()}
    parts = [f"<p>{safe['message']} ({safe['code']})</p>"]
    if safe["where"]:
        parts.insert(0, f"<code>{safe['where']}</code>")
    if safe["quote"]:
        parts.append(f"<pre>{safe['quote']}\n{safe['caret']}</pre>")
    if safe["hint"]:
        parts.append(f"<p>{safe['hint']}</p>")
    return f"<li>{''.join(parts)}</li>"
