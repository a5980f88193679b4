"""Does a text say word for word what another says?"""

from pathlib import Path

from site_builder.checks.same_text import SHORTEST
from tests.small_site import SmallSite

WORDS = " ".join(["word"] * SHORTEST)


def _told(root: Path, texts: dict[str, str]) -> list[str]:
    site = SmallSite(root)
    for name, body in texts.items():
        site.post(name, body=body)
    said = site.command("check").stderr.splitlines()
    return [line.strip() for line in said if "(same-text)" in line]


def test_the_copy_of_a_file_manager_is_told(tmp_path: Path) -> None:
    """It would be a second post of the same day. The shorter name is taken for the original."""
    (said,) = _told(tmp_path, {"2023-01-01-a (copy)": WORDS, "2023-01-01-a": WORDS})
    assert said.startswith("! content/posts/2023-01-01-a (copy).md  this says word for word what")
    assert "content/posts/2023-01-01-a.md" in said


def test_other_words_another_language_and_short_notes_are_left_alone(tmp_path: Path) -> None:
    """A translation that is not translated yet is told by its language, not as a copy."""
    texts = {"2023-01-01-a": WORDS, "2023-01-02-b": f"{WORDS} more", "2023-01-01-a-es": WORDS}
    short = " ".join(["word"] * (SHORTEST - 1))
    texts |= {"2023-01-03-c": short, "2023-01-04-d": short}
    assert _told(tmp_path, texts) == []
