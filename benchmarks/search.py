"""What search adds to a first build: the same site with it and without it, in turns.

    python -m benchmarks.search --rounds 5 --write docs/performance.md

Told is user and system time of all processes of a whole build, with search against without: the
least of all rounds against the least, which other work on the machine disturbs least; and the
median of the rounds, with the least and the most of them.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import Material, write_corpus
from benchmarks.measure import machine, run
from benchmarks.report import update
from benchmarks.tools import LEFT_BEHIND, REPO, Tool, find

HEADING = "| posts, languages | words a language | least against least | median of rounds |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A site to measure with."""

    posts: int
    languages: tuple[str, ...]
    words: int
    """The size of each vocabulary; 0 for the everyday words."""

    def costs(self, folder: Path, tool: Tool, rounds: int) -> list[tuple[float, float]]:
        """Processor time with search and without, round by round."""
        sites = {}
        for answer in ("false", "true"):
            site = sites[answer] = folder / answer
            write_corpus(
                site,
                posts=self.posts,
                languages=self.languages,
                layout="ours",
                material=Material(words=self.words),
            )
            settings = site / "site.yml"
            text = settings.read_text(encoding="utf-8")
            settings.write_text(text.replace("search: false", f"search: {answer}"))
        costs: list[tuple[float, float]] = []
        for number in range(rounds):
            spent = {}
            # Whoever goes first finds a colder machine, so each does as often.
            for answer in sorted(sites, reverse=number % 2 == 1):
                for name in LEFT_BEHIND:
                    shutil.rmtree(sites[answer] / name, ignore_errors=True)
                spent[answer] = run(tool.command, sites[answer], tool.environment).processor
            costs.append((spent["true"], spent["false"]))
        return costs

    def row(self, costs: list[tuple[float, float]]) -> str:
        """What was measured, as a row of the table."""
        words = f"{self.words:,}, by Zipf's law" if self.words else "everyday ones"
        where = f"{self.posts:,} in {', '.join(self.languages)}"
        least = min(mine for mine, _ in costs) / min(other for _, other in costs)
        ratios = [mine / other for mine, other in costs]
        spread = f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        return f"| {where} | {words} | {least:.2f} | {spread} |"


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments, measure, print, and write where asked."""
    asked = _parser().parse_args(arguments)
    compileall.compile_dir(REPO / "site_builder", quiet=2)
    tool = find("ours")
    assert tool
    note = f"Machine: {machine()}; rounds: {asked.rounds}."
    print(note, HEADING, sep="\n")
    for languages in asked.languages:
        for words in asked.vocabulary:
            trial = Trial(posts=asked.posts, languages=tuple(languages.split(",")), words=words)
            with tempfile.TemporaryDirectory(prefix="search-") as folder:
                row = trial.row(trial.costs(Path(folder), tool, asked.rounds))
            print(row, flush=True)
            if asked.write:
                update(asked.write, "search", HEADING, [row], note)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure what search adds to a first build.")
    parser.add_argument("--posts", type=int, default=1000, help="texts, all languages together")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--languages", nargs="+", default=["en,es", "en,zh"])
    parser.add_argument("--vocabulary", nargs="+", type=int, default=[0, 12_000])
    parser.add_argument("--write", type=Path, help="a page with the marks of the table")
    return parser


if __name__ == "__main__":
    main()
