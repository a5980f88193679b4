"""Do the heads of finished pages say what was planned?

A plan is proven in every build; whether the pages say it depends on their templates, and a site may
have its own. Only ``check`` reads finished pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

from site_builder.model.artifact import Artifact
from site_builder.model.route import Plan
from site_builder.model.view import PageView
from site_builder.problems import Problem


def check_heads(plan: Plan, artifacts: Iterable[Artifact]) -> tuple[Problem, ...]:
    """Read the staged pages of a plan; those in the output already are not read.

    Problems: ``hreflang``, one for each template, with the first address and their number.
    """
    staged = {artifact.output: artifact.staged for artifact in artifacts if artifact.staged}
    faults: dict[tuple[str, str], list[str]] = {}
    for route in plan.routes:
        if isinstance(route.view, PageView) and route.output in staged:
            head = _read_head(Path(staged[route.output]))
            for fault in _faults(route.view, head):
                faults.setdefault((route.template, fault), []).append(route.address)
    return tuple(_problem(template, fault, faults[template, fault]) for template, fault in faults)


def _faults(view: PageView, head: _Head) -> Iterable[str]:
    if head.alternates != [(one.tag, one.url) for one in view.alternates]:
        yield "the head has other alternates than page.alternates"
    if head.language != view.chrome.language.tag:
        yield "<html lang> is not the language of the page"


def _problem(template: str, fault: str, addresses: list[str]) -> Problem:
    first, *others = addresses
    more = f" and {len(others)} more" if others else ""
    return Problem(
        code="hreflang",
        message=f"{first}{more}: {fault}, as {template} writes it",
        hint="the shipped base.html shows how to write it",
    )


def _read_head(file: Path) -> _Head:
    head = _Head()
    head.feed(file.read_text(encoding="utf-8").partition("</head>")[0])
    return head


class _Head(HTMLParser):
    """What the head of a page says of languages."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.alternates: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said: Mapping[str, str] = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = said.get("lang", "")
        elif tag == "link" and said.get("rel") == "alternate" and "hreflang" in said:
            self.alternates.append((said["hreflang"], said.get("href", "")))
