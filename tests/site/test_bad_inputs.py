"""Every bad input is answered as it should be, by the real command on a real disk.

Whatever a file does, the healthy pages stay as they are, nothing is written outside ``output/`` and
the memory, and the author is told where and what in one line, never with a trace.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import tests.bad_inputs.large
import tests.bad_inputs.more  # noqa: F401 because importing both adds their cases to CASES
from tests.bad_inputs.corpus import CASES, LOC, NOXSS, Case
from tests.measured import measured

REPO = Path(__file__).resolve().parents[2]
WARNED = {
    "backticks-2000",
    "cdata-20000",
    "html-open-5000",
    "image-attrs",
    "link-javascript",
    "paragraph-5mb",
    "raw-script",
    "refdefs-5000",
    "template-syntax-body",
}
"""Legal inputs that deserve a word all the same: unsafe, dead or missing targets."""
PLACED = re.compile(r"^ [✗!·] (content/\S.*?|site\.yml):\d+:\d+  \S", re.MULTILINE)
SITE = """\
title: Healthy
url: https://example.org
default_language: en
languages: [en, es]
"""
HEALTHY = {
    "2026-01-10-control-a.md": "---\ntitle: Control A\ntags: [one]\n---\n\nCONTROL A\n",
    "2026-01-10-control-a-es.md": "---\ntitle: A\ntranslated: true\n---\n\nCONTROL A es\n",
    "2026-01-11-control-b.md": "---\ntitle: Control B\n---\n\nCONTROL B\n",
}
TEMPLATES = {
    "self_include": '{% include "post.html" %}',
    "syntax_error": "{% if %}",
}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a build said and did."""

    code: int
    said: str
    seconds: float
    """Of a processor."""
    megabytes: float
    output: Path

    @property
    def text(self) -> str:
        return "\n".join(
            file.read_bytes().decode("utf-8", errors="replace")
            for file in sorted(self.output.rglob("*"))
            if file.is_file()
        )


def build(root: Path, *options: str) -> Answer:
    words = ["-m", "site_builder", "build", "--root", str(root), *options]
    dropped = {"GITHUB_ACTIONS", "SOURCE_DATE_EPOCH"}
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    environment |= {"PYTHONPATH": str(REPO), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = measured(words, root, environment)
    return Answer(
        code=done.code,
        said=done.said,
        seconds=done.seconds,
        megabytes=done.megabytes,
        output=root / "output",
    )


def tree(folder: Path, *, without: tuple[str, ...] = ()) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
        and not file.is_symlink()
        and file.relative_to(folder).parts[0] not in without
    }


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("healthy") / "site"
    posts = root / "content" / "posts"
    posts.mkdir(parents=True)
    (root / "site.yml").write_text(SITE, encoding="utf-8")
    for name, text in HEALTHY.items():
        (posts / name).write_text(text, encoding="utf-8")
    answer = build(root)
    assert answer.code == 0, answer.said
    return root


@pytest.fixture
def site(healthy: Path, tmp_path: Path) -> Path:
    root = tmp_path / "site"
    shutil.copytree(healthy, root, copy_function=shutil.copy2)
    return root


def apply(case: Case, root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text("---\ntitle: TOPSECRET\n---\nTOPSECRET\n", encoding="utf-8")
    folder = root.parent / "secrets"
    folder.mkdir()
    shutil.copy(secret, folder / "2026-01-15-inside.md")
    case.put(root / "content" / "posts", secret, folder)
    for name, kind in case.templates.items():
        template = root / "themes" / "papel" / "templates" / f"{name}.html"
        template.parent.mkdir(parents=True)
        template.write_text(TEMPLATES[kind], encoding="utf-8")
    if case.config:
        with (root / "site.yml").open("a", encoding="utf-8") as file:
            file.write(case.config["append"])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_bad_input_is_answered_as_it_should_be(case: Case, site: Path) -> None:
    """Exit code, message, and what must hold, for each case of tests/bad_inputs/corpus.py."""
    if case.id == "unreadable" and os.geteuid() == 0:
        pytest.skip("because root may read every file; tests/unit/discover/test_read.py covers it")
    before = tree(site / "output")
    apply(case, site)
    around = tree(site.parent, without=("site",))
    answer = build(site)
    assert "Traceback" not in answer.said
    if case.expect == "error":
        assert answer.code == 1, answer.said
        assert tree(site / "output") == before, "a failed build leaves the last good site"
    else:
        assert answer.code == 0, answer.said
        is_warned = case.expect == "warning" or case.id in WARNED
        assert bool(re.search(r"^ ! ", answer.said, re.MULTILINE)) == is_warned, answer.said
        healthy_pages = [name for name in before if "control" in name and "control-a" not in name]
        after = tree(site / "output")
        assert all(name in after for name in healthy_pages)
    if LOC in case.hold:
        assert PLACED.search(answer.said), answer.said
    assert "TOPSECRET" not in answer.text
    assert tree(site.parent, without=("site",)) == around, "nothing is written outside the site"
    _holds(case, answer, site)
    _is_in_time(case, answer, site)


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in CASES.values()
        if case.expect == "error" and case.group in {"front-matter", "drafts", "paths", "encoding"}
    ],
    ids=lambda case: case.id,
)
def test_keeping_going_writes_all_that_is_healthy(case: Case, site: Path) -> None:
    """With --keep-going the healthy pages are written, the bad one is not, and the exit is 1."""
    apply(case, site)
    answer = build(site, "--keep-going")
    assert answer.code == 1, answer.said
    assert "Traceback" not in answer.said
    after = tree(site / "output")
    for name in ("control-b/index.html", "es/control-a/index.html"):
        assert b"CONTROL" in after[name]
    if not case.id.startswith("collision"):
        assert "BADBODY" not in answer.text
    assert "DRAFT" not in answer.text


def test_all_mistakes_are_told_in_one_run(site: Path) -> None:
    """A folder full of bad files: each is named, sorted by path, and what is healthy is written."""
    posts = site / "content" / "posts"
    bad = []
    for number, case in enumerate(CASES.values()):
        alone = len(case.posts) == 1 and not (case.ops or case.templates or case.config)
        if case.expect != "error" or not alone or case.group == "size":
            continue
        (data,) = case.posts.values()
        # Each under a name of its own, so that they are as many mistakes as files.
        name = f"2026-02-{number % 28 + 1:02}-{number:03}-{case.id}.md"
        content = data() if callable(data) else data
        if case.id.startswith(
            ("file-", "post-without", "name-", "lang-against", "redirect-itself")
        ):
            continue
        (posts / name).write_bytes(content)
        bad.append(f"content/posts/{name}")
    assert len(bad) > 60
    answer = build(site, "--keep-going")
    assert answer.code == 1
    assert "Traceback" not in answer.said
    told = re.findall(r"^ ✗ (content/\S+?\.md)", answer.said, re.MULTILINE)
    assert sorted(set(told)) == sorted(bad)
    assert told == sorted(told)
    assert (site / "output" / "control-b" / "index.html").is_file()
    assert "DRAFT" not in answer.text


def _is_in_time(case: Case, answer: Answer, site: Path) -> None:
    assert answer.megabytes < case.megabytes
    if answer.seconds > case.seconds:
        # Once more from nothing: a neighbour on the same core can make a processor half as fast.
        for made in ("output", ".site_builder"):
            shutil.rmtree(site / made, ignore_errors=True)
        answer = build(site)
    assert answer.seconds < case.seconds


def _holds(case: Case, answer: Answer, site: Path) -> None:  # noqa: C901, PLR0912, PLR0915 because each case promises something of its own
    """What only some cases promise."""
    output = site / "output"
    if case.group == "drafts":
        assert "DRAFT" not in answer.text
    if NOXSS in case.hold:
        _no_script_from_metadata(output)
    match case.id:
        case "yaml-colon-in-title":
            assert "quote the value" in answer.said
        case "yaml-duplicate-key":
            assert "title" in answer.said
            assert "2" in answer.said
            assert "3" in answer.said
        case "date-forms":
            page = (output / "archive" / "index.html").read_text(encoding="utf-8")
            assert page.count('datetime="2026-01-15"') == 4
        case "title-missing":
            assert (output / "bad" / "index.html").is_file()
        case "utf8-bom" | "crlf":
            assert "\ufeff" not in answer.text
            assert "\r" not in (output / "bad" / "index.html").read_text(encoding="utf-8")
        case "utf16":
            assert "UTF-16" in answer.said
        case "nul-byte":
            assert "\x00" not in answer.text
        case "title-script":
            page = HTMLParser((output / "bad" / "index.html").read_text(encoding="utf-8"))
            data = page.css_first('script[type="application/ld+json"]')
            assert data is not None
            assert json.loads(data.text())["headline"] == "</script><script>alert(1)</script>"
        case "link-javascript":
            assert "unsafe-link" in answer.said
        case "template-syntax-body":
            page = (output / "bad" / "index.html").read_text(encoding="utf-8")
            assert "{{ 7*7 }}" in page
        case "collision-permalink" | "collision-case":
            assert "2026-01-15-one.md" in answer.said
            assert "2026-01-16-two.md" in answer.said
        case "slug-300":
            assert "255" in answer.said
        case "name-odd":
            _every_entry_leads_to_its_page(output)
        case "template-circular":
            assert "circle" in answer.said
        case "layout-missing":
            assert "nope" in answer.said
            assert "post, page, hiring" in answer.said
        case "translation-orphan":
            page = HTMLParser((output / "bad" / "index.html").read_text(encoding="utf-8"))
            assert len(page.css("link[hreflang]:not([type])")) == 2  # itself and x-default
        case "draft-linked":
            assert "link-hidden" in answer.said
        case "future-post":
            assert "2999-01-15" in answer.said
        case "post-deleted":
            assert not (output / "control-a").exists()
            assert not (output / "tags").exists()
            assert "Control A" not in (output / "feed.xml").read_text(encoding="utf-8")


def _no_script_from_metadata(output: Path) -> None:
    for file in output.rglob("*.html"):
        page = HTMLParser(file.read_text(encoding="utf-8"))
        for node in page.css("*"):
            names = set(node.attributes)
            assert not [name for name in names if name.startswith("on")], file
            href = (node.attributes.get("href") or "").strip().lower()
            assert not href.startswith(("javascript:", "data:", "vbscript:")), file
        scripts = [node.text() for node in page.css("script:not([src])")]
        assert not [text for text in scripts if text.startswith("alert(1)")], file


def _every_entry_leads_to_its_page(output: Path) -> None:
    page = HTMLParser((output / "archive" / "index.html").read_text(encoding="utf-8"))
    hrefs = [node.attributes["href"] or "" for node in page.css("main a[href]")]
    bodies = [
        (output / unquote(href).strip("/") / "index.html").read_text(encoding="utf-8")
        for href in hrefs
        if "/es/" not in href
    ]
    for number in range(1, 6):
        assert any(f"BADBODY S{number}" in body for body in bodies)
