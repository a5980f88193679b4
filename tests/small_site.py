"""A small site on a real disk, built in this process or by the real command.

    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en", "title: First", body="Words.")
    site.build().reasons["a/index.html"] == Reason.NEW
    site.html("a/index.html").css_first("h1").text() == "First"

For laws that need no disk, draw the site with ``tests/drawing.py`` instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from site_builder.build.conductor import build
from site_builder.build.request import Built, Request
from site_builder.config import ConfigOverrides
from site_builder.events import Event, Reason, Rebuilt
from site_builder.model.gate import Gate
from site_builder.problems import Problem, SiteError

REPO: Final = Path(__file__).resolve().parent.parent
NOW: Final = 1_800_000_000.0
"""January 2027, as in ``tests/drawing.py``."""
LINES: Final = {
    "title": "Test",
    "url": "https://example.org",
    "default_language": "en",
    "languages": "[en, es]",
}
_SPEAKS_OTHERWISE: Final = {"GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a build in this process did."""

    built: Built
    reasons: Mapping[str, Reason]
    """Source or output path → why it was made again."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was not quite right."""
        return self.built.prepared.problems


class SmallSite:
    """A site of English and Spanish; ``lines`` of site.yml are added or put in place of others.

    In a folder that holds a site already, it is that site.
    """

    def __init__(self, root: Path, **lines: str) -> None:
        self.root = root
        self.output = root / "output"
        if lines or not (root / "site.yml").exists():
            self.configure(**lines)

    def configure(self, **lines: str) -> None:
        """Write site.yml anew."""
        typed = LINES | lines
        self.write("site.yml", "".join(f"{key}: {value}\n" for key, value in typed.items()))

    def write(self, path: str, text: str) -> Path:
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def post(self, name: str, *front: str, body: str = "Text.") -> Path:
        """Write a post; each of ``front`` is a line of its front matter."""
        return self._text(f"content/posts/{name}.md", front, body)

    def page(self, name: str, *front: str, body: str = "Text.") -> Path:
        """Write a page."""
        return self._text(f"content/pages/{name}.md", front, body)

    def _text(self, path: str, front: tuple[str, ...], body: str) -> Path:
        lines = front if any(line.startswith("title:") for line in front) else ("title: T", *front)
        return self.write(path, "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n")

    def build(
        self,
        *,
        output: Path | None = None,
        now: float = NOW,
        jobs: int = 1,
        force: bool = False,
        keep_going: bool = False,
        strict: bool | None = None,
    ) -> Run:
        """Build in this process; SiteError when there is an error."""
        events: list[Event] = []
        request = Request(
            root=self.root,
            output=output or self.output,
            gate=Gate(now=now),
            overrides=ConfigOverrides(strict=strict),
            jobs=jobs,
            force=force,
            keep_going=keep_going,
        )
        built = build(request, events.append)
        reasons = {one.what: one.reason for one in events if isinstance(one, Rebuilt)}
        return Run(built=built, reasons=reasons)

    def refused(self, **wish: bool) -> tuple[Problem, ...]:
        """The Problems of a build that has to fail."""
        try:
            self.build(**wish)
        except SiteError as error:
            return error.problems
        raise AssertionError("the site was built, though it should not be")

    def read(self, path: str) -> str:
        """A file of the output."""
        return (self.output / path).read_text(encoding="utf-8")

    def html(self, path: str) -> LexborHTMLParser:
        """A page of the output, as a browser reads it."""
        return LexborHTMLParser(self.read(path))

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the real command in the folder of the site."""
        return command(self.root, *words, **environment)


def command(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m site_builder`` with ``words`` in ``folder``, as a user would."""
    kept = {name: value for name, value in os.environ.items() if name not in _SPEAKS_OTHERWISE}
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *words],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(REPO), "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
