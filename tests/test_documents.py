"""The pages for people stay true: what they name exists, and what exists is named.

`make docs` writes the pages of docs/reference/ anew from the code.
"""

import importlib.util
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_builder import __version__
from site_builder.cli import words as command_line
from site_builder.config import CONFIG_KEYS
from site_builder.parse.keys import FRONT_MATTER_KEYS, HIRING_KEYS
from site_builder.parse.slugs import HeadingIds
from site_builder.problems import CODES
from tests.trials import trust_page

REPO: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = REPO / "site_builder"
DOCS: Final = REPO / "docs"
MARKDOWN: Final = MarkdownIt("commonmark").enable("table")
PAGES: Final = sorted([*REPO.glob("*.md"), *DOCS.rglob("*.md")])
# The posts of this site speak of the builder too.
POSTS: Final = sorted((REPO / "content").rglob("*.md"))
MOST_LINES: Final = 200
EXAMPLE_SITE: Final = {
    "site.yml": (
        "title: An example\nurl: https://example.org\ndefault_language: en\nlanguages: [en, es]\n"
    ),
    "content/posts/2026-10-06-first-en.md": (
        "---\ntitle: First\ntags: [writing]\n---\n\nHello, [I am new here](../pages/abuot-en.md).\n"
    ),
    "content/pages/about-en.md": "---\ntitle: About\n---\n\nThis is who I am.\n",
    "content/posts/2026-10-07-second-en.md": (
        "---\ntitle: Second\nlang: sp\nDraft: true\n---\n\nNot ready.\n"
    ),
}
"""The site whose mistakes README.md shows."""


def load_generator() -> ModuleType:
    """The script beside the pages; docs/ is no package."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate: Final = load_generator()


def name_of(page: Path) -> str:
    return page.relative_to(REPO).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def tokens(page: Path) -> Iterator[Token]:
    """Every token of a page, those inside of paragraphs and headings too."""
    for token in MARKDOWN.parse(read(page)):
        yield token
        yield from token.children or ()


def anchors(page: Path) -> set[str]:
    """The ids that GitHub gives to the headings of a page."""
    ids = HeadingIds()
    found = MARKDOWN.parse(read(page))
    texts = (found[at + 1] for at, token in enumerate(found) if token.type == "heading_open")
    return {
        ids.give("".join(part.content for part in text.children or () if part.content))
        for text in texts
    }


def targets(page: Path) -> Iterator[str]:
    """Where the links and pictures of a page lead, as they were typed."""
    for token in tokens(page):
        target = token.attrGet("href") or token.attrGet("src")
        if target:
            yield str(target)


def lines_of_code(page: Path) -> Iterator[str]:
    """Every line of a block of shell, and every word in code between backticks."""
    for token in tokens(page):
        if token.type == "fence" and token.info.strip() in {"sh", "bash", "console"}:
            yield from token.content.splitlines()
        elif token.type == "code_inline":
            yield token.content


@pytest.mark.parametrize("file", sorted(generate.PAGES))
def test_references_are_what_the_code_makes(file, agrees_with_file):
    """Each page of docs/reference/ says what the code says; `make docs` renews it."""
    agrees_with_file(generate.PAGES[file](), generate.REFERENCE / file)


def test_the_numbers_of_trust_are_those_of_the_tests(agrees_with_file):
    """docs/trust.md says how often each promise is tried; `make docs` renews it."""
    agrees_with_file(trust_page(), DOCS / "trust.md")


def test_every_reference_has_its_maker():
    """No page of docs/reference/ is written by hand."""
    assert {page.name for page in generate.REFERENCE.glob("*.md")} == set(generate.PAGES)


def test_every_command_and_option_is_documented():
    """What `--help` lists stands in the reference, with a sentence for each option."""
    text = read(DOCS / "reference/commands.md")
    missing = []
    for name, parser in generate.subcommands():
        assert f"## site-builder {name}\n" in text
        section = text.partition(f"## site-builder {name}\n")[2].partition("\n## ")[0]
        for argument in generate.arguments(parser):
            if argument.option_strings and not argument.help:
                missing.append(f"{name} {argument.option_strings[0]} has no help")
            spelled = argument.option_strings or [str(argument.metavar or argument.dest).upper()]
            missing += [f"{name} {word}" for word in spelled if word not in section]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("config.md", [key.name for key in CONFIG_KEYS]),
        ("front-matter.md", [key.name for key in (*FRONT_MATTER_KEYS, *HIRING_KEYS)]),
        ("problems.md", list(CODES)),
    ],
)
def test_every_key_and_code_is_documented(file, names):
    """Each key of site.yml and front matter, and each problem code, has its row."""
    text = read(DOCS / "reference" / file)
    assert not [name for name in names if f"| `{name}`" not in text]


def test_keys_without_effect_are_marked():
    """The reference marks the keys that no page is made from, and no others."""
    code = "\n".join(
        read(path)
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "config"
        and path.relative_to(PACKAGE).as_posix() not in {"model/config.py", "model/meta.py"}
    )

    def is_used(expression: str) -> bool:
        return re.search(rf"\b{re.escape(expression)}\b", code) is not None

    idle = {
        key.name
        for key in CONFIG_KEYS
        # url and base_path become the origin and the base path of every address.
        if key.name != "url" and not is_used(f"config.{key.name.replace('.', '_')}")
    }
    assert idle == set(generate.WAITING)
    # The row of `math` says in its own words that nothing depends on it.
    idle = {key.name for key in FRONT_MATTER_KEYS if not is_used(f"front.{key.name}")} - {"math"}
    assert idle == set(generate.FRONT_MATTER_WAITING)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page):
    """Files, pictures and headings that a page links to are there."""
    faults = []
    for target in targets(page):
        parts = urlsplit(target)
        if parts.scheme:
            continue
        file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not file.exists() or not file.is_relative_to(REPO):
            faults.append(f"{target}: there is no such file")
        elif parts.fragment and unquote(parts.fragment) not in anchors(file):
            faults.append(f"{target}: there is no such heading")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", [*PAGES, *POSTS], ids=name_of)
def test_commands_can_be_typed(page):
    """Every `make` and `site-builder` line in a page is one that the Makefile and the CLI know."""
    phony = re.search(r"^\.PHONY: (.+)$", read(REPO / "Makefile"), re.MULTILINE)
    assert phony is not None
    faults = []
    for line in lines_of_code(page):
        if not line.startswith(("make ", "site-builder ")):
            continue
        program, *words = shlex.split(line, comments=True)
        if program == "make":
            unknown = set(words[:1]) - {*phony[1].split(), "-C"}
            faults += [f"{line}: the Makefile has no {word}" for word in unknown]
            handed = [word.removeprefix("ARGS=") for word in words if word.startswith("ARGS=")]
            words = [words[0], *shlex.split(handed[0])] if handed else []
        if words and words[0] != "COMMAND" and not is_understood(words):
            faults.append(f"{line}: site-builder does not understand this")
    assert not faults, "\n".join(faults)


def is_understood(words: list[str]) -> bool:
    """Whether the command line takes these words; a command alone is enough to be spoken of."""
    if len(words) == 1 and words[0] in dict(generate.subcommands()):
        return True
    with redirect_stderr(StringIO()), redirect_stdout(StringIO()):
        try:
            command_line.parser().read(words)
        except SystemExit as stop:
            return stop.code == 0
    return True


def test_readme_begins_with_the_two_commands():
    """`make build` and `make test` are the first lines of code in README."""
    first = next(token for token in tokens(REPO / "README.md") if token.type == "fence")
    words = [line.split("#")[0].strip() for line in first.content.splitlines()]
    assert words == ["make build", "make test"]


def test_the_message_in_readme_is_a_real_one(tmp_path):
    """README shows what the builder says about a site with three mistakes, to the letter."""
    for name, text in EXAMPLE_SITE.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(tmp_path)]
    environment = {"PYTHONPATH": str(REPO), "PATH": "", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    shown = [token.content for token in tokens(REPO / "README.md") if token.type == "fence"]
    assert done.stderr in shown, done.stderr
    assert not (tmp_path / "output").exists()


def test_the_code_points_to_pages_that_exist():
    """A hint that names a page of docs/ names one that is there."""
    themes = [file for file in (REPO / "themes").rglob("*.*") if file.suffix != ".pyc"]
    files = [*PACKAGE.rglob("*.py"), *themes, REPO / "pyproject.toml"]
    named = {found for file in files for found in re.findall(r"docs/[\w/-]+\.md", read(file))}
    assert not [name for name in sorted(named) if not (REPO / name).is_file()]


def test_the_architecture_names_every_room():
    """Each folder and module at the top of the package has its line in ARCHITECTURE.md."""
    text = read(REPO / "ARCHITECTURE.md")
    folders = {f"`{path.parent.name}/`" for path in PACKAGE.glob("*/__init__.py")}
    modules = {f"`{path.name}`" for path in PACKAGE.glob("*.py")}
    assert not sorted(name for name in folders | modules if f"| {name} |" not in text)


def test_the_architecture_names_what_exists():
    """Every room, module and test that ARCHITECTURE.md names is there, down to the function."""
    text = read(REPO / "ARCHITECTURE.md")
    faults = [
        name
        for name in re.findall(r"`([\w/]+\.py)`", text.partition("## Not there yet")[0])
        if not (PACKAGE / name).is_file() and not (REPO / name).is_file()
    ]
    rooms = re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE)
    faults += [room for room in rooms if not (PACKAGE / room / "__init__.py").is_file()]
    for path, function in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text):
        file = REPO / path
        if not file.is_file() or (function and f"def {function}(" not in read(file)):
            faults.append(f"{path}::{function}")
    assert not faults, "\n".join(faults)


def test_the_architecture_stays_a_map():
    """ARCHITECTURE.md has at most 200 lines: a map of everything is read by nobody."""
    assert len(read(REPO / "ARCHITECTURE.md").splitlines()) <= MOST_LINES


def test_the_glossary_names_what_exists():
    """A word in the glossary that is made by a room is a class of the code."""
    rows = re.findall(r"^\| \*\*(\w+)\*\* \|.*\| \w+ \|$", read(DOCS / "glossary.md"), re.MULTILINE)
    code = "\n".join(map(read, PACKAGE.rglob("*.py")))
    assert rows
    assert not [word for word in rows if f"\nclass {word}" not in code and word != "View"]
    assert "View:" in code


def test_decisions_are_numbered_and_complete():
    """Pages of docs/decisions/ have numbers without a gap, and say what, why and at what cost."""
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for number, page in enumerate(pages, 1):
        heads = [line for line in read(page).splitlines() if line.startswith("#")]
        assert heads[0].startswith(f"# {number}. "), page.name
        assert heads[1:] == ["## Decision", "## Why", "## What it costs"], page.name


def test_the_changelog_knows_this_version():
    """CHANGELOG.md has a section for the version of the code."""
    assert f"\n## [{__version__}]" in read(REPO / "CHANGELOG.md")
