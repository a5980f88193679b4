"""The only voice: Problems and events in, lines for people or machines out.

content/posts/x.md:3:7  lang: "sp" is not a language of this site (en, es)   (unknown-language)
3 | lang: sp
|       ^
= did you mean "es"?
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from site_builder.events import Event, KeptLastGood, Notice, Rebuilt, Reloaded, Serving
from site_builder.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from site_builder.build import Built, Prepared

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ORDER = list(_COLOURS)
_WIDEST_QUOTE = 120
"""Characters of a quoted line; more would wrap and the caret would point nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How to speak: decided once, from the words typed and the environment."""

    out: TextIO
    """For results."""
    err: TextIO
    """For problems."""
    environment: Mapping[str, str]
    """Asked for ``NO_COLOR`` and ``GITHUB_ACTIONS``."""
    as_json: bool = False
    quiet: bool = False
    why: bool = False

    @property
    def is_coloured(self) -> bool:
        """Colours only on a terminal and without NO_COLOR (no-color.org)."""
        return self.err.isatty() and not self.environment.get("NO_COLOR")


class Report:
    """Says what happened, in the manner of one Voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def event(self, event: Event) -> None:
        """Say what happens while the builder runs."""
        match event:
            case Rebuilt() if self._voice.why:
                self._line(
                    f"   {event.what}: {event.reason.value}",
                    {"event": "rebuilt", "what": event.what, "reason": event.reason.name},
                )
            case Serving():
                self._line(
                    f" Serving {event.url}   (Ctrl-C stops)", {"event": "serving", "url": event.url}
                )
            case Reloaded():
                self._reloaded(event)
            case KeptLastGood():
                self.problems(event.problems)
                self._line(
                    " ✗ the last good site is still shown",
                    {"event": "kept-last-good", "problems": len(event.problems)},
                )
            case Notice():
                self._line(f" {event.text}", {"event": "notice", "text": event.text})

    def _reloaded(self, event: Reloaded) -> None:
        self.problems(event.problems)
        others = len(event.files) - 1
        saved = event.files[0] if event.files else "the whole site"
        more = f" and {others} more" if others > 0 else ""
        self._line(
            f" ✓ {saved}{more}   {event.pages} pages in {event.milliseconds:.0f} ms",
            {"event": "reloaded", "files": list(event.files), "pages": event.pages},
        )

    def problems(self, problems: Iterable[Problem]) -> None:
        """Say every Problem once, sorted by place, identical ones folded."""
        for problem, times in _folded(problems):
            if self._voice.as_json:
                print(
                    json.dumps(_as_json(problem, times), ensure_ascii=False), file=self._voice.out
                )
                continue
            print(self._spelled(problem, times), file=self._voice.err)
            if self._voice.environment.get("GITHUB_ACTIONS") == "true":
                print(_annotation(problem), file=self._voice.out)

    def built(self, built: Built, seconds: float) -> None:
        """Say how a build ended: numbers per language, what changed, how long it took."""
        result, prepared = built.result, built.prepared
        counts = _severities(prepared.problems)
        self._summary(prepared)
        self.problems(prepared.problems)
        mark = "✗" if counts[Severity.ERROR] else "✓"
        self._line(
            f" {mark} {result.files} files, {len(result.changed)} changed, "
            f"{len(result.removed)} removed, in {seconds:.2f} s   {_tally(counts)}".rstrip(),
            {
                "event": "built",
                "files": result.files,
                "changed": list(result.changed),
                "removed": list(result.removed),
                "seconds": round(seconds, 3),
                "problems": {severity.value: count for severity, count in counts.items()},
            },
        )

    def checked(self, prepared: Prepared) -> None:
        """Say how a check without writing ended."""
        self._summary(prepared)
        self.problems(prepared.problems)
        counts = _severities(prepared.problems)
        self._line(
            f" ✓ {len(prepared.plan.links)} links checked   {_tally(counts)}".rstrip(),
            {"event": "checked", "links": len(prepared.plan.links)},
        )

    def unchanged(self, seconds: float) -> None:
        """Say that there was nothing to do."""
        self._line(
            f" ✓ nothing has changed, in {seconds:.2f} s",
            {"event": "unchanged", "seconds": round(seconds, 3)},
        )

    def failed(self, problems: Sequence[Problem], advice: str) -> None:
        """Say why nothing was done, and one line of advice."""
        self.problems(problems)
        counts = _severities(problems)
        if not self._voice.as_json:
            print(f" ✗ {_tally(counts)}   {advice}".rstrip(), file=self._voice.err)

    def say(self, text: str) -> None:
        """Say one line that is a result by itself."""
        print(text, file=self._voice.out)

    def bug(self, doing: str, trace: str) -> None:
        """Say that the builder itself is wrong, and what it was doing."""
        print(f"{trace}\n ✗ a bug in site-builder, {doing}; please report it", file=self._voice.err)

    def _summary(self, prepared: Prepared) -> None:
        if self._voice.quiet or self._voice.as_json:
            return
        # Imported here: a build with nothing to do has no plan to speak of.
        from site_builder.model.route import Form

        site, config, plan = prepared.site, prepared.config, prepared.plan
        posts = " · ".join(f"{code} {len(found)}" for code, found in site.posts.items())
        pages = sum(map(len, site.pages.values())) + len(site.home_texts)
        hiring = sum(route.form is Form.RESUME for route in plan.routes)
        feeds = sum(route.form is Form.ATOM for route in plan.routes)
        found = sum(route.in_sitemap for route in plan.routes)
        missing = sum(
            len(config.languages) - len(work.documents)
            for work in site.works
            if work.key.startswith("post")
        )
        lines = [
            f" Building {config.title[config.default_language]}  (content/ → output/)",
            f"   posts {sum(map(len, site.posts.values())):>5}   {posts}"
            + (f"   translations missing {missing}" if missing else ""),
            f"   pages {pages:>5}"
            + (f"   hiring page in {hiring} language{'s' * (hiring != 1)}" if hiring else ""),
            f"   feeds {feeds:>5}   sitemap {found} URLs",
        ]
        print("\n".join(lines), file=self._voice.out)

    def _line(self, text: str, data: Mapping[str, object]) -> None:
        if self._voice.as_json:
            print(json.dumps(data, ensure_ascii=False), file=self._voice.out)
        elif not self._voice.quiet:
            print(text, file=self._voice.out, flush=True)

    def _spelled(self, problem: Problem, times: int) -> str:
        mark = self._paint(_MARKS[problem.severity], problem.severity)
        where = f"{problem.place}  " if problem.place else ""
        often = f"   ({times} times)" if times > 1 else ""
        lines = [f" {mark} {_visible(where + problem.message)}   ({problem.code}){often}"]
        lines += _quote(problem)
        if problem.hint:
            lines.append(f"     = {_visible(problem.hint)}")
        return "\n".join(lines)

    def _paint(self, text: str, severity: Severity) -> str:
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if self._voice.is_coloured else text


def _folded(problems: Iterable[Problem]) -> Iterable[tuple[Problem, int]]:
    """Sorted by place; what is said of one file in the same words is said once, at the first."""
    nowhere = Place(path="")
    in_order = sorted(
        problems, key=lambda problem: (problem.place or nowhere, problem.code, problem.message)
    )
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in in_order:
        path = problem.place.path if problem.place else ""
        same.setdefault((path, problem.code, problem.message), []).append(problem)
    return [(found[0], len(found)) for found in same.values()]


def _quote(problem: Problem) -> list[str]:
    place = problem.place
    if place is None or not problem.quote.strip() or len(problem.quote) > _WIDEST_QUOTE:
        return []
    number = str(place.line)
    lines = [f"     {number} | {_visible(problem.quote)}"]
    if place.column:
        before = "".join(
            "\t" if letter == "\t" else " " for letter in problem.quote[: place.column - 1]
        )
        lines.append(f"     {' ' * len(number)} | {before}^")
    return lines


def _visible(text: str) -> str:
    """A file's text must not steer the terminal: control characters are shown as escapes."""
    return "".join(
        letter
        if letter.isprintable() or letter == "\t"
        else letter.encode("unicode_escape").decode()
        for letter in text
    )


def _as_json(problem: Problem, times: int) -> dict[str, object]:
    place = problem.place
    return {
        "event": "problem",
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "quote": problem.quote,
        "times": times,
    }


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; percent, CR and LF are escaped as its toolkit does."""
    facts = [f"title={problem.code}"]
    if problem.place:
        facts.insert(0, f"file={problem.place.path},line={max(1, problem.place.line)}")
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB[problem.severity]} {','.join(facts)}::{message}"


def _severities(problems: Iterable[Problem]) -> dict[Severity, int]:
    counts = dict.fromkeys(_ORDER, 0)
    for problem, _ in _folded(problems):
        counts[problem.severity] += 1
    return counts


def _tally(counts: Mapping[Severity, int]) -> str:
    return ", ".join(
        f"{count} {severity.value}{'s' * (count != 1)}"
        for severity, count in counts.items()
        if count
    )
