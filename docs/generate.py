"""The reference pages, made from the code: ``make docs`` writes them, a test compares them.

Each function gives one page of ``docs/reference/`` as Markdown. Nothing in those pages is written
by hand, so they cannot say what the builder does not do.
"""  # noqa: INP001 because docs/ is a folder of pages with one script beside them, not a package

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from site_builder.cli import exit_codes, words
from site_builder.config import CONFIG_KEYS, WAITING
from site_builder.model import list_view, picture, view
from site_builder.parse.keys import FRONT_MATTER_KEYS, HIRING_KEYS
from site_builder.problems import CODES, Severity

REFERENCE: Final = Path(__file__).parent / "reference"
_MADE = "<!-- Made from the code by `make docs`; change {source} instead. -->"
_PIPE = "\\|"
_SEVERITIES: Final = {
    Severity.ERROR: ("Errors", "An error stops the build; the last good site stays as it is."),
    Severity.WARNING: ("Warnings", "A warning stops the build only with `--strict`."),
    Severity.NOTE: ("Notes", "A note informs. Nothing needs to be done."),
}

FRONT_MATTER_WAITING: Final[tuple[str, ...]] = ("type",)
"""The same for front matter."""


def front_matter() -> str:
    """Give the page about the keys of a post or a page."""
    head = ("key", "value", "what it does")
    keys = [
        (_code(key.name) + _waits(key.name, FRONT_MATTER_WAITING), key.kind, key.sentence)
        for key in FRONT_MATTER_KEYS
    ]
    hiring = [(_code(key.name), key.kind, key.sentence) for key in HIRING_KEYS]
    return _page(
        "Front matter",
        "`parse/keys.py`",
        "What may stand between the two lines of `---` that open a post or a page. No key is "
        "required. Texts stay as they were typed: `no`, `3.10` and `12:30` change nothing.",
        _table(head, keys),
        _WAITING if FRONT_MATTER_WAITING else "",
        "## The hiring page\n\nWith `layout: hiring` these keys are known too. A part that says "
        "nothing is not shown. Sentences may hold Markdown: links, emphasis, code.\n\n"
        + _table(head, hiring),
    )


def config() -> str:
    """Give the page about the keys of ``site.yml``."""
    rows = [
        (
            _code(key.name) + _waits(key.name, WAITING),
            key.kind,
            _default(key.default),
            key.sentence,
        )
        for key in CONFIG_KEYS
    ]
    return _page(
        "site.yml",
        "`config/keys.py`",
        "The settings of a site. Two keys are required, `title` and `url`. A dot means a key "
        "inside a key: `security.csp` is `csp` below `security:`. Any other key is refused.",
        _table(("key", "value", "if left out", "what it does"), rows),
        _WAITING if WAITING else "",
    )


def problems() -> str:
    """Give the page about everything the builder can find fault with."""
    parts = []
    for severity, (heading, sentence) in _SEVERITIES.items():
        rows = [
            (_code(code), meaning)
            for code, (found, meaning) in sorted(CODES.items())
            if found is severity
        ]
        parts.append(f"## {heading}\n\n{sentence}\n\n{_table(('code', 'what is wrong'), rows)}")
    return _page(
        "Problems",
        "`problems.py`",
        "What the builder may say is wrong. The code stands in brackets at the end of a message. "
        "How much a problem matters is fixed by its code.",
        *parts,
    )


def commands() -> str:
    """Give the page about every command with its options."""
    parts = [f"## site-builder {name}\n\n{_command(one)}" for name, one in subcommands()]
    return _page(
        "Commands",
        "`cli/words.py`",
        "`site-builder COMMAND`, or the same as `python -m site_builder COMMAND`. "
        "`site-builder --version` gives the version, and `--help` after any command its options.",
        *parts,
        "## Exit codes\n\n"
        + _table(
            ("code", "means"),
            (
                (f"`{exit_codes.GOOD}`", "good"),
                (f"`{exit_codes.PROBLEMS}`", "problems of content or machine"),
                (f"`{exit_codes.USAGE}`", "words the command does not know"),
                (f"`{exit_codes.BUG}`", "a bug in the builder; please report it"),
                ("128 + signal", "interrupted, such as 130 for Ctrl-C"),
            ),
        ),
    )


def views() -> str:
    """Give the page about what a template may see, from the sentences in ``model/``."""
    nodes = [
        node
        for one in (view, picture, list_view)
        for node in ast.parse(inspect.getsource(one)).body
    ]
    parts = [f"## {one.name}\n\n{_view(one)}" for one in nodes if isinstance(one, ast.ClassDef)]
    return _page(
        "What a template may see",
        "`model/view.py`, `model/picture.py` and `model/list_view.py`",
        "Every page is given one View as `page`, and `page.chrome` as `chrome`. How a theme uses "
        "them is in [Themes](../themes.md). A class named in brackets lends its fields too.",
        *parts,
    )


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "commands.md": commands,
    "config.md": config,
    "front-matter.md": front_matter,
    "problems.md": problems,
    "views.md": views,
}
"""File of docs/reference/ → the function that makes it."""


def subcommands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Give every command with its parser, in the order of ``--help``."""
    parser = words.parser()
    for action in parser._actions:  # noqa: SLF001 because argparse has no public list of its own
        # An option's choices are words; those of the commands are parsers by name.
        choices: object = action.choices
        if isinstance(choices, Mapping):
            yield from choices.items()


def arguments(parser: argparse.ArgumentParser) -> Sequence[argparse.Action]:
    """Give every word and option of a command but ``--help``."""
    found = parser._actions  # noqa: SLF001 because argparse has no public list of its own
    return [one for one in found if "--help" not in one.option_strings]


_WAITING = "¹ Read and checked, so that a site can be moved over as it is; it changes no page yet."


def _command(parser: argparse.ArgumentParser) -> str:
    words = [one for one in arguments(parser) if not one.option_strings]
    usage = " ".join([parser.prog, *map(_usage, words), "[options]"])
    rows = [(_spelled(one), one.help or _choices(one)) for one in arguments(parser)]
    table = _table(("word or option", "what it does"), rows)
    return f"{parser.description}\n\n```text\n{usage}\n```\n\n{table}"


def _usage(action: argparse.Action) -> str:
    return f"[{_placeholder(action)} ...]" if action.nargs == "*" else _placeholder(action)


def _spelled(action: argparse.Action) -> str:
    if not action.option_strings:
        return _code(_placeholder(action))
    spelled = ", ".join(action.option_strings)
    return _code(spelled if action.nargs == 0 else f"{spelled} {_placeholder(action)}")


def _placeholder(action: argparse.Action) -> str:
    return str(action.metavar or action.dest).upper()


def _choices(action: argparse.Action) -> str:
    return "one of " + ", ".join(_code(str(one)) for one in action.choices or ())


def _view(node: ast.ClassDef) -> str:
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    about = (ast.get_docstring(node) or "").replace("``", "`")
    text = about + (f" (`{bases}`)" if bases else "")
    rows = []
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign):
            kind = ast.unparse(field.annotation)
            rows.append((_code(ast.unparse(field.target)), _code(kind), _sentence(after)))
    return f"{text}\n\n{_table(('field', 'is', 'says'), rows)}" if rows else text


def _sentence(node: ast.stmt | None) -> str:
    """Give the sentence under a field, if the next statement is one."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).replace("``", "`").split())
    return ""


def _default(typed: str) -> str:
    return f"**{typed}**" if typed == "required" else typed


def _waits(name: str, waiting: Sequence[str]) -> str:
    return " ¹" if name in waiting else ""


def _code(text: str) -> str:
    return f"`{text}`"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Keep what has a meaning in Markdown from having it, but for code between backticks."""
    parts = text.replace("|", _PIPE).split("`")
    parts[::2] = [part.replace("<", "&lt;") for part in parts[::2]]
    return "`".join(parts)


def _page(title: str, source: str, *parts: str) -> str:
    return "\n\n".join([_MADE.format(source=source), f"# {title}", *filter(None, parts)]) + "\n"
