"""The architecture tests itself: one-way doors, a test for every module, and what must be absent.

ARCHITECTURE.md draws the house; `pyproject.toml` holds its import contracts.
"""

import ast
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

REPO: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = REPO / "site_builder"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
TESTS: Final = sorted((REPO / "tests").rglob("test_*.py"))
MOST_LINES: Final = 300

MIDDLE: Final = ("model", "assemble", "plan", "checks")
DISK_AND_CLOCK: Final = frozenset(
    {
        *("os", "pathlib", "shutil", "tempfile", "glob", "fileinput", "io"),
        *("time", "random", "secrets", "uuid", "locale", "platform", "socket"),
        *("logging", "subprocess", "threading", "sqlite3"),
        *("site_builder.config", "site_builder.i18n"),
    }
)
# Parts of packages whose other parts are harmless, so that no import contract can hold them.
OWNED_PARTS: Final = {
    "http.server": ("serve",),
    "socketserver": ("serve",),
    "urllib.request": ("inspect",),
}
# Jinja reads these with marshal, and runs what it reads.
JINJAS_BYTECODE: Final = (
    "jinja2.bccache",
    "jinja2.BytecodeCache",
    "jinja2.FileSystemBytecodeCache",
    "jinja2.MemcachedBytecodeCache",
    "jinja2.ModuleLoader",
)
# A cache or a file restored in CI must not be able to run code (ARCHITECTURE.md, Memory).
NO_IMPORTS: Final = ("pickle", "marshal", "shelve", "dill", "joblib", *JINJAS_BYTECODE)
NO_CALLS: Final = {
    "eval": "runs text as code",
    "exec": "runs text as code",
    "os.system": "starts a shell",
    "os.fork": "copies this process",
    "os.popen": "starts a shell",
    "yaml.load": "makes objects from text",
    "yaml.unsafe_load": "makes objects from text",
    "yaml.full_load": "makes objects from text",
    "datetime.now": "reads the clock; `now` is a parameter",
    "datetime.datetime.now": "reads the clock; `now` is a parameter",
    "datetime.utcnow": "reads the clock; `now` is a parameter",
    "datetime.today": "reads the clock; `now` is a parameter",
    "date.today": "reads the clock; `now` is a parameter",
    "datetime.date.today": "reads the clock; `now` is a parameter",
}
LEAVES_OUT: Final = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail)")
# Who may do what others may not, and why.
_BESIDE_THE_CODE: Final = "keeps what it compiles beside our own modules, and nowhere else"
MAY_IMPORT: Final = {
    ("parallel.py", "pickle"): "our own workers answer through pipes that nobody else can open",
    ("render/bytecode.py", "jinja2.BytecodeCache"): _BESIDE_THE_CODE,
    ("render/bytecode.py", "jinja2.bccache.Bucket"): _BESIDE_THE_CODE,
}
MAY_CALL: Final = {
    ("parallel.py", "os.fork"): "the one place that starts workers",
    ("frozen.py", "exec"): "writes the constructor of a class from the names of its fields",
    ("apart.py", "os.fork"): "the one place that starts a process for a whole piece of work",
    (
        "cli/commands.py",
        "datetime.now",
    ): "the one place that reads the clock, when `--now` is not given",
    ("scaffold/new.py", "datetime.now"): "a new post is dated today",
}
MAY_SPEAK: Final = {
    "report/__init__.py": "the only voice",
    "cli/__init__.py": "says the one line that takes no report",
    "cli/run.py": "hands the voice the terminal",
}
# Modules whose laws are proven elsewhere than in their mirror under tests/unit.
TESTED_ELSEWHERE: Final = {
    "freshness/record.py": "tests/unit/freshness asks for what it remembers",
    "model/phrases.py": "a Protocol only",
}
# Templates that put finished HTML into a page, and where that HTML comes from.
MAY_SAY_SAFE: Final[dict[str, str]] = {}


def inside(file: Path) -> str:
    """The path of a module below the package, as in ARCHITECTURE.md."""
    return file.relative_to(PACKAGE).as_posix()


def room(file: Path) -> str:
    """The first folder (or the module) below the package."""
    return Path(inside(file)).parts[0].removesuffix(".py")


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def nodes_that_run(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below this one that runs: what stands under TYPE_CHECKING does not."""
    for child in ast.iter_child_nodes(node):
        if not is_for_types_only(child):
            yield child
            yield from nodes_that_run(child)


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, inside functions too."""
    for node in nodes_that_run(tree(file)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def is_below(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def test_rooms_have_one_way_doors():
    """import-linter keeps every contract of pyproject.toml, and every room is named in them."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    command += ["--no-logo", "--no-cache", "--config", str(REPO / "pyproject.toml")]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_its_test():
    """tests/unit mirrors site_builder file by file; a module of plain shapes needs no test."""
    missing = []
    for module in MODULES:
        if inside(module) in TESTED_ELSEWHERE:
            continue
        if not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(module))):
            continue
        name = module.parent.name if module.name == "__init__.py" else module.stem
        mirror = (REPO / "tests/unit" / inside(module)).with_name(f"test_{name}.py")
        if not mirror.is_file():
            missing.append(f"{inside(module)} has no {mirror.relative_to(REPO)}")
    assert not missing, "\n".join(missing)


def test_every_unit_test_file_mirrors_a_module():
    """A test file whose module (or folder of phrases) is gone or renamed is found."""
    orphans = []
    for test in sorted((REPO / "tests/unit").rglob("test_*.py")):
        below = test.relative_to(REPO / "tests/unit")
        if below.parts[0] == "themes":  # mirrors the folder of that name beside the package
            continue
        module = PACKAGE / below.with_name(below.name.removeprefix("test_"))
        mirrored = module.is_file() or module.with_suffix("").is_dir()
        if not mirrored and module.stem != module.parent.name:
            orphans.append(str(test.relative_to(REPO)))
    assert not orphans, "\n".join(orphans)


@pytest.mark.parametrize("name", MIDDLE)
def test_the_middle_touches_no_disk_and_no_clock(name):
    """Model, assemble, plan and checks import nothing that reads disk, clock, chance or config."""
    faults = [
        f"{inside(module)}:{line} imports {imported}"
        for module in sorted((PACKAGE / name).rglob("*.py"))
        for line, imported in imports(module)
        if any(is_below(imported, forbidden) for forbidden in DISK_AND_CLOCK)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", MIDDLE)
def test_the_middle_opens_no_file(name):
    """The middle does not call `open`, `print` or `input` either."""
    faults = [
        f"{inside(module)}:{node.lineno} calls {node.func.id}"
        for module in sorted((PACKAGE / name).rglob("*.py"))
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"open", "print", "input"}
    ]
    assert not faults, "\n".join(faults)


def test_parts_of_libraries_have_their_owners():
    """http.server is imported by serve alone, urllib.request by inspect alone."""
    faults = [
        f"{inside(module)}:{line} imports {imported}"
        for module in MODULES
        for line, imported in imports(module)
        for part, owners in OWNED_PARTS.items()
        if is_below(imported, part) and room(module) not in owners
    ]
    assert not faults, "\n".join(faults)


def test_nothing_kept_can_run_code():
    """No module can unpickle, evaluate text, start a shell, or read the clock behind our backs."""
    faults = []
    for module in MODULES:
        name = inside(module)
        for line, imported in imports(module):
            is_risky = any(is_below(imported, risky) for risky in NO_IMPORTS)
            if is_risky and (name, imported) not in MAY_IMPORT:
                faults.append(f"{name}:{line} imports {imported}: it can run code")
        for node in ast.walk(tree(module)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            if called in NO_CALLS and (name, called) not in MAY_CALL:
                faults.append(f"{name}:{node.lineno} calls {called}: it {NO_CALLS[called]}")
            if any(k.arg == "shell" and ast.unparse(k.value) == "True" for k in node.keywords):
                faults.append(f"{name}:{node.lineno} starts a shell")
    assert not faults, "\n".join(faults)


def test_only_the_report_speaks():
    """No other module prints or writes to the terminal: Problems are values."""
    faults = []
    for module in MODULES:
        if inside(module) in MAY_SPEAK:
            continue
        for node in ast.walk(tree(module)):
            words = ast.unparse(node) if isinstance(node, ast.Call | ast.Attribute) else ""
            if words.startswith("print(") or words in {"sys.stdout", "sys.stderr"}:
                faults.append(f"{inside(module)}:{node.lineno} speaks: {words[:40]}")
    assert not faults, "\n".join(faults)


def test_templates_trust_nothing_they_are_given():
    """Autoescaping is never switched off: no `|safe`, no `autoescape false` in any template."""
    faults = []
    for template in sorted((REPO / "themes").glob("*/templates/**/*")):
        if not template.is_file() or "__pycache__" in template.parts:
            continue
        name = template.relative_to(REPO / "themes").as_posix()
        text = template.read_text(encoding="utf-8")
        found = re.search(r"\|\s*safe\b|autoescape\s+false", text)
        if found and name not in MAY_SAY_SAFE:
            faults.append(f"themes/{name} says {found.group()}")
    assert not faults, "\n".join(faults)


def test_files_stay_short():
    """No file of the builder is longer than 300 lines: one idea, one file."""
    lengths = {inside(m): len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES}


def test_every_module_says_what_it_is_for():
    """Every module opens with a docstring."""
    assert not [inside(module) for module in MODULES if not ast.get_docstring(tree(module))]


def test_every_waiver_says_why():
    """`# noqa: X` and `# type: ignore[x]` are followed by "because"; a bare one is refused."""
    waiver = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b")
    reasoned = re.compile(
        r"#\s*(?:noqa:\s*[A-Z0-9, ]+|type:\s*ignore\[[\w\-, ]+\])\s*.*\bbecause\b"
    )
    faults = []
    for file in [*MODULES, *sorted((REPO / "tests").rglob("*.py"))]:
        with file.open("rb") as stream:
            for token in tokenize.tokenize(stream.readline):
                if token.type != tokenize.COMMENT or not waiver.search(token.string):
                    continue
                if not reasoned.search(token.string):
                    faults.append(f"{file.relative_to(REPO)}:{token.start[0]} {token.string}")
    assert not faults, "\n".join(faults)


def test_every_test_says_what_it_proves():
    """A test opens with a docstring, or a comment, which is the sentence that it proves."""
    faults = []
    for file in TESTS:
        lines = file.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
                continue
            first = lines[node.body[0].lineno - 2].strip()
            if not ast.get_docstring(node) and not first.startswith("#"):
                faults.append(f"{file.relative_to(REPO)}:{node.lineno} {node.name}")
    assert not faults, "\n".join(faults)


def test_every_skip_says_why():
    """What may be left out gives its reason in a sentence with "because", in helpers too."""
    faults = []
    for file in sorted((REPO / "tests").rglob("*.py")):
        if "node_modules" in file.parts:
            continue
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            if not LEAVES_OUT.fullmatch(called):
                continue
            if "because" not in ast.unparse(node):
                faults.append(f"{file.relative_to(REPO)}:{node.lineno} {called}")
    assert not faults, "\n".join(faults)


def test_dependencies_are_few_and_locked():
    """At most ten direct ones in the core, and every package that is installed has its hashes."""
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) <= 10
    for file in sorted((REPO / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        packages = re.findall(r"^([a-z0-9][\w.-]*)==", text, re.MULTILINE)
        hashed = re.findall(r"^([a-z0-9][\w.-]*)==[^\n]*\\\n +--hash=sha256:", text, re.MULTILINE)
        assert packages
        assert packages == hashed, file.name
