"""Words typed, exit codes given: by the real command on a real disk."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[3]


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    environment |= {"PYTHONPATH": str(REPO), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "site_builder", *words]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_new_site_is_built_from_nothing(tmp_path: Path) -> None:
    """New site, new post, new translation, build: each works as the guide says."""
    assert run(tmp_path, "new", "site", "blog").returncode == 0
    root = tmp_path / "blog"
    config = (root / "site.yml").read_text(encoding="utf-8").replace("[en]", "[en, es]")
    (root / "site.yml").write_text(config, encoding="utf-8")
    made = run(root, "new", "post", 'Say "hi"')
    (post,) = root.glob("content/posts/*say-hi-en.md")
    assert post.name in made.stdout
    assert run(root, "new", "post", 'Say "hi"').returncode == 1, "nothing is overwritten"
    assert (
        run(root, "new", "translation", f"content/posts/{post.name}", "--lang", "es").returncode
        == 0
    )
    (translation,) = root.glob("content/posts/*say-hi-es.md")
    assert "draft: true" in translation.read_text(encoding="utf-8")
    built = run(root, "build")
    assert built.returncode == 0, built.stderr
    assert (root / "output/say-hi/index.html").is_file()
    assert not (root / "output/es/say-hi").exists(), "an untranslated translation is not public"
    assert "nothing has changed" not in built.stdout


def test_exit_codes_tell_what_went_wrong(tmp_path: Path) -> None:
    """1 for problems of content, 2 for wrong usage."""
    assert run(tmp_path, "build").returncode == 1
    assert run(tmp_path, "bild").returncode == 2
    assert run(tmp_path, "build", "--now", "soon").returncode == 2
    assert run(tmp_path, "--version").returncode == 0


def test_json_says_how_it_ended(tmp_path: Path) -> None:
    """The last line of --json is the result."""
    run(tmp_path, "new", "site", "blog")
    said = run(tmp_path / "blog", "build", "--json").stdout.splitlines()
    assert json.loads(said[-1])["event"] == "built"


def test_strict_makes_a_warning_an_error_and_why_names_reasons(tmp_path: Path) -> None:
    """--strict stops on what is else a warning; --why gives each page its sentence."""
    run(tmp_path, "new", "site", "blog")
    root = tmp_path / "blog"
    assert "it was never made before" in run(root, "build", "--why").stdout
    (root / "content/posts/2023-01-01-untitled.md").write_text("x\n", encoding="utf-8")
    assert run(root, "build", "--strict").returncode == 1
    assert run(root, "build").returncode == 0


def test_clean_takes_away_what_we_wrote(tmp_path: Path) -> None:
    """A file of someone else's stays."""
    run(tmp_path, "new", "site", "blog")
    root = tmp_path / "blog"
    run(root, "build")
    (root / "output/mine.txt").write_text("mine", encoding="utf-8")
    assert run(root, "clean").returncode == 0
    assert [path.name for path in (root / "output").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("words", [["clean"], ["deploy"], ["deploy", "--workflow"], ["build"]])
def test_outside_a_site_every_command_says_so(tmp_path: Path, words: list[str]) -> None:
    """In the same words, and nothing is made."""
    done = run(tmp_path, *words)
    assert done.returncode == 1
    assert "(no-site)" in done.stderr
    assert "last good site" not in done.stderr
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "site.yml").write_text("title: x\n")
    done = run(tmp_path, *words, "--root", "site.yml")
    assert "site.yml is a file, and --root takes the folder" in done.stderr


def test_a_title_without_quotes_is_shown_with_them(tmp_path: Path) -> None:
    """The shell has parted it; it is a slip in the words, not in the site."""
    done = run(tmp_path, "new", "post", "A", "walk", "--lang", "en")
    assert done.returncode == 2
    assert 'put it in quotes: "A walk"' in done.stderr
    assert "title ..." not in done.stderr


def test_only_a_build_speaks_of_the_last_good_site(tmp_path: Path) -> None:
    """What writes no site leaves none unwritten."""
    run(tmp_path, "new", "site", "blog")
    root = tmp_path / "blog"
    (root / "content/posts/2023-01-01-bad-en.md").write_text("---\ndate: x\n---\n")
    assert "nothing was written; the last good site stays" in run(root, "build").stderr
    checked = run(root, "check")
    assert checked.returncode == 1
    assert "1 error" in checked.stderr
    assert "nothing was written" not in checked.stderr
    (root / "content/posts/2023-01-01-bad-en.md").unlink()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        served = run(root, "serve", "--port", str(taken.getsockname()[1]))
    assert served.returncode == 1
    assert "is in use" in served.stderr
    assert "nothing was written" not in served.stderr
