"""What a reader hears who goes by lists: of headings, of landmarks, of links."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Page

LANDMARKS = {"banner", "complementary", "contentinfo", "main", "navigation", "region", "search"}
ALONE = {"banner", "contentinfo", "main"}
"""Of these a page has one, which needs no name."""
PLACES = pytest.mark.parametrize(
    "heard_at",
    [
        language + page
        for language in ("es/", "ar/")
        for page in ("", "small-network/", "hire/", "search/?q=python")
    ],
)


def heard(page: Page) -> list[tuple[str, str, int]]:
    """Role, name and level of everything in Chromium's accessibility tree, in reading order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    found, waiting = [], [nodes[0]]
    while waiting:
        node = waiting.pop()
        waiting += [by_id[one] for one in reversed(node["childIds"]) if one in by_id]
        if not node["ignored"]:
            name = " ".join(str(node["name"].get("value", "")).split())
            facts = {fact["name"]: fact["value"].get("value") for fact in node["properties"]}
            found.append((node["role"]["value"], name, facts.get("level", 0)))
    return found


@PLACES
def test_the_lists_of_a_screen_reader_make_sense(guests, heard_at):
    """Headings in steps of one, landmarks told apart, and no link or button without words."""
    page = guests.open(heard_at)
    page.wait_for_load_state("networkidle")
    all_heard = heard(page)
    levels = [level for role, _, level in all_heard if role == "heading"]
    assert [at for at, level in enumerate(levels) if level == 1] == [0]
    assert all(below - above <= 1 for above, below in pairwise(levels))
    landmarks = Counter((role, name) for role, name, _ in all_heard if role in LANDMARKS)
    assert set(landmarks.values()) == {1}, landmarks
    assert {role for role, _ in landmarks} >= ALONE
    assert not [role for role, name in landmarks if not name and role not in ALONE | {"search"}]
    assert not [role for role, name, _ in all_heard if role in {"link", "button"} and not name]


def test_a_heading_is_heard_once(guests):
    """Its name is its words; the link to it, which has a name of its own, is not part of it."""
    page = guests.open("small-network/")
    headings = [name for role, name, _ in heard(page) if role == "heading"]
    assert headings[:4] == [
        "A small neural network, line by line",
        *("The formula", "The code", "What it learned"),
    ]
    assert page.get_by_role("link", name="Link to this section: The code").count() == 1


def test_every_word_in_another_language_says_so(guests):
    """The names of languages, the bar that offers one, the titles of originals."""
    page = guests.open("ar/small-network/", locale="es-ES")
    for words, language in (
        ("日本語", "ja"),
        ("हिन्दी", "hi"),
        ("Leer en español", "es"),
        ("A small neural network, line by line", "en"),
    ):
        found = page.locator("a:visible", has_text=words).first
        assert (
            found.evaluate("a => (a.querySelector('[lang]') ?? a.closest('[lang]')).lang")
            == language
        )
