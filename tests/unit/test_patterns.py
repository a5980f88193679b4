"""Regular expressions that are compiled when they are first asked."""

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import site_builder
from site_builder.patterns import _Late, late


def test_it_does_what_a_compiled_one_does() -> None:
    """All its methods, with its flags, for text and for bytes."""
    word = late(r"(?P<first>[a-z])[a-z]*", re.IGNORECASE)
    assert word.fullmatch("Word")["first"] == "W"
    assert word.sub("x", "One two") == "x x"
    assert (word.groups, word.pattern) == (1, r"(?P<first>[a-z])[a-z]*")
    assert late(rb"\d").findall(b"1 2") == [b"1", b"2"]


def test_it_is_compiled_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, and not before; a mistake in it is told where it is asked."""
    compiled = []
    monkeypatch.setattr(re, "compile", lambda *asked: compiled.append(asked) or re.Pattern)
    pattern = late("a")
    assert compiled == []
    assert pattern.search is pattern.search
    assert len(compiled) == 1
    monkeypatch.undo()
    with pytest.raises(re.error):
        late("(").search("")


def test_all_of_ours_can_be_compiled() -> None:
    """A mistake in a pattern that is rarely asked is found here."""
    modules = pkgutil.walk_packages(site_builder.__path__, "site_builder.")
    patterns = [
        value
        for found in modules
        if found.name != "site_builder.__main__"
        for value in vars(importlib.import_module(found.name)).values()
        if isinstance(value, _Late)
    ]
    assert len(patterns) > 100
    assert all(pattern.flags is not None for pattern in patterns)


def test_a_module_compiles_none() -> None:
    """To import the conductor and the reader of texts compiles next to none of our patterns."""
    program = """
import re, sys
compiled = []
real = re.compile
def count(*asked, **flags):
    if sys._getframe(1).f_globals["__name__"].startswith("site_builder."):
        compiled.append(asked[0])
    return real(*asked, **flags)
re.compile = count
import site_builder.build, site_builder.parse.document, site_builder.render.page
print(len(compiled))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) <= 6
