"""The shipped themes' templates, compiled: kept in ``__pycache__``, as Python keeps its modules.

Jinja runs what it reads there. So nothing is kept of a site's own theme, and nothing in the memory,
which may have been restored from elsewhere; a shipped theme lies beside our modules, and whoever
can write there can change those too (docs/decisions/0002). What is there is left alone where
``-B``, ``PYTHONDONTWRITEBYTECODE`` or a folder that is not ours to write in forbids more.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from site_builder.render.jinja import PageWriter

_DIGEST = hashlib.sha256
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class TemplateBytecode(BytecodeCache):
    """Keeps the compiled form of the templates that lie in some folders, and of no others."""

    def __init__(self, folders: Iterable[str]) -> None:
        """``folders`` are those whose ``__pycache__`` may be believed, absolute."""
        self._folders = tuple(f"{folder}{os.sep}" for folder in folders)

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What is known of a template: where its bytecode is, and whether that is still good."""
        path = filename or ""
        made_from = (jinja2.__version__, _settings(environment), name, path, source)
        checksum = _DIGEST(repr(made_from).encode("utf-8", "surrogatepass")).hexdigest()
        bucket = Bucket(environment, self._place(path), checksum)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what is kept, unless it is damaged or someone else could have written it."""
        if not bucket.key:
            return
        with suppress(OSError), Path(bucket.key).open("rb") as file:
            if _is_ours(os.fstat(file.fileno())):
                digest, code = file.read(_DIGEST().digest_size), file.read()
                if _DIGEST(code).digest() == digest:
                    bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, whole or not at all; without it the next build takes longer."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code = bucket.bytecode_to_string()
        beside = Path(f"{bucket.key}.{os.getpid()}")
        with suppress(OSError):
            beside.parent.mkdir(parents=True, exist_ok=True)
            try:
                with os.fdopen(os.open(beside, _NEW, 0o644), "wb") as file:
                    file.write(_DIGEST(code).digest() + code)
                beside.replace(bucket.key)
            finally:
                beside.unlink(missing_ok=True)

    def _place(self, path: str) -> str:
        """Where the bytecode of this file is; empty where none is kept."""
        if not path.startswith(self._folders):
            return ""
        with suppress(NotImplementedError):  # a Python that keeps none
            # Behind the whole name: `base.html` and `base.xml` are two templates.
            return cache_from_source(f"{path}.py")
        return ""


def _settings(environment: Environment) -> tuple[object, ...]:
    """What shapes the code that Jinja makes of a template."""
    return (
        environment.autoescape,
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.optimized,
        environment.undefined.__name__,
        PageWriter.FORM,
        *environment.filters,
        *environment.tests,
    )


def _is_ours(facts: os.stat_result) -> bool:
    """Whether nobody else can have written this file; where there are no users, all is ours."""
    if not hasattr(os, "geteuid"):
        return True
    return facts.st_uid in {0, os.geteuid()} and not facts.st_mode & _OTHERS
