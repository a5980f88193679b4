"""Pages are recalled by what they show; every page that is made has its reason."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder import parallel
from site_builder.events import Reason, Rebuilt
from site_builder.memory.memo import Memory
from site_builder.model.artifact import Artifact
from site_builder.model.data_view import PlainView
from site_builder.model.route import Form, Route
from site_builder.problems import Outcome, Problem

ROUTES = tuple(
    Route(
        address=f"/{name}",
        output=name,
        language="",
        form=Form.TEXT,
        template="t",
        view=PlainView(text=text),
        owner=name,
    )
    for name, text in {"a.txt": "one", "b.txt": "two", "twin.txt": "two"}.items()
)


def _render(route: Route) -> Outcome[bytes]:
    assert isinstance(route.view, PlainView)
    return Outcome(value=route.view.text.encode())


class Run:
    """One run; ``kept`` is what the output holds: output path → digest."""

    def __init__(  # noqa: PLR0913 because these are the things that may differ
        self,
        folder: Path,
        routes: tuple[Route, ...] = ROUTES,
        *,
        kept: Mapping[str, str] | None = None,
        version: str = "1",
        template: str = "x",
        render: Callable[[Route], Outcome[bytes]] = _render,
        jobs: int = 1,
    ) -> None:
        self.reasons: dict[str, Reason] = {}
        kept = kept or {}
        memory = Memory(folder, "build", version, jobs=jobs, forget=False)
        outcome = memory.render(
            routes, render, {"t": template}, lambda path, one: kept.get(path) == one, self._tell
        )
        memory.close()
        self.artifacts: dict[str, Artifact] = {one.output: one for one in outcome.value or ()}
        self.problems: tuple[Problem, ...] = outcome.problems
        self.kept = {one.output: one.digest for one in self.artifacts.values()}

    def _tell(self, event: Rebuilt) -> None:
        self.reasons[event.what] = event.reason


def test_new_pages_are_staged_a_file_each(tmp_path: Path) -> None:
    """Two pages with the same bytes wait in two files, since each will be moved."""
    run = Run(tmp_path)
    assert set(run.reasons.values()) == {Reason.NEW}
    staged = {output: Path(one.staged).read_text() for output, one in run.artifacts.items()}
    assert staged == {"a.txt": "one", "b.txt": "two", "twin.txt": "two"}
    assert len({one.staged for one in run.artifacts.values()}) == 3
    assert run.artifacts["a.txt"].size == 3


def test_what_the_output_holds_is_not_made_again(tmp_path: Path) -> None:
    """The digest is handed on, and nothing is staged."""
    first = Run(tmp_path)
    second = Run(tmp_path, kept=first.kept)
    assert second.reasons == {}
    assert {one.staged for one in second.artifacts.values()} == {""}
    assert second.kept == first.kept


def test_every_reason_has_its_name(tmp_path: Path) -> None:
    """View, template, builder, a lost file: only what is concerned is made, and says why."""
    kept = Run(tmp_path).kept
    changed = (replace(ROUTES[0], view=PlainView(text="other")), *ROUTES[1:])
    run = Run(tmp_path, changed, kept=kept)
    assert run.reasons == {"a.txt": Reason.VIEW_CHANGED}
    kept = run.kept
    assert set(Run(tmp_path, changed, kept=kept, template="y").reasons.values()) == {
        Reason.TEMPLATE_CHANGED
    }
    again = Run(tmp_path, changed, kept=kept, template="y", version="2")
    assert (set(again.reasons.values()), len(again.reasons)) == ({Reason.TOOL_CHANGED}, 3)
    del kept["b.txt"]
    lost = Run(tmp_path, changed, kept=kept, template="y", version="2")
    assert lost.reasons == {"b.txt": Reason.OUTPUT_MISSING}


def test_a_page_that_fails_is_not_remembered(tmp_path: Path) -> None:
    """Its problem is told, it is no artifact, and the next run tries again."""
    problem = Problem(code="template-error", message="no")

    def fail(route: Route) -> Outcome[bytes]:
        is_bad = route.output == "a.txt"
        return Outcome(value=None, problems=(problem,)) if is_bad else _render(route)

    run = Run(tmp_path, render=fail)
    assert (run.problems, set(run.artifacts)) == ((problem,), {"b.txt", "twin.txt"})
    assert Run(tmp_path, kept=run.kept).reasons == {"a.txt": Reason.NEW}


def test_workers_stage_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages made by two processes are recalled by one."""
    monkeypatch.setattr(parallel, "FEW", 2)
    run = Run(tmp_path, jobs=2)
    assert Path(run.artifacts["b.txt"].staged).read_text() == "two"
    assert Run(tmp_path, kept=run.kept).reasons == {}


def test_who_renders_nothing_takes_nothing_away(tmp_path: Path) -> None:
    """``status`` and ``explain`` open the memory while a build is at work."""
    staged = tmp_path / "staging/build/a"
    staged.parent.mkdir(parents=True)
    staged.write_text("x")
    Memory(tmp_path, "build", "1", jobs=1, forget=False).close()
    assert staged.exists()


def test_what_an_earlier_run_left_staged_is_cleared(tmp_path: Path) -> None:
    """A run that was killed leaves nothing behind for ever."""
    left = tmp_path / "staging/build/left"
    left.parent.mkdir(parents=True)
    left.write_text("x")
    Run(tmp_path)
    assert not left.exists()
