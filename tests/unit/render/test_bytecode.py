"""Compiled templates of the shipped themes: kept beside them, and believed nowhere else."""

import os
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from site_builder.render.bytecode import TemplateBytecode
from site_builder.render.environment import make_environment
from site_builder.render.theme import load_theme

NAME = "a.html"


def _environment(folder: Path, **settings: bool) -> Environment:
    """As for a shipped theme whose templates lie in ``folder``."""
    bytecode = TemplateBytecode([str(folder)])
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=bytecode, **settings
    )


def _render(folder: Path, **settings: bool) -> str:
    return _environment(folder, **settings).get_template(NAME).render()


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pyc*"))


def _plant(environment: Environment, name: str, text: str) -> Path:
    """Keep ``text`` compiled in the place, and under the marks, of the template ``name``."""
    source, path, _ = environment.loader.get_source(environment, name)
    planting = TemplateBytecode([str(Path(path).parent)])
    bucket = planting.get_bucket(environment, name, path, source)
    bucket.code = environment.compile(text, name, path)
    planting.dump_bytecode(bucket)
    return Path(bucket.key)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme's templates, for a Python that keeps bytecode."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / NAME).write_text("mine\n", encoding="utf-8")
    return tmp_path


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept lies in `__pycache__`, under the whole name, and spares the compiler."""
    assert _render(folder) == "mine"
    (kept,) = _kept(folder)
    assert kept.parent == folder / "__pycache__"
    assert kept.name.startswith("a.html.")
    monkeypatch.setattr(Environment, "_parse", None)
    assert _render(folder) == "mine"


def test_two_endings_are_two_templates(folder: Path) -> None:
    """A page and a feed may have one name."""
    (folder / "a.xml").write_text("feed", encoding="utf-8")
    for _ in range(2):
        assert _render(folder) == "mine"
        assert _environment(folder).get_template("a.xml").render() == "feed"


def test_another_source_or_setting_is_compiled_anew(folder: Path) -> None:
    """What is kept is good for one text under one set of settings."""
    assert _render(folder) == "mine"
    (folder / NAME).write_text("  {# new #}\nnew", encoding="utf-8")
    assert _render(folder) == "  \nnew"
    assert _render(folder, trim_blocks=True) == "  new"
    assert len(_kept(folder)) == 1


@pytest.mark.parametrize("kept", [b"", b"\x80\x04.", b"x" * 1000])
def test_damage_is_as_good_as_nothing(folder: Path, kept: bytes) -> None:
    """It is compiled again, and what is kept is whole again."""
    _render(folder)
    (file,) = _kept(folder)
    whole = file.read_bytes()
    for damage in (kept, whole[:-1], whole[:40] + b"?" + whole[41:]):
        file.write_bytes(damage)
        assert _render(folder) == "mine"
        assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="because this system has no file modes")
def test_what_others_could_have_written_is_not_read(folder: Path) -> None:
    """Bytecode that a group or everybody may write is made again, for us alone to write."""
    planted = _plant(_environment(folder), NAME, "theirs")
    assert _render(folder) == "theirs"  # so the plant is a good one
    for mode in (0o664, 0o646):
        planted = _plant(_environment(folder), NAME, "theirs")
        planted.chmod(mode)
        assert _render(folder) == "mine"
        assert not planted.stat().st_mode & 0o022


def test_python_is_told_where_bytecode_goes_and_whether(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONPYCACHEPREFIX and PYTHONDONTWRITEBYTECODE hold for templates too."""
    elsewhere = tmp_path_factory.mktemp("prefix")
    monkeypatch.setattr(sys, "pycache_prefix", str(elsewhere))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _render(folder) == "mine"
    assert _kept(elsewhere) == []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _render(folder) == "mine"
    assert len(_kept(elsewhere)) == 1
    assert _kept(folder) == []


def test_a_folder_that_cannot_be_written_is_left_alone(folder: Path) -> None:
    """The page is made all the same, and nobody is told."""
    (folder / "__pycache__").write_text("in the way", encoding="utf-8")
    assert _render(folder) == "mine"
    assert sorted(file.name for file in folder.iterdir()) == ["__pycache__", NAME]


@pytest.mark.usefixtures("folder")
def test_what_lies_in_a_site_is_never_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Bytecode in a site's own theme or memory is not read, and none is put there."""
    site = tmp_path_factory.mktemp("site")
    own = site / "themes/papel/templates"
    own.mkdir(parents=True)
    (own / "post.html").write_text("{% include 'partials/mode.html' %}", encoding="utf-8")
    (own / "partials").mkdir()
    (own / "partials/mode.html").write_text("mine", encoding="utf-8")
    theme = load_theme("papel", site).value
    assert theme is not None
    for name in ("post.html", "partials/mode.html"):
        planted = _plant(make_environment(theme, site), name, "theirs")
        (memory := site / ".site_builder/__pycache__").mkdir(parents=True, exist_ok=True)
        (memory / planted.name).write_bytes(planted.read_bytes())
    before = {file: file.read_bytes() for file in _kept(site)}
    assert len(before) == 4
    again = load_theme("papel", site).value
    assert make_environment(again, site).get_template("post.html").render() == "mine"
    assert {file: file.read_bytes() for file in _kept(site)} == before
    assert again.template_digests == theme.template_digests
