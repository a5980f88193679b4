from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from site_builder.problems import Place, Problem
from site_builder.serve.overlay import (
    PAGE_POLICY,
    problems_json,
    problems_page,
)

HOSTILE = Problem(
    code="bad-date",
    message="<script>alert(1)</script>",
    place=Place(path='content/"><img src=x>.md', line=4, column=7),
    quote="date: </pre><b>",
    hint="& more",
)


def test_problems_come_with_place_quote_and_caret(tmp_path: Path) -> None:
    """An author sees file:line:col, the line, a caret below the character, and the suggestion."""
    (shown,) = json.loads(problems_json([HOSTILE], tmp_path))
    assert shown["where"].endswith(".md:4:7")
    assert shown["quote"] == "date: </pre><b>"
    assert shown["caret"] == "      ^"
    assert (shown["code"], shown["severity"], shown["hint"]) == ("bad-date", "error", "& more")


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    """What stops the build is read first."""
    warning = Problem(code="unknown-key", message="w")
    shown = json.loads(problems_json([warning, HOSTILE], tmp_path))
    assert [one["severity"] for one in shown] == ["error", "warning"]


def test_what_an_author_wrote_is_never_markup(tmp_path: Path) -> None:
    """A message with a script in it is shown as text."""
    page = problems_page([HOSTILE], tmp_path, "/s.js").decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert page.count("</pre>") == 1


def test_the_page_reloads_and_its_policy_admits_just_that(tmp_path: Path) -> None:
    """The page has our script and one style, whose digest the policy names."""
    page = problems_page([HOSTILE], tmp_path, "/s.js").decode()
    assert '<script src="/s.js" defer></script>' in page
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in PAGE_POLICY


def test_folders_of_the_author_are_not_told(tmp_path: Path) -> None:
    """The project's folder and the home folder are left out of what other machines may see."""
    text = f"{tmp_path}/static/a.png and {Path.home()}/x cannot be read, in {tmp_path}"
    problem = Problem(code="machine", message=text, hint=text)
    shown = problems_json([problem], tmp_path).decode()
    assert str(tmp_path) not in shown
    assert str(Path.home()) not in shown
    assert "static/a.png and ~/x" in shown


def test_what_is_wrong_in_many_files_is_one_mistake_on_the_page() -> None:
    """A site that was moved here shows what to mend, errors first, not thousands of lines."""
    many = [
        Problem(code="unknown-key", message="m", place=Place(path=f"{number:04}.md", line=2))
        for number in range(4_400)
    ]
    said = json.loads(problems_json([*many, HOSTILE], Path("/site")))
    assert [one["severity"] for one in said] == ["error", "warning"]
    assert said[1]["where"] == "0000.md:2 and 4,399 more files"
