"""How often each promise is put to the test: on every commit, and when soaking (`make soak`).

Tests take their numbers from here, and docs/trust.md is made from here, so the page cannot claim
what is not tried.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

SOAKING: Final = os.environ.get("SITE_BUILDER_SOAK") == "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One promise, and how often it is tried."""

    promise: str
    """A sentence for the reader of docs/trust.md."""
    unit: str
    """What is counted."""
    few: int
    """On every commit."""
    many: int
    """When soaking."""
    test: str
    """The file that tries it."""

    @property
    def tries(self) -> int:
        """How often to try in this run."""
        return self.many if SOAKING else self.few


TRIALS: Final[dict[str, Trial]] = {
    "escaping": Trial(
        promise="Text in any field is text in every page, feed, JSON and the search index",
        unit="sites with hostile words in every field, in names of files and languages, in a link",
        few=25,
        many=500,
        test="tests/properties/test_escaping.py",
    ),
    "links": Trial(
        promise="No link that Markdown makes runs code or opens a file",
        unit="disguises of javascript: and its kind, read by both readers of Markdown",
        few=500,
        many=20_000,
        test="tests/properties/test_unsafe_links.py",
    ),
    "plain-yaml": Trial(
        promise="Front matter read without a parser says what the parser reads",
        unit="texts of plain lines and of all that is nearly plain",
        few=2_000,
        many=100_000,
        test="tests/unit/strict_yaml/test_plain.py",
    ),
    "addresses": Trial(
        promise="No address leaves the output folder",
        unit="hostile addresses",
        few=10_000,
        many=100_000,
        test="tests/unit/plan/test_urls.py",
    ),
    "drafts": Trial(
        promise="Nothing of a hidden text is in any published byte",
        unit="sites with tokens in every field of hidden texts",
        few=30,
        many=500,
        test="tests/properties/test_drafts.py",
    ),
    "edits": Trial(
        promise="Building on gives the bytes and messages of building from nothing",
        unit="runs of 15 steps of an author, a mishap or a mistake",
        few=20,
        many=200,
        test="tests/properties/test_incremental.py",
    ),
    "reproducible": Trial(
        promise="The same input gives the same bytes",
        unit="builds in another folder, time zone, locale, hash seed, number of workers",
        few=9,
        many=216,
        test="tests/properties/test_reproducible.py",
    ),
    "kills": Trial(
        promise="A killed build leaves whole pages, and the next one is clean",
        unit="SIGKILLs in a site of about 2,000 pages, half of them in the write",
        few=20,
        many=300,
        test="tests/faults/test_kill.py",
    ),
    "faults": Trial(
        promise="A call of the system that fails is told in a line, and pages stay whole",
        unit="calls to fail for each of open, write, rename and ENOSPC, EIO, EACCES, EMFILE",
        few=4,
        many=500,
        test="tests/faults/test_disk.py",
    ),
    "requests": Trial(
        promise="The preview gives nothing away, whatever it is asked",
        unit="raw requests put together at random",
        few=2_000,
        many=20_000,
        test="tests/unit/serve/test_connection.py",
    ),
    "saves": Trial(
        promise="The preview loses no save and grows no larger, while many read",
        unit="saves in six ways of editors, under four readers and 200 idle connections",
        few=60,
        many=1_000,
        test="tests/faults/test_preview.py",
    ),
    "at-once": Trial(
        promise="Several builders of one site wait for each other",
        unit="rounds of two and of four builders",
        few=2,
        many=25,
        test="tests/faults/test_at_once.py",
    ),
    "lighthouse": Trial(
        promise="Lighthouse gives 100 for accessibility, best practices, SEO, or it is told why",
        unit="pages on a phone: kinds of page, languages, themes",
        few=26,
        many=50,
        test="tests/browser/test_lighthouse.py",
    ),
}
"""A try that fails fails the run, so nothing is ever lost in a green one."""


def tries(name: str) -> int:
    """How often this run tries the trial ``name``."""
    return TRIALS[name].tries


def trust_page() -> str:
    """Give docs/trust.md."""
    from tests.bad_inputs import corpus, large, more  # noqa: F401 because importing adds cases

    head = "| what is promised | tried on every commit | when soaking | lost | run it again |"
    rows = [
        f"| {one.promise} | {one.few:,} {one.unit} | {one.many:,} | 0 | `pytest {one.test}` |"
        for one in TRIALS.values()
    ]
    large_ones = sum(one.group == "size" for one in corpus.CASES.values())
    bad = (
        "| A bad input is answered in a line, and healthy pages stay | "
        f"{len(corpus.CASES):,} inputs, alone; those that are errors also all at once; "
        f"{large_ones} are made to be large or slow | {len(corpus.CASES):,} | 0 | "
        "`pytest tests/site/test_bad_inputs.py` |"
    )
    return "\n".join([_HEAD, head, "| --- | --- | --- | --- | --- |", bad, *rows, "", _FOOT, ""])


_HEAD: Final = """\
<!-- Made from tests/trials.py by `make docs`; change that instead. -->

# What is tried, how often, and what was lost

The promises of [SECURITY.md](../SECURITY.md) in numbers. The tests take these numbers from the
same table that this page is made of, and one try that loses anything fails the whole run: so in
every green run the fourth column says what it says here.
"""
_FOOT: Final = """\
`pytest` here is `.venv/bin/python -m pytest`. Soaking is `make soak`: the same tests with the third
column's numbers, ended after an hour. What is made to be large or slow takes less than 2 seconds of
a processor and 500 MB of memory, each measured in a process of its own, unless its line in
`tests/bad_inputs` says more. No other test asks how long it takes; figures of speed are in
[Performance](performance.md)."""
