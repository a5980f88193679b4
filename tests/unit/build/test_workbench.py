"""The page of one text, made at once, is the page that the whole site would have."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.build.conductor import prepare
from site_builder.build.request import Request
from site_builder.model.gate import Gate
from tests.small_site import NOW, SmallSite

LINES = ["title: One", "tags: [x, y]"]
PATH = "content/posts/2024-01-02-one-en.md"
# Tells what a page imports when the site is known and nothing else is.
LEARNED = """
import sys
from pathlib import Path
from site_builder.build.conductor import prepare
from site_builder.build.request import Request
from site_builder.build.workbench import learn
from site_builder.model.gate import Gate
learn()
root, path = Path(sys.argv[1]), sys.argv[2]
request = Request(root=root, output=root / "output", gate=Gate(now=2e9), scope="serve", jobs=1)
bench = prepare(request, lambda *_: True, lambda _: None).workbench
before = set(sys.modules)
assert bench.page(path)
print(*(one for one in set(sys.modules) - before if not one.startswith("encodings.")))
"""


def _prepared(site: SmallSite):
    request = Request(
        root=site.root, output=site.output, gate=Gate(now=NOW, drafts=True), scope="serve", jobs=1
    )
    return prepare(request, lambda _path, _digest: False, lambda _event: None)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A few texts that know each other."""
    site = SmallSite(tmp_path)
    site.post("2024-01-01-zero-en", "title: Zero", "tags: [x]", body="[to](2024-01-02-one-en.md)")
    site.post("2024-01-02-one-en", *LINES, body="## A\n\n[to](2024-01-01-zero-en.md#b)\n\n## B")
    site.post("2024-01-02-one-es", "title: Uno", "translated: true")
    site.post("2024-01-03-two-en", "title: Two", "tags: [y]", "series: S")
    site.page("about-en", "title: About")
    site.page("index-en", "title: Home")
    return site


@pytest.mark.parametrize(
    ("name", "front", "body"),
    [
        ("2024-01-02-one-en", LINES, "Other words, and [a link](2024-01-03-two-en.md)."),
        ("2024-01-02-one-en", [*LINES, "description: New", "toc: false"], "## A\n\n## B\n\n## C"),
        ("2024-01-02-one-en", ["title: Renamed", "tags: [x, y]"], "Text."),
        ("2024-01-02-one-es", ["title: Otro", "translated: true"], "Palabras."),
        ("2024-01-02-one-es", ["title: O", "translated: true", "generated: true"], "Palabras."),
        ("2024-01-03-two-en", ["title: Two", "tags: [y]", "series: S"], "In a series."),
        ("2024-01-01-zero-en", ["title: Z", "tags: [x]", "noindex: false"], "```py\nx = 1\n```"),
    ],
)
def test_it_is_the_page_of_the_whole_site(
    site: SmallSite, name: str, front: list[str], body: str
) -> None:
    """Byte for byte, whatever was edited in the text."""
    workbench = _prepared(site).workbench
    site.post(name, *front, body=body)
    page = workbench.page(f"content/posts/{name}.md")
    assert page is not None
    made = {one.output: one.digest for one in _prepared(site).artifacts}
    assert hashlib.sha256(page.content).hexdigest() == made[page.output]


@pytest.mark.parametrize(
    "front",
    [
        [*LINES, "date: 2024-02-01"],
        [*LINES, "slug: other"],
        [*LINES, "permalink: /other/"],
        [*LINES, "draft: true"],
        [*LINES, "lang: es"],
        ["title: One", "tags: [x]"],
        ["title: One", "tags: [x, y]", "layout: nope"],
        ['title: "unclosed'],
        [*LINES, "series: S"],
        [*LINES, "redirect_from: [/old/]"],
    ],
)
def test_what_reaches_other_pages_has_no_short_way(site: SmallSite, front: list[str]) -> None:
    """Then the whole site is made, which tells of mistakes too."""
    workbench = _prepared(site).workbench
    site.post("2024-01-02-one-en", *front, body="Text.")
    assert workbench.page(PATH) is None


def test_what_is_no_known_text_has_no_short_way(site: SmallSite) -> None:
    """A new file, the home text, a dead link, a file that is gone."""
    workbench = _prepared(site).workbench
    site.post("2024-01-09-new-en", "title: New")
    assert workbench.page("content/posts/2024-01-09-new-en.md") is None
    assert workbench.page("content/pages/index-en.md") is None
    site.post("2024-01-02-one-en", *LINES, body="[x](not-there.md)")
    assert workbench.page(PATH) is None
    (site.root / PATH).unlink()
    assert workbench.page(PATH) is None
    assert workbench.page("site.yml") is None


def test_the_other_page_is_not_touched(site: SmallSite) -> None:
    """One run after another from one workbench: nothing of the first is in the second."""
    workbench = _prepared(site).workbench
    site.post("2024-01-02-one-en", *LINES, body="FIRST")
    first = workbench.page(PATH)
    second = workbench.page("content/posts/2024-01-01-zero-en.md")
    assert b"FIRST" in first.content
    assert b"FIRST" not in second.content


def test_who_has_learned_imports_nothing_for_a_page(site: SmallSite) -> None:
    """Highlighting and the rules for what is not plain among it."""
    site.post("2024-01-01-a-en", *LINES, body="~~Words~~\n\n```python\nx = 1\n```\n\n<b>x</b>")
    _prepared(site)
    done = subprocess.run(
        [sys.executable, "-c", LEARNED, str(site.root), "content/posts/2024-01-01-a-en.md"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == []
