"""A theme on disk, resolved: which file answers for each name.

A theme is a folder with ``theme.yml``, ``templates/``, ``static/`` and ``phrases/``. It may extend
another. A file in the site's own ``themes/<name>/`` goes before the shipped one of the same path,
so replacing one template means writing one file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.theme import Theme, ThemeFile
from site_builder.model.words import did_you_mean
from site_builder.problems import Outcome, Place, Problem
from site_builder.strict_yaml import Misfit, as_text, as_text_list, load

BOOT = "boot.js"
"""The template folder's inline script, run before the first paint."""

_KEYS = frozenset({"name", "title", "extends", "layouts", "description", "author"})
_TAG = re.compile(
    r"{%-?\s*(?:extends|include|import|from)\s+(.+?)\s*(?:-?%}|\s(?:import|with|without|ignore)\b)"
)
_LITERAL = re.compile(r"""(["'])([^"']+)\1""")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    extends: str
    layouts: tuple[str, ...]


def load_theme(name: str, root: Path) -> Outcome[Theme]:
    """Resolve the theme ``name`` for the site at ``root``.

    Problems: ``bad-theme`` for a theme that is not there, extends itself or has a wrong
    ``theme.yml``; ``template-error`` for templates that include each other in a circle or name what
    they include by a variable.
    """
    problems: list[Problem] = []
    folders: list[Path] = []
    layouts: list[str] = []
    chain: list[str] = []
    while name and not problems:
        if name in chain:
            problems.append(_bad(name, f"themes extend each other: {' → '.join([*chain, name])}"))
            break
        chain.append(name)
        found = [folder / name for folder in _homes(root) if (folder / name).is_dir()]
        manifest = _read_manifest(name, found, root, problems)
        folders += found
        layouts += [layout for layout in manifest.layouts if layout not in layouts]
        name = manifest.extends
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
        static=_files(folders, "static", root),
        phrases=tuple(_phrases(reversed(folders), root)),
        boot_script=_text(templates[BOOT].path).strip() if BOOT in templates else "",
    )
    return Outcome(value=theme, problems=tuple(problems))


def shipped_themes() -> Path:
    """The folder of the themes that come with the builder: in a wheel, or in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def _homes(root: Path) -> tuple[Path, ...]:
    own, shipped = root / "themes", shipped_themes()
    return (own,) if own.resolve() == shipped.resolve() else (own, shipped)


def _read_manifest(
    name: str, found: Sequence[Path], root: Path, problems: list[Problem]
) -> _Manifest:
    files = [folder / "theme.yml" for folder in found if (folder / "theme.yml").is_file()]
    if not files:
        homes = [home for home in _homes(root) if home.is_dir()]
        known = sorted({one.parent.name for home in homes for one in home.glob("*/theme.yml")})
        meant = did_you_mean(name, known)
        problems.append(
            Problem(
                code="bad-theme",
                message=f'there is no theme "{name}" (known: {", ".join(known)})',
                place=Place(path="site.yml"),
                hint=f'did you mean "{meant}"?' if meant else f"make themes/{name}/theme.yml",
            )
        )
        return _Manifest(extends="", layouts=())
    path = _shown(files[0], root)
    outcome = load(_text(str(files[0])), path=path)
    problems += outcome.problems
    extends = ""
    layouts: tuple[str, ...] = ()
    for key, node in outcome.value.entries if outcome.value else ():
        place = Place(path=path, line=key.line, column=key.column)
        if key.text not in _KEYS:
            problems.append(
                Problem(
                    code="unknown-key", message=f"{key.text}: is not a key of themes", place=place
                )
            )
            continue
        value = as_text_list(node) if key.text == "layouts" else as_text(node)
        if isinstance(value, Misfit):
            problems.append(
                Problem(
                    code="bad-theme",
                    message=f"{key.text}: {value.what}",
                    place=place,
                    hint=value.hint,
                )
            )
        elif key.text == "extends":
            extends = str(value or "")
        elif key.text == "layouts" and isinstance(value, tuple):
            layouts = value
    return _Manifest(extends=extends, layouts=layouts)


def _files(folders: Iterable[Path], below: str, root: Path) -> Mapping[str, ThemeFile]:
    """Name → the file of the first folder that has it."""
    files: dict[str, ThemeFile] = {}
    for folder in folders:
        top = folder / below
        for path in sorted(top.rglob("*")):
            name = path.relative_to(top).as_posix()
            if path.is_file() and not name.startswith(".") and name not in files:
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                files[name] = ThemeFile(path=_shown(path, root), digest=digest)
    return files


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
