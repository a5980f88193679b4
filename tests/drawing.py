"""Sites drawn as indented text, so that a test of the middle shows its whole world in ten lines.

    posts
      2023-01-02-a-en       title="First" tags=x,y
      2023-01-02-a-es       translated
    pages
      about-en              layout=page

Nothing is read from disk. Words after the name are front matter: ``key=value`` or a bare flag.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from site_builder.assemble.site import assemble
from site_builder.config import ConfigOverrides, read_config
from site_builder.discover.naming import language_words, name_facts
from site_builder.model.config import Config
from site_builder.model.document import Document, Parsed
from site_builder.model.gate import Gate
from site_builder.model.ledger import Ledger
from site_builder.model.route import Plan
from site_builder.model.settings import ParseSettings
from site_builder.model.site import Site
from site_builder.model.source import Kind, Source, Stat
from site_builder.model.theme import Theme, ThemeFile
from site_builder.parse.document import parse
from site_builder.plan.routes import plan_routes
from site_builder.problems import Outcome, Problem

NOW = 1_800_000_000.0
"""January 2027: after every date that tests draw unless they mean the future."""

V = TypeVar("V")

_FLAGS = {"translated", "generated", "draft", "noindex"}


class EchoPhrases:
    """Phrases that say their own key, so tests need no catalogue."""

    digest = "echo"

    def text(self, key: str, /, *, count: float | None = None, **values: object) -> str:  # noqa: ARG002 because the Protocol asks for it
        return " ".join([key, *map(str, values.values())])

    def forms(self, key: str, /) -> dict[str, str]:
        return {"other": key}


def config_of(text: str = "") -> Config:
    """A Config of English and Spanish, with the lines of ``text`` added."""
    base = {
        "title": "Test",
        "url": "https://example.org",
        "default_language": "en",
        "languages": "[en, es]",
    }
    typed = dict(line.split(": ", 1) for line in text.splitlines() if line.strip())
    lines = "\n".join(f"{key.strip()}: {value}" for key, value in (base | typed).items())
    outcome = read_config(lines, overrides=ConfigOverrides())
    assert outcome.value is not None, outcome.problems
    return outcome.value


def documents_of(drawing: str, config: Config | None = None) -> tuple[Document, ...]:
    """The documents of a drawing."""
    return tuple(_documents(drawing, config or config_of()))


def problems_of(drawing: str, config: Config | None = None) -> tuple[Problem, ...]:
    """What parsing the documents of a drawing finds."""
    outcomes = _outcomes(drawing, config or config_of())
    return tuple(problem for outcome in outcomes for problem in outcome.problems)


def site_of(
    drawing: str,
    config: Config | None = None,
    gate: Gate | None = None,
    static: str = "",
    ledger: Ledger | None = None,
) -> Outcome[Site]:
    """The assembled Site of a drawing; ``static`` names files below ``static/``."""
    config = config or config_of()
    stat = Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1)
    sources = [
        Source(path=f"static/{name}", kind=Kind.STATIC, stat=stat) for name in static.split()
    ]
    documents = documents_of(drawing, config)
    return assemble(documents, sources, config, gate or Gate(now=NOW), ledger or Ledger())


def plan_of(
    drawing: str, config: Config | None = None, gate: Gate | None = None, static: str = ""
) -> Outcome[Plan]:
    """The Plan of a drawing, with the Problems of assemble and plan together."""
    config = config or config_of()
    outcome = site_of(drawing, config, gate, static)
    assert outcome.value is not None
    phrases = {language.code: EchoPhrases() for language in config.languages}
    planned = plan_routes(outcome.value, config, THEME, phrases)
    return replace(planned, problems=(*outcome.problems, *planned.problems))


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of Problems, in order."""
    return [problem.code for problem in problems]


def outputs(plan: Outcome[Plan]) -> set[str]:
    """All output paths of a Plan's routes."""
    assert plan.value is not None
    return {route.output for route in plan.value.routes}


def view_at(plan: Outcome[Plan], address: str, kind: type[V]) -> V:
    """The View of the route at an address, which is of this kind."""
    assert plan.value is not None
    view = next(route.view for route in plan.value.routes if route.address == address)
    assert isinstance(view, kind)
    return view


THEME = Theme(
    name="plain",
    folders=(),
    layouts=("post", "page", "hiring"),
    templates={},
    template_digests={},
    static={
        "theme.css": ThemeFile(path="themes/plain/static/theme.css", digest="c" * 64),
        "favicon.svg": ThemeFile(path="themes/plain/static/favicon.svg", digest="f" * 64),
    },
    bundles={},
    phrases=(),
    boot_script="",
)


def _documents(drawing: str, config: Config) -> Iterable[Document]:
    for outcome in _outcomes(drawing, config):
        assert outcome.value is not None, outcome.problems
        yield outcome.value.document


def settings_of(config: Config) -> ParseSettings:
    """What the texts of a drawing are parsed with."""
    return ParseSettings(
        languages=config.languages,
        default_language=config.default_language,
        timezone=config.timezone,
        raw_html=True,
        smart_quotes=False,
        search=config.search,
        excerpt_length=200,
        audio=config.audio,
        image=config.image,
        extra_keys=(),
        names=config.front_matter_names,
        builder="test",
    )


def _outcomes(drawing: str, config: Config) -> Iterable[Outcome[Parsed]]:
    settings = settings_of(config)
    words = language_words(config.languages)
    folder = ""
    for line in filter(str.strip, drawing.splitlines()):
        name, *facts = shlex.split(line)
        if not facts and name in {"posts", "pages"}:
            folder = name
            continue
        kind = Kind.POST if folder == "posts" else Kind.PAGE
        path = f"{name}.md"
        source = Source(
            path=f"content/{folder}/{path}",
            kind=kind,
            stat=Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1),
            name=name_facts(kind, path, words),
        )
        yield parse(source, _text(facts).encode(), settings)


def _text(facts: list[str]) -> str:
    front: dict[str, str] = {"title": "A title"}
    body = "Text."
    for fact in facts:
        key, _, value = fact.partition("=")
        if key == "body":
            body = value.replace("\\n", "\n")
        elif key in _FLAGS:
            front[key] = "true"
        else:
            front[key] = f"[{value}]" if key in {"tags", "categories"} else value
    return (
        "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + f"---\n\n{body}\n"
    )
