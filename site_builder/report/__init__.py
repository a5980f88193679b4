"""The only voice: Problems and events in, lines for people or machines out.

content/posts/x.md:3:7  lang: "sp" is not a language of this site (en, es)   (unknown-language)
3 | lang: sp
|       ^
= did you mean "es"?
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from site_builder.events import (
    Event,
    KeptLastGood,
    Notice,
    Rebuilt,
    Reloaded,
    SearchWorked,
    Serving,
    StageFinished,
)
from site_builder.freshness import nothing_to_do
from site_builder.frozen import dataclass
from site_builder.problems import Problem, Severity
from site_builder.report.spelling import (
    Said,
    annotation,
    as_json,
    folded,
    gathered,
    others,
    quote,
    severities,
    tally,
    visible,
)

if TYPE_CHECKING:
    from site_builder.build.request import Built, Prepared
    from site_builder.model.deployment import Deployment
    from site_builder.model.explanation import Explanation
    from site_builder.model.ledger import State
    from site_builder.model.status import StatusTable

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


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

    def is_coloured(self, stream: TextIO) -> bool:
        """Colours only on a terminal and without NO_COLOR (no-color.org)."""
        return stream.isatty() and not self.environment.get("NO_COLOR")


class Report:
    """Says what happened, in the manner of one Voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._seconds: dict[str, float] = {}
        self._search: dict[str, float] = {}

    def event(self, event: Event) -> None:
        """Say what happens while the builder runs."""
        match event:
            case StageFinished():
                self._seconds[event.stage] = round(event.seconds, 4)
            case SearchWorked():
                self._search[event.part] = round(event.seconds, 4)
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
                    " ✗ the last good site is still shown"
                    if event.shows_earlier
                    else " ✗ there is no page yet; the site follows as soon as this is mended",
                    {"event": "kept-last-good", "problems": len(event.problems)},
                )
            case Notice():
                self._line(f" {event.text}", {"event": "notice", "text": event.text})

    def _reloaded(self, event: Reloaded) -> None:
        self.problems(event.problems)
        saved = event.files[0] if event.files else "the whole site"
        if len(event.files) > 1:
            saved += f" and {len(event.files) - 1} more"
        if event.is_rest:
            saved = "what else shows it"
        files = f"{event.pages} file{'s' * (event.pages != 1)}" if event.pages else "nothing new"
        self._line(
            f" ✓ {saved}   {files} in {event.milliseconds:.0f} ms",
            {"event": "reloaded", "files": list(event.files), "pages": event.pages},
        )

    def problems(self, problems: Iterable[Problem]) -> None:
        """Say every Problem once, sorted by place, identical ones folded."""
        if self._voice.as_json:
            for problem, times in folded(problems):
                print(json.dumps(as_json(problem, times), ensure_ascii=False), file=self._voice.out)
            return
        for said in gathered(problems):
            print(self._spelled(said), file=self._voice.err)
            if self._voice.environment.get("GITHUB_ACTIONS") == "true":
                print(annotation(said.problem), file=self._voice.out)

    def built(self, built: Built, seconds: float) -> None:
        """Say how a build ended: numbers per language, what changed, how long it took."""
        result, prepared = built.result, built.prepared
        counts = severities(prepared.problems)
        self._summary(prepared, writes=True)
        self.problems(prepared.problems)
        mark = "✗" if counts[Severity.ERROR] else "✓"
        self._line(
            f" {mark} {result.files} files, {len(result.changed)} changed, "
            f"{len(result.removed)} removed, in {seconds:.2f} s   {tally(counts)}".rstrip(),
            {
                "event": "built",
                "files": result.files,
                "changed": list(result.changed),
                "removed": list(result.removed),
                "seconds": round(seconds, 3),
                "stages": self._seconds,
                "search": self._search,
                "problems": {severity.value: count for severity, count in counts.items()},
            },
        )

    def checked(self, prepared: Prepared) -> None:
        """Say how a check without writing ended."""
        self._summary(prepared, writes=False)
        self.problems(prepared.problems)
        counts = severities(prepared.problems)
        self._line(
            f" ✓ {len(prepared.plan.links)} links checked   {tally(counts)}".rstrip(),
            {"event": "checked", "links": len(prepared.plan.links)},
        )

    def status(self, table: StatusTable, limit: int | None) -> None:
        """Say how translations stand; of the works that need work at most ``limit``."""
        from site_builder.report.status import status_lines, status_objects

        if self._voice.as_json:
            for one in status_objects(table):
                self._line("", one)
            return
        for line in status_lines(table, limit, self._paint_out):
            self._line(line, {})

    def explained(self, explanation: Explanation) -> None:
        """Say why a page is as it is."""
        from site_builder.report.explanation import explanation_lines, explanation_objects

        if self._voice.as_json:
            for one in explanation_objects(explanation):
                self._line("", one)
            return
        for line in explanation_lines(explanation, self._paint_out):
            self._line(line, {})

    def deployed(self, deployment: Deployment) -> None:
        """Say what was published, or would be."""
        from site_builder.report.deployment import deployment_lines, deployment_object

        if self._voice.as_json:
            self._line("", deployment_object(deployment))
            return
        for line in deployment_lines(deployment):
            self._line(line, {})

    def left_unsaid(self, problems: Sequence[Problem]) -> None:
        """Say how many Problems there are that nobody asked for here; to machines say them all."""
        if self._voice.as_json:
            self.problems(problems)
        elif problems:
            counted = tally(severities(problems))
            self._line(f" {counted} besides; to see them: site-builder check", {})

    def failing(self, counts: Mapping[State, int]) -> None:
        """Say why ``status --fail-on`` fails."""
        if not self._voice.as_json:
            found = ", ".join(f"{count} {state.value}" for state, count in counts.items())
            print(f" ✗ {found}", file=self._voice.err)

    def accepted(self, accepted: int, dropped: int) -> None:
        """Say what ``status --accept`` wrote."""
        gone = f", {dropped} forgotten whose files are gone" if dropped else ""
        self._line(
            f" ✓ {accepted} translation{'s' * (accepted != 1)} accepted{gone}"
            + ("   commit translations.lock" if accepted or dropped else ""),
            {"event": "accepted", "accepted": accepted, "forgotten": dropped},
        )

    def unchanged(self, said: Sequence[Problem], seconds: float) -> None:
        """Say that there was nothing to do, and again what the last build ``said``."""
        self.problems(said)
        self._line(
            f"{nothing_to_do(seconds)}   {tally(severities(said))}".rstrip(),
            {"event": "unchanged", "seconds": round(seconds, 3)},
        )

    def amended(self, files: int, changed: int, said: Sequence[Problem], seconds: float) -> None:
        """Say how a build ended that went the short way, and again what the last one ``said``.

        Never to machines: who asks for JSON wants to see the work, and has it done the long way.
        """
        if not changed:
            self.unchanged(said, seconds)
            return
        self.problems(said)
        self._line(
            f" ✓ {files} files, {changed} changed, 0 removed, "
            f"in {seconds:.2f} s   {tally(severities(said))}".rstrip(),
            {},
        )

    def failed(self, problems: Sequence[Problem], advice: str) -> None:
        """Say why nothing was done, and one line of advice."""
        self.problems(problems)
        counts = severities(problems)
        if not self._voice.as_json:
            print(f" ✗ {tally(counts)}   {advice}".rstrip(), file=self._voice.err)

    def say(self, text: str) -> None:
        """Say one line that is a result by itself."""
        print(text, file=self._voice.out)

    def bug(self, doing: str, trace: str) -> None:
        """Say that the builder itself is wrong, and what it was doing."""
        print(f"{trace}\n ✗ a bug in site-builder, {doing}; please report it", file=self._voice.err)

    def _summary(self, prepared: Prepared, *, writes: bool) -> None:
        if self._voice.quiet or self._voice.as_json:
            return
        # Imported here: a build with nothing to do has no plan to speak of.
        from site_builder.report.summary import summary_lines

        lines = summary_lines(prepared, sum(self._search.values()), writes=writes)
        print("\n".join(lines), file=self._voice.out)

    def _line(self, text: str, data: Mapping[str, object]) -> None:
        if self._voice.as_json:
            print(json.dumps(data, ensure_ascii=False), file=self._voice.out)
        elif not self._voice.quiet:
            print(text, file=self._voice.out, flush=True)

    def _spelled(self, said: Said) -> str:
        problem = said.problem
        mark = self._paint(_MARKS[problem.severity], problem.severity)
        where = f"{problem.place}  " if problem.place else ""
        often = f"   ({said.times} times)" if said.times > 1 else ""
        if said.elsewhere:
            often = f"   (in {len(said.elsewhere) + 1:,} files)"
        lines = [f" {mark} {visible(where + problem.message)}   ({problem.code}){often}"]
        lines += quote(problem)
        if problem.hint:
            lines.append(f"     = {visible(problem.hint)}")
        if said.elsewhere:
            lines.append(f"     also {visible(others(said.elsewhere))}")
        return "\n".join(lines)

    def _paint(self, text: str, severity: Severity) -> str:
        is_coloured = self._voice.is_coloured(self._voice.err)
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if is_coloured else text

    def _paint_out(self, text: str, colour: str) -> str:
        is_coloured = self._voice.is_coloured(self._voice.out)
        return f"\x1b[{colour}m{text}\x1b[0m" if is_coloured else text
