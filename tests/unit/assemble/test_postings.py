"""An index that is changed is the index that would have been made."""

import gzip
import random
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.assemble.postings import change_index, make_index

# Words enough for several shards, so that a change has shards to leave alone.
WORDS = [f"word{number}" for number in range(1500)]


def text(*words: str) -> str:
    """A text whose words stand in the last tier."""
    return "\n\n\n" + " ".join(words)


def some_text(chance: random.Random) -> str:
    words = chance.sample(WORDS, 40)
    return "\n".join(" ".join(words[at : at + 10]) for at in range(0, 40, 10))


def test_a_shard_says_which_texts_have_a_word() -> None:
    """By tier, each number as its distance from the last; and how a half-typed word may go on."""
    made = make_index(
        [(3, "camino\n\ncamión\n"), (70, text("camino", "red")), (71, text("camino"))]
    )
    assert made.texts["p0"] == "camino 3\ncamión 1"
    lines = dict(line.split(" ", 1) for line in made.texts["w0"].split("\n"))
    assert lines == {"camino": "!E@   B", "camión": " B", "red": "!E"}


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 30), gone=st.integers(0, 4), come=st.integers(0, 4))
def test_changing_gives_what_making_gives(seed: int, gone: int, come: int) -> None:
    """Whatever texts go, come or change, to the letter."""
    chance = random.Random(seed)  # noqa: S311 because a run that can be repeated is wanted
    before = {chance.randrange(60_000): some_text(chance) for _ in range(60)}
    removed = {number: before[number] for number in chance.sample(sorted(before), gone)}
    numbers = [*removed, *(chance.randrange(60_000, 70_000) for _ in range(4))]
    added = {number: some_text(chance) for number in numbers[:come]}
    after = {one: words for one, words in before.items() if one not in removed} | added
    first = make_index(sorted(before.items()))
    changed = change_index(first.shape, first.texts.__getitem__, removed.items(), added.items())
    fresh = make_index(sorted(after.items()))
    if changed is None:
        assert set(fresh.texts) != set(first.texts)
    else:
        assert changed.shape == fresh.shape
        assert {**first.texts, **changed.texts} == fresh.texts


def test_a_change_reaches_the_shards_of_its_words_alone() -> None:
    """One word exchanged in one of many texts: two word shards, and the two for completion."""
    chance = random.Random(7)  # noqa: S311 because a run that can be repeated is wanted
    texts = {number: some_text(chance) for number in range(600)}
    texts[300] = text("abacus", "common")
    made = make_index(texts.items())
    assert len(made.texts) > 8
    asked: list[str] = []

    def shard(name: str) -> str:
        asked.append(name)
        return made.texts[name]

    changed = change_index(
        made.shape, shard, [(300, texts[300])], [(300, text("zeppelin", "common"))]
    )
    assert changed is not None
    assert len(changed.texts) <= 4
    assert set(asked) == set(changed.texts)
    assert all(made.texts[name] != now for name, now in changed.texts.items())


def test_nothing_indexed_is_one_empty_shard_of_each_kind() -> None:
    """A language without texts has files all the same, so that its search finds nothing."""
    assert make_index([]).texts == {"w0": "", "p0": ""}


@pytest.mark.slow
def test_the_files_of_a_word_are_small_at_4400_texts() -> None:
    """Two words, prefixes and eight titles leave room for a page in 30 KB, compressed."""
    chance = random.Random(11)  # noqa: S311 because a run that can be repeated is wanted
    letters = [first + second for first in "bcdfglmnprst" for second in "aeiou"]
    words = sorted(
        {"".join(chance.choices(letters, k=chance.randint(1, 5))) for _ in range(60_000)}
    )
    chance.shuffle(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts = []
    for number in range(4_400):
        said = list(dict.fromkeys(chance.choices(words, cum_weights=weights, k=1_100)))
        tiers = (said[-6:], said[-20:-6], said[:40], said[40:-20])
        texts.append((48_000 + 4 * number, "\n".join(" ".join(tier) for tier in tiers)))
    made = make_index(texts)
    assert made.shape.postings > 1_500_000
    sizes = {
        kind: sorted(
            len(gzip.compress(text.encode(), 6))
            for name, text in made.texts.items()
            if name.startswith(kind)
        )
        for kind in "wp"
    }
    titles = 8 * 400
    script, style, about, page = 5_000, 1_000, 500, 6_500
    largest = sizes["w"][-1] + sizes["w"][-2] + sizes["p"][-1]
    assert largest + titles + script + style + about + page < 30 * 1024
