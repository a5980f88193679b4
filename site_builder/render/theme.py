"""A theme on disk, resolved: which file answers for each name.

A theme is a folder with ``theme.yml``, ``templates/``, ``static/`` and ``phrases/``, and with the
parts of its bundles. It may extend another. A file in the site's own ``themes/<name>/`` goes before
the shipped one of the same path, so replacing one template means writing one file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.model.theme import Theme, ThemeFile
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem
from site_builder.render.bundles import join_bundles
from site_builder.render.shipped import shipped_themes
from site_builder.render.theme_file import NAME, ThemeFacts, no_such_theme, read_theme_file

BOOT = "boot.js"
"""The template folder's inline script, run before the first paint."""

_BYTECODE = "__pycache__"
"""Where compiled templates are kept, beside their source."""
_TAG = late(
    r"{%-?\s*(?:extends|include|import|from)\s+(.+?)\s*(?:-?%}|\s(?:import|with|without|ignore)\b)"
)
_LITERAL = late(r"""(["'])([^"']+)\1""")


def load_theme(name: str, root: Path) -> Outcome[Theme]:
    """Resolve the theme ``name`` for the site at ``root``.

    Problems: ``bad-theme`` for a theme that is not there, is only for others to stand on, extends
    itself or has a wrong ``theme.yml``; ``template-error`` for templates that include each other in
    a circle or name what they include by a variable.
    """
    problems: list[Problem] = []
    folders: list[Path] = []
    layouts: list[str] = []
    bundles: dict[str, tuple[str, ...]] = {}
    chain: list[str] = []
    while name and not problems:
        if name in chain:
            problems.append(_bad(name, f"themes extend each other: {' → '.join([*chain, name])}"))
            break
        chain.append(name)
        found = [folder / name for folder in _homes(root) if (folder / name).is_dir()]
        facts = _read_facts(name, found, root, problems)
        if facts.is_abstract and len(chain) == 1:
            problems.append(no_such_theme(name, _homes(root)))
        folders += found
        layouts += [layout for layout in facts.layouts if layout not in layouts]
        bundles = {**facts.bundles, **bundles}
        name = facts.extends
    static = _files(folders, "static", root)
    # A whole file of the same name goes before what would be joined.
    wanted = {name: parts for name, parts in bundles.items() if name not in static}
    joined = join_bundles({} if problems else wanted, folders, chain[0], problems)
    if problems:
        return Outcome(value=None, problems=tuple(problems))
    templates = _files(folders, "templates", root)
    digests = _chain_digests(templates, root, problems)
    theme = Theme(
        name=chain[0],
        folders=tuple(str(folder) for folder in folders),
        layouts=tuple(layouts),
        templates=templates,
        template_digests=digests,
        static=static,
        bundles=joined,
        phrases=tuple(_phrases(reversed(folders), root)),
        boot_script=_text(templates[BOOT].path).strip() if BOOT in templates else "",
    )
    return Outcome(value=theme, problems=tuple(problems))


def _homes(root: Path) -> tuple[Path, ...]:
    own, shipped = root / "themes", shipped_themes()
    return (own,) if own.resolve() == shipped.resolve() else (own, shipped)


def _read_facts(
    name: str, found: Sequence[Path], root: Path, problems: list[Problem]
) -> ThemeFacts:
    file = next((one / NAME for one in found if (one / NAME).is_file()), None)
    if file is None:
        problems.append(no_such_theme(name, [home for home in _homes(root) if home.is_dir()]))
        return ThemeFacts()
    outcome = read_theme_file(_text(str(file)), _shown(file, root))
    problems += outcome.problems
    return outcome.value or ThemeFacts()


def _files(folders: Iterable[Path], below: str, root: Path) -> Mapping[str, ThemeFile]:
    """Name → the file of the first folder that has it."""
    files: dict[str, ThemeFile] = {}
    for folder in folders:
        top = folder / below
        for path in sorted(_below(top)):
            name = path.relative_to(top).as_posix()
            if not name.startswith(".") and name not in files and path.is_file():
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                files[name] = ThemeFile(path=_shown(path, root), digest=digest)
    return files


def _below(top: Path) -> Iterator[Path]:
    for at, inner, names in os.walk(top):
        inner[:] = [one for one in inner if one != _BYTECODE]
        yield from (Path(at, name) for name in names)


def _phrases(folders: Iterable[Path], root: Path) -> Iterable[tuple[str, str, str]]:
    for folder in folders:
        for path in sorted((folder / "phrases").glob("*.yml")):
            yield _shown(path, root), path.stem, _text(str(path))


def _chain_digests(
    templates: Mapping[str, ThemeFile], root: Path, problems: list[Problem]
) -> Mapping[str, str]:
    """The digest of each template with all that it names: an override that appears counts."""
    needs = {
        name: _needs(name, file, root, problems)
        for name, file in templates.items()
        if name.endswith((".html", ".xml"))
    }
    digests: dict[str, str] = {}
    for name in needs:
        chain = _reach(name, needs, (), problems)
        joined = "\n".join(
            f"{one} {templates[one].digest if one in templates else 'absent'}"
            for one in sorted(chain)
        )
        digests[name] = hashlib.sha256(joined.encode()).hexdigest()
    return digests


def _needs(name: str, file: ThemeFile, root: Path, problems: list[Problem]) -> tuple[str, ...]:
    text = _text(str(root / file.path))
    names: list[str] = []
    for match in _TAG.finditer(text):
        literals = _LITERAL.findall(match[1])
        names += [literal for _, literal in literals]
        if not literals:
            line = text.count("\n", 0, match.start()) + 1
            problems.append(
                Problem(
                    code="template-error",
                    message=f"{name} includes by a variable: {match[1]}",
                    place=Place(path=file.path, line=line),
                    hint="name the template in quotes, so that a change of it is noticed",
                )
            )
    return tuple(names)


def _reach(
    name: str, needs: Mapping[str, tuple[str, ...]], above: tuple[str, ...], problems: list[Problem]
) -> set[str]:
    if name in above:
        circle = " → ".join([*above[above.index(name) :], name])
        message = f"templates include each other in a circle: {circle}"
        if all(problem.message != message for problem in problems):
            problems.append(Problem(code="template-error", message=message))
        return set()
    found = {name}
    for needed in needs.get(name, ()):
        found |= _reach(needed, needs, (*above, name), problems)
    return found


def _shown(path: Path, root: Path) -> str:
    """Relative to the site where it lies inside, so that messages and digests name no machine."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def _bad(name: str, message: str) -> Problem:
    return Problem(code="bad-theme", message=message, place=Place(path=f"themes/{name}/theme.yml"))
