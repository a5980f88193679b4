"""From the save of a file to the changed words in a browser: the real command, a real Chromium.

    python -m benchmarks.preview --sizes 400,4400 --write docs/performance.md

Both clocks are this machine's. Time starts before the file is written, and ends when the words are
in the page (and, told beside it, when the next picture is about to be drawn).
"""

from __future__ import annotations

import argparse
import compileall
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from benchmarks.corpus import texts, write_corpus
from benchmarks.layouts import LAYOUTS, Post
from benchmarks.measure import machine, memory
from benchmarks.report import update
from benchmarks.tools import REPO, Tool, find

LANGUAGES = ("en", "es")
HEADING = "| edit to visible | posts | median | 95 of 100 | slowest | next picture, median |"
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PAUSES = (3.0, 1.0, 1.0, 1.0)
"""Seconds before a save, in turns. In the longer one the preview begins to make the whole site
again; if it is large, the next ones are saved amid that."""
WARM = 2
"""Saves that are not counted."""
PATIENCE = 600
"""Seconds for the first build, and for an edit to show."""
WATCH = """
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const look = () => {
    const found = /Words of save (\\d+)\\./.exec(document.querySelector("main")?.textContent ?? "");
    if (!found || sessionStorage.getItem(`shown ${found[1]}`)) return;
    sessionStorage.setItem(`shown ${found[1]}`, now());
    requestAnimationFrame(() => sessionStorage.setItem(`drawn ${found[1]}`, now()));
  };
  const everything = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document, everything);
})();
"""
"""Notes the moment at which the words of a save are in the page, after a reload too."""


@contextmanager
def serve(tool: Tool, site: Path) -> Iterator[str]:
    """The address of a preview of ``site``, once it answers; at its end it prints what it took."""
    command = [*tool.command[:3], "serve", "--port", "auto"]
    log = site.with_name("serve.log")
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=site,
            env={**tool.environment, "NO_COLOR": "1"},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        yield _address(process, log)
        took = [int(one) for one in re.findall(r"in (\d+) ms", log.read_text(encoding="utf-8"))]
        held = memory(process.pid) / 1e9
        print(f"first build {took[0]} ms, longest other {max(took[1:])} ms, {held:.2f} GB")
    finally:
        process.terminate()
        process.wait(timeout=60)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://\S+", log.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.1)
    raise SystemExit(f"The preview did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


def edits(page: Page, file: Path, text: str, numbers: range) -> list[tuple[float, float]]:
    """Save ``file`` with each number; milliseconds until it was in the page, and was drawn."""
    taken = []
    for number in numbers:
        time.sleep(PAUSES[number % len(PAUSES)])
        began = time.time() * 1000
        file.write_text(f"{text}\nWords of save {number}.\n", encoding="utf-8")
        drawn, shown = (_noted(page, f"{what} {number}") for what in ("drawn", "shown"))
        taken.append((shown - began, drawn - began))
    return taken


def _noted(page: Page, name: str) -> float:
    """Milliseconds since 1970, as soon as the page has noted them; its policy admits no waiting."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := page.evaluate("name => sessionStorage.getItem(name)", name):
            return float(found)
        time.sleep(0.05)
    raise SystemExit(f"The page never noted {name}")


def measure(folder: Path, posts: int, languages: tuple[str, ...], count: int) -> str:
    """A row of the table: so many edits of a post in the middle of a site."""
    tool, site = find("ours"), folder / str(posts)
    assert tool
    write_corpus(site, posts=posts, languages=languages, layout="ours")
    post = _middle(posts, languages)
    file = site / LAYOUTS["ours"].path(post)
    with serve(tool, site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=list(FLAGS),
        )
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{url}{post.slug}/", wait_until="load")
        text = file.read_text(encoding="utf-8")
        # What is imported at the first saves is not what a day of saving costs.
        edits(page, file, text, range(WARM))
        taken = edits(page, file, text, range(WARM, WARM + count))
        browser.close()
    shown = [one for one, _ in taken]
    figures = [
        median(shown),
        quantiles(shown, n=20, method="inclusive")[-1],
        max(shown),
        median(d for _, d in taken),
    ]
    cells = " | ".join(f"{one:.0f} ms" for one in figures)
    return f"| {', '.join(languages)} | {posts:,} | {cells} |"


def _middle(posts: int, languages: tuple[str, ...]) -> Post:
    every = list(texts(posts=posts, languages=languages, layout=LAYOUTS["ours"]))
    return every[len(every) // 2 // len(languages) * len(languages)]


def main() -> None:
    """Read the arguments, measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description="Time from a save to the page.")
    parser.add_argument("--sizes", default="400,4400", help="posts, all languages together")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--write", type=Path, help="a page with the marks of the table")
    asked = parser.parse_args()
    compileall.compile_dir(REPO / "site_builder", quiet=2)
    print(machine(), HEADING, sep="\n", flush=True)
    note = (
        f"Machine: {machine()}; Chromium; {asked.edits} edits of one post, one second apart,"
        " three before every fourth."
    )
    for posts in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="preview-") as folder:
            row = measure(Path(folder), posts, tuple(asked.languages.split(",")), asked.edits)
            print(row, flush=True)
            if asked.write:
                update(asked.write, "preview", HEADING, [row], note)


if __name__ == "__main__":
    main()
