"""Damage done to true translations in eight languages is found by `check`, and only the damage.

The site is tests/sites/nine_kitchens: an English original and translations of it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.small_site import REPO, SmallSite

CODES = ("zh", "ja", "es", "hi", "fr", "de", "ar", "hant")
ENGLISH = (
    "Whoever bakes once a week knows after a month what no book can say, and it is not hard to "
    "learn if there is an oven and a little time for it in the evening."
)
CHINESE = "每周烤一次面包的人，一个月后就会明白书上说不出来的东西，这并不难学。"


pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A copy of the nine languages, to be damaged."""
    root = tmp_path / "site"
    shutil.copytree(REPO / "tests/sites/nine_kitchens", root)
    return SmallSite(root)


def _damage(site: SmallSite, pattern: str, replacement: str) -> None:
    """Change every translation of the recipe in one place."""
    for code in CODES:
        file = site.root / f"content/posts/{code}/2026-03-05-bread-{code}.md"
        text = file.read_text(encoding="utf-8")
        damaged, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
        assert times == 1, f"nothing to damage in {code}"
        file.write_text(damaged, encoding="utf-8")


def _said(site: SmallSite) -> list[tuple[str, int, str]]:
    """(language, line, code) of all that `check` says."""
    done = site.command("check", "--quiet")
    assert done.returncode == 0, done.stderr
    pattern = r"content/posts/\w+/\S+-(\w+)\.md(?::(\d+))?(?::\d+)?  .*\(([a-z-]+)\)$"
    lines = [line for line in done.stderr.splitlines() if line.rstrip().endswith(")")]
    found = [re.search(pattern, line) for line in lines]
    return sorted((one[1], int(one[2] or 0), one[3]) for one in found if one)


def test_true_translations_are_silent(site: SmallSite) -> None:
    """Nothing is said of nine languages that say the same."""
    done = site.command("check", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("pattern", "replacement", "code", "line"),
    [
        (r"^## .*\n\n(?=\|)", "", "translation-parts", 16),
        (r"^```python\n(.*\n)*?```\n\n", "", "translation-parts", 18),
        (r"^4\. .*\n", "", "translation-parts", 0),
        (r"\[\^cold\]$", "", "translation-parts", 0),
        (r"flour \* 70", "flor * 70", "translation-code", 22),
        (r"2026-01-10-window-\w+\.md#\S+?\)", "/archive/)", "translation-links", 7),
    ],
    ids=["heading", "code block", "list item", "footnote", "changed code", "changed link"],
)
def test_damage_is_found(
    site: SmallSite, pattern: str, replacement: str, code: str, line: int
) -> None:
    """In every language, once, with its code, at its line."""
    _damage(site, pattern, replacement)
    assert _said(site) == sorted((language, line, code) for language in CODES)


def test_a_paragraph_left_in_english_is_found(site: SmallSite) -> None:
    """In every language but English."""
    _damage(site, r"\Z", f"\n{ENGLISH}\n")
    said = _said(site)
    assert [(language, code) for language, _, code in said] == sorted(
        (language, "foreign-paragraph") for language in CODES
    )


def test_a_paragraph_left_in_chinese_is_found(site: SmallSite) -> None:
    """In simplified characters: foreign to all, traditional Chinese and Japanese included."""
    _damage(site, r"\Z", f"\n{CHINESE}\n")
    assert [(language, code) for language, _, code in _said(site)] == sorted(
        (language, "foreign-paragraph") for language in CODES if language != "zh"
    )


def test_a_text_that_was_never_translated_is_found(site: SmallSite) -> None:
    """The English original under the name of each language."""
    english = (site.root / "content/posts/en/2026-01-10-window-en.md").read_text(encoding="utf-8")
    for code in CODES:
        file = site.root / f"content/posts/{code}/2026-01-10-window-{code}.md"
        body = english.partition("---\n\n")[2].replace("-en.md", f"-{code}.md")
        body = re.sub(r"#the-sum.*?\)", ")", body)
        file.write_text(f"---\ntitle: T\ntranslated: true\n---\n\n{body}", encoding="utf-8")
    said = [(language, code) for language, _, code in _said(site) if code == "wrong-language"]
    assert said == sorted((language, "wrong-language") for language in CODES)
