"""Commands on a real disk, as they are typed."""

import json
from pathlib import Path

from tests.small_site import SmallSite


def states(site: SmallSite, *words: str) -> dict[str, str]:
    """File → state, as ``status --json`` says it."""
    done = site.command("status", "--json", *words)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        one["file"] or f"{one['original']} in {one['language']}": one["state"]
        for one in found
        if one["event"] == "translation-status"
    }


def bilingual(root: Path) -> SmallSite:
    site = SmallSite(root)
    site.post("2023-01-01-a-en", "title: First", body="Some wrods, and\nmore of them.")
    site.post("2023-01-01-a-es", "translated: true")
    site.post("2023-01-02-b-en")
    return site


def test_a_translation_is_fresh_from_acceptance_to_the_next_edit(tmp_path: Path) -> None:
    """Unrecorded → accepted → fresh; white space changes nothing; a typo mended makes it stale."""
    site = bilingual(tmp_path)
    file, missing = "content/posts/2023-01-01-a-es.md", "content/posts/2023-01-02-b-en.md in es"
    assert states(site) == {file: "unrecorded", missing: "missing"}
    done = site.command("status", "--accept")
    assert "1 translation accepted" in done.stdout
    assert done.returncode == 0
    kept = (tmp_path / "translations.lock").read_text(encoding="utf-8")
    assert kept.splitlines()[1].endswith(f"  {file}")
    assert states(site) == {file: "fresh", missing: "missing"}
    site.post("2023-01-01-a-en", "title: First", body="Some wrods,\nand more\nof them.\n\n")
    assert states(site)[file] == "fresh"
    site.post("2023-01-01-a-en", "title: First", body="Some words, and\nmore of them.")
    assert states(site)[file] == "stale"
    site.command("status", "--accept", "--lang", "en")
    assert states(site)[file] == "stale", "another language was accepted"
    site.command("status", "--accept", "content/posts/2023-01-01-a-es.md")
    assert states(site)[file] == "fresh"


def test_status_fails_when_asked_to(tmp_path: Path) -> None:
    """--fail-on counts only the states it names; a word that is no state is wrong usage."""
    site = bilingual(tmp_path)
    assert site.command("status").returncode == 0
    assert site.command("status", "--fail-on", "stale,orphan").returncode == 0
    failed = site.command("status", "--fail-on", "stale,missing")
    assert failed.returncode == 1
    assert "1 missing" in failed.stderr
    wrong = site.command("status", "--fail-on", "stal")
    assert wrong.returncode == 2
    assert "did you mean stale?" in wrong.stderr


def test_status_shows_a_table_without_colours_where_nobody_looks(tmp_path: Path) -> None:
    """Piped, the table is plain text; drafts are not counted."""
    site = bilingual(tmp_path)
    site.post("2023-01-03-c-en", "draft: true")
    said = site.command("status").stdout
    assert "\x1b" not in said
    assert "2 works need work, newest first" in said
    assert said.index("2023-01-02-b-en.md") < said.index("2023-01-01-a-en.md")
    assert "2023-01-03" not in said


def test_status_counts_what_else_there_is_to_say(tmp_path: Path) -> None:
    """The table is not buried under warnings about content."""
    site = bilingual(tmp_path)
    site.post("2023-01-04-d-en", "wobble: x")
    done = site.command("status")
    assert "wobble" not in done.stdout + done.stderr
    assert done.stdout.endswith("1 warning besides; to see them: site-builder check\n")


def test_a_damaged_lock_stops_everything_that_reads_it(tmp_path: Path) -> None:
    """With the place; and --accept does not write over what it could not read."""
    site = bilingual(tmp_path)
    damaged = "<<<<<<< HEAD\n"
    site.write("translations.lock", damaged)
    for words in (("status",), ("status", "--accept"), ("build",)):
        done = site.command(*words)
        assert done.returncode == 1
        assert "translations.lock:1:1  a merge was left unfinished here" in done.stderr
    assert (tmp_path / "translations.lock").read_text(encoding="utf-8") == damaged


def test_a_text_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    """Its error is shown, the table too, and the exit code says 1; its line in the lock is kept."""
    site = bilingual(tmp_path)
    site.command("status", "--accept")
    before = (tmp_path / "translations.lock").read_bytes()
    site.write("content/posts/2023-01-01-a-es.md", "---\ntitle: [\n")
    done = site.command("status")
    assert done.returncode == 1
    assert "2023-01-01-a-es.md:" in done.stderr
    assert "works need work" in done.stdout
    assert site.command("status", "--accept").returncode == 1
    assert (tmp_path / "translations.lock").read_bytes() == before


def test_the_build_says_how_translations_stand(tmp_path: Path) -> None:
    """In its summary, in one line with the posts."""
    site = bilingual(tmp_path)
    site.command("status", "--accept")
    said = site.command("build").stdout
    assert "posts     3   en 2 · es 1   translations 1 fresh, 1 missing" in said


def test_explain_says_why(tmp_path: Path) -> None:
    """The rule and the line of each value; as JSON too; what is unknown is exit code 1."""
    site = bilingual(tmp_path)
    said = site.command("explain", "/a/").stdout
    assert "/a/   content/posts/2023-01-01-a-en.md\n" in said
    assert "title        First  · front matter, line 2:8" in said
    done = site.command("explain", "content/posts/2023-01-01-a-es.md", "--json")
    facts = {one["name"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert facts["language"]["value"] == "es"
    assert facts["original"]["file"] == "content/posts/2023-01-01-a-en.md"
    unknown = site.command("explain", "/aa/")
    assert unknown.returncode == 1
    assert "did you mean /a/?" in unknown.stderr


def test_explain_shows_what_is_wrong_with_the_text(tmp_path: Path) -> None:
    """Problems of other texts are left out; an error of this one is exit code 1."""
    site = bilingual(tmp_path)
    site.post("2023-01-04-d-en", "title: D", body="[x](nowhere.md)")
    site.post("2023-01-05-e-en", "title: E", body="[y](elsewhere.md)")
    done = site.command("explain", "/d/")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "elsewhere.md" not in done.stderr
    assert site.command("explain", "/a/").returncode == 0
