"""Us beside the generators that are here, on the same corpus with the same jobs, in one run.

    python -m benchmarks.compare --sizes 1000,5000 --rounds 3 --write docs/performance.md
    python -m benchmarks.compare --sizes 900 --languages en,zh --real docs/en --real docs/zh

For each size, each round builds every site for the first time, again with nothing to do, again with
more words in one post, and again with another title of it, the generators taking turns. What is
told is our time as a part of theirs: the median of the rounds. Peak memory is taken in one more
first build, because looking takes time too.
"""

from __future__ import annotations

import argparse
import compileall
import re
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from benchmarks.corpus import CODE, MADE_UP, Material, texts, write_corpus
from benchmarks.layouts import LAYOUTS, Post, below_home
from benchmarks.measure import Cost, machine, run
from benchmarks.real import read_bodies
from benchmarks.report import update
from benchmarks.tools import LEFT_BEHIND, NAMES, REPO, Tool, find

NINE = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")
STEPS = ("first build", "nothing to do", "words edited", "title edited")
HEADING = f"| against | posts | {' | '.join(STEPS)} | processor, first build | peak memory |"
ALONE = "| posts | languages | processor time a post, against 1,000 | peak memory |"
SETTLED = 3
"""Seconds. Whoever compares times of files trusts them after that long."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The sites of one size, one for each generator."""

    folder: Path
    posts: int
    tools: tuple[Tool, ...]
    languages: tuple[str, ...] = ("en", "es")
    material: Material = MADE_UP

    def __str__(self) -> str:
        if self.material.bodies:
            return f"{self.posts:,} real, {' '.join(self.languages)}"
        code = {CODE: ""}.get(self.material.code, f", code {self.material.code}")
        return f"{self.posts:,}{code}"

    def prepare(self) -> None:
        """Write the sites."""
        for tool in self.tools:
            write_corpus(
                self.site(tool),
                posts=self.posts,
                languages=self.languages,
                layout=tool.name,
                material=self.material,
            )
        time.sleep(SETTLED)

    def texts(self, tool: Tool) -> tuple[Post, ...]:
        """What its site was written from."""
        return _texts(self.posts, self.languages, tool.name, self.material)

    def site(self, tool: Tool) -> Path:
        """The folder of its site."""
        return self.folder / f"{tool.name}-{self.posts}"

    def build(self, tool: Tool, *, memory: bool = False) -> Cost:
        """Run it once."""
        return run(tool.command, self.site(tool), tool.environment, memory=memory)

    def forget(self, tool: Tool) -> None:
        """Take away all that builds have left.

        It is put aside: some disks (ext4) give what was deleted in the last minutes to new files
        last, and look for others so long that a build takes twice the time in the kernel.
        """
        aside = Path(tempfile.mkdtemp(dir=self.folder))
        for name in LEFT_BEHIND:
            path = self.site(tool) / name
            if path.exists():
                path.rename(aside / name)

    def edit(self, tool: Tool, words: str, *, in_title: bool) -> Path:
        """Add ``words`` to a post in the middle, and say which page is to show them."""
        layout = LAYOUTS[tool.name]
        count = len(self.languages)
        post = self.texts(tool)[self.posts // 2 // count * count]
        file = self.site(tool) / layout.path(post)
        text = file.read_text(encoding="utf-8")
        if in_title:
            text = re.sub(r"(?im)^(title: .*)$", rf"\1 {words}", text, count=1)
        else:
            text += f"\n{words}\n"
        file.write_text(text, encoding="utf-8")
        return self.site(tool) / layout.output / post.slug / "index.html"


@cache
def _texts(
    posts: int, languages: tuple[str, ...], layout: str, material: Material
) -> tuple[Post, ...]:
    written = texts(posts=posts, languages=languages, layout=LAYOUTS[layout], material=material)
    return tuple(written)


def compare(bench: Bench, rounds: int) -> dict[tuple[str, str], list[Cost]]:
    """(generator, step) → what it cost, round by round; under the step "memory" one more build."""
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    bench.prepare()
    for number in range(rounds):
        turn = number % len(bench.tools)
        order = bench.tools[turn:] + bench.tools[:turn]
        for tool in order:
            bench.forget(tool)
            costs[tool.name, STEPS[0]].append(bench.build(tool))
            prove(bench, tool)
        for tool in order:
            costs[tool.name, STEPS[1]].append(bench.build(tool))
        for step, in_title in ((STEPS[2], False), (STEPS[3], True)):
            for tool in order:
                words = f"Words of round {number} with {step}"
                page = bench.edit(tool, words, in_title=in_title)
                costs[tool.name, step].append(bench.build(tool))
                if words not in page.read_text(encoding="utf-8"):
                    raise SystemExit(f"{tool} does not show the edit in {page}")
    for tool in bench.tools:
        bench.forget(tool)
        costs[tool.name, "memory"].append(bench.build(tool, memory=True))
    return costs


def prove(bench: Bench, tool: Tool) -> None:
    """Stop unless ``tool`` did all its jobs: what is faster because it does less is no measure."""
    layout = LAYOUTS[tool.name]
    output = bench.site(tool) / layout.output
    every, default = bench.texts(tool), bench.languages[0]
    parts = ["index.html", "feed.xml", "archive/index.html", "tags/index.html"]
    parts += [f"tags/{tag}/index.html" for tag in {tag for post in every for tag in post.tags}]
    lists = [below_home(code, default, part) for code in bench.languages for part in parts]
    missing = [path for path in [*lists, "sitemap.xml"] if not (output / path).is_file()]
    jobs = {
        # Some say zh, others zh-Hans.
        "hreflang": f'hreflang="{bench.languages[-1]}',
        "TOC": 'href="#',
        "highlighting": "<span class=",
        "OpenGraph": 'property="og:title"',
        "structured data": 'datePublished"',  # JSON-LD, or Hugo's microdata
        "related posts": '<h2 id="Related"',
    }
    seen = dict.fromkeys(jobs, 0)
    for post in every:
        path = below_home(post.language, default, f"{post.slug}/index.html")
        if not (output / path).is_file():
            missing.append(path)
            continue
        page = (output / path).read_text(encoding="utf-8")
        for job, sign in jobs.items():
            seen[job] += sign in page
    # Nearly every post has a heading, most have code; all have a translation. Of real texts, some.
    enough = 1 if bench.material.bodies else bench.posts / 2
    poor = [job for job, count in seen.items() if count < enough]
    if missing or poor:
        raise SystemExit(f"{tool} left out {missing[:5]} {poor} of {bench.posts} posts")


def rows(bench: Bench, costs: dict[tuple[str, str], list[Cost]]) -> list[str]:
    """A row of ratios for each generator but ours."""
    told = []
    for tool in bench.tools:
        if tool.name == "ours":
            continue
        pairs = [list(zip(costs["ours", one], costs[tool.name, one], strict=True)) for one in STEPS]
        ratios = [median(us.seconds / they.seconds for us, they in step) for step in pairs]
        ratios.append(median(us.processor / they.processor for us, they in pairs[0]))
        ratios.append(costs["ours", "memory"][0].peak / costs[tool.name, "memory"][0].peak)
        cells = " | ".join(f"{ratio:.2g}" for ratio in ratios)
        told.append(f"| {tool} | {bench} | {cells} |")
    return told


def seconds(costs: dict[tuple[str, str], list[Cost]]) -> list[str]:
    """Medians of seconds, for whoever sits before the machine."""
    return [
        f"  {name:9} {step:14} {median(one.seconds for one in some):8.2f} s"
        f" {median(one.processor for one in some):8.2f} s of processor"
        + (f" {some[0].peak / 1e6:8.0f} MB" if some[0].peak else "")
        for (name, step), some in sorted(costs.items())
    ]


def alone(folder: Path, posts: int) -> list[str]:
    """Our first build of so many posts in nine languages, against one of 1,000."""
    tool = find("ours")
    assert tool
    costs = {}
    for size in (1000, posts):
        site = folder / f"alone-{size}"
        write_corpus(site, posts=size, languages=NINE, layout="ours")
        costs[size] = run(tool.command, site, tool.environment, memory=True)
    ratio = costs[posts].processor / posts / (costs[1000].processor / 1000)
    print(f"  {posts:,} posts took {costs[posts].seconds:.0f} s")
    return [f"| {posts:,} | {len(NINE)} | {ratio:.2f} | {costs[posts].peak / 1e9:.2f} GB |"]


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments, measure, print, and write where asked."""
    asked = _parser().parse_args(arguments)
    compileall.compile_dir(REPO / "site_builder", quiet=2)
    given = dict(one.split("=", 1) for one in asked.at)
    found = {name: find(name, given.get(name)) for name in asked.only.split(",")}
    found["ours"] = find("ours")
    for name in [name for name, tool in found.items() if tool is None]:
        print(f"{NAMES[name]} is not here: left out")
    tools = tuple(found[name] for name in NAMES if found.get(name))
    material = Material(code=asked.code, bodies=read_bodies(asked.real))
    print(machine(), *tools, sep=" · ")
    note = f"Machine: {machine()}; {', '.join(map(str, tools))}; rounds: {asked.rounds}."
    with tempfile.TemporaryDirectory(prefix="compare-") as folder:
        for posts in [int(size) for size in asked.sizes.split(",") if size]:
            bench = Bench(Path(folder), posts, tools, tuple(asked.languages.split(",")), material)
            costs = compare(bench, asked.rounds)
            table = rows(bench, costs)
            print(HEADING, *table, *seconds(costs), sep="\n", flush=True)
            if asked.write and table:
                update(asked.write, "compare", HEADING, table, note)
        if asked.alone:
            table = alone(Path(folder), asked.alone)
            print(ALONE, *table, sep="\n")
            if asked.write:
                update(asked.write, "alone", ALONE, table, f"Machine: {machine()}.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Compare generators on the same corpus.")
    parser.add_argument("--sizes", default="1000,5000", help="posts, both languages together")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--languages", default="en,es", help="of the posts; the first is default")
    parser.add_argument("--code", type=int, default=CODE, help="blocks of it beside twelve others")
    parser.add_argument(
        "--real", type=Path, action="append", default=[], help="texts that are there, a language"
    )
    parser.add_argument("--only", default=",".join(NAMES), help="which generators, beside ours")
    parser.add_argument(
        "--at", action="append", default=[], metavar="NAME=PATH", help="where a generator is"
    )
    parser.add_argument("--alone", type=int, default=0, help="posts in nine languages, ours only")
    parser.add_argument("--write", type=Path, help="a page with the marks of the tables")
    return parser


if __name__ == "__main__":
    main()
