"""The shards of a search index, made at once or changed by what an edit added and took away.

    w12    camion aB7 q  8M          p3    camion 3
           word, and for each of         camiones 1
           the four tiers, the           word, and how many texts have it
           lightest first, the
           texts that have it

Texts are numbers, ascending, each written as its distance from the one before. Both ways give the
same bytes: tests/unit/assemble/test_postings.py and tests/properties/test_incremental.py hold that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import sub
from zlib import crc32

from site_builder.model.search import IndexShape, ShardTexts

TIERS = 4
"""Title, heading, often, once: see parse/search_words.py."""
PREFIX = 3
"""Letters by which words are gathered for completion; a longer word can be completed."""
_LAST = [chr(code) for code in range(63, 127)]
_MORE = [chr(code) for code in range(33, 63)]
"""The digits of a number: one of ``_LAST`` ends it, any before it are of ``_MORE``. All are visible
ASCII; a script tells them apart by their code."""

Tiered = tuple[list[int], ...]
"""For each tier, the numbers of the texts."""
Text = tuple[int, str]
"""The number of a text, and its words by tier: what parse/search_words.py gives."""


def make_index(texts: Iterable[Text]) -> ShardTexts:
    """Index all ``texts``, whose numbers ascend."""
    tiers = _gathered(texts)
    *weightier, once = tiers
    weighty = set().union(*weightier)
    words = weighty | once.keys()
    completed = [*filter(_is_completed, words)]
    shape = IndexShape(
        postings=sum(sum(map(len, tier.values())) for tier in tiers),
        words=len(words),
        completions=len(completed),
    )
    count = shape.word_shards
    lines: list[list[str]] = [[] for _ in range(count)]
    # Most words of a language are said by few texts, once: they are spelled without a look at
    # the other tiers.
    for word, numbers in once.items():
        if word not in weighty:
            lines[crc32(word.encode()) % count].append(f"{word} {_spell_numbers(numbers)}")
    for word in weighty:
        tiered = tuple(tier.get(word, []) for tier in tiers)
        lines[crc32(word.encode()) % count].append(f"{word} {_spell(tiered)}")
    # A space comes before every letter, so that sorting lines sorts their words.
    texts_of = {f"w{number}": "\n".join(sorted(own)) for number, own in enumerate(lines)}
    counts = {word: sum(len(tier[word]) for tier in tiers if word in tier) for word in completed}
    return ShardTexts(shape=shape, texts={**texts_of, **_prefixes(counts, shape)})


def _prefixes(counts: Mapping[str, int], shape: IndexShape) -> Mapping[str, str]:
    shard = _prefix_shards(shape)
    lines: dict[str, list[str]] = {f"p{number}": [] for number in range(shape.prefix_shards)}
    for word, count in counts.items():
        lines[shard(word)].append(f"{word} {count}")
    return {name: "\n".join(sorted(own)) for name, own in lines.items()}


def change_index(
    shape: IndexShape,
    shard: Callable[[str], str],
    removed: Iterable[Text],
    added: Iterable[Text],
) -> ShardTexts | None:
    """The shards that differ when texts go and come; ``shard`` gives one as it was.

    None when the index would be cut into another number of shards and has to be made anew.
    """
    moves = _moves(removed, added)
    by_shard = _grouped(moves, _word_shards(shape))
    postings, known, completions = shape.postings, shape.words, shape.completions
    texts: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, words in by_shard.items():
        lines = _lines(shard(name))
        for word in words:
            tiered = _read(lines.get(word, ""))
            before = sum(map(len, tiered))
            after = sum(map(len, _moved(tiered, moves[word])))
            postings += after - before
            known += bool(after) - bool(before)
            _put(lines, word, _spell(tiered) if after else "")
            if _is_completed(word) and before != after:
                counts[word] = after
                completions += bool(after) - bool(before)
        texts[name] = _joined(lines)
    changed = IndexShape(postings=postings, words=known, completions=completions)
    if tuple(_names(changed)) != tuple(_names(shape)):
        return None
    return ShardTexts(shape=changed, texts={**texts, **_recount(counts, shape, shard)})


def _gathered(texts: Iterable[Text]) -> Sequence[Mapping[str, list[int]]]:
    """For each tier, word → the numbers of the texts that have it there."""
    tiers: tuple[defaultdict[str, list[int]], ...] = tuple(defaultdict(list) for _ in range(TIERS))
    for number, words in texts:
        for tier, line in zip(tiers, words.split("\n"), strict=True):
            if line:
                for word in line.split(" "):
                    tier[word].append(number)
    return tiers


_Moves = dict[int, tuple[int | None, int | None]]
"""Number of a text → the tier in which it had a word, and the one in which it has it now."""


def _moves(removed: Iterable[Text], added: Iterable[Text]) -> Mapping[str, _Moves]:
    """What becomes of every word; those that stay where they are do not appear."""
    before = {number: _tiers(words) for number, words in removed}
    after = {number: _tiers(words) for number, words in added}
    moves: defaultdict[str, _Moves] = defaultdict(dict)
    for number in before.keys() | after.keys():
        old, new = before.get(number, {}), after.get(number, {})
        for word in old.keys() | new.keys():
            if old.get(word) != new.get(word):
                moves[word][number] = (old.get(word), new.get(word))
    return moves


def _tiers(words: str) -> dict[str, int]:
    return {
        word: tier
        for tier, line in enumerate(words.split("\n"))
        for word in line.split(" ")
        if word
    }


def _moved(tiered: Tiered, moves: _Moves) -> Tiered:
    for number, (old, new) in moves.items():
        if old is not None:
            tiered[old].remove(number)
        if new is not None:
            tiered[new].append(number)
            tiered[new].sort()
    return tiered


def _recount(
    counts: Mapping[str, int], shape: IndexShape, shard: Callable[[str], str]
) -> Mapping[str, str]:
    by_shard = _grouped(counts, _prefix_shards(shape))
    texts: dict[str, str] = {}
    for name, words in by_shard.items():
        lines = _lines(shard(name))
        for word in words:
            _put(lines, word, str(counts[word] or ""))
        texts[name] = _joined(lines)
    return texts


def _grouped(words: Iterable[str], shard_of: Callable[[str], str]) -> Mapping[str, list[str]]:
    by_shard: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_shard[shard_of(word)].append(word)
    return by_shard


def _lines(text: str) -> dict[str, str]:
    """Word → the rest of its line."""
    parted = (line.partition(" ") for line in text.split("\n"))
    return {word: rest for word, _, rest in parted if word}


def _put(lines: dict[str, str], word: str, rest: str) -> None:
    if rest:
        lines[word] = rest
    else:
        lines.pop(word, None)


def _joined(lines: Mapping[str, str]) -> str:
    return "\n".join(f"{word} {rest}" for word, rest in sorted(lines.items()))


def _names(shape: IndexShape) -> Iterable[str]:
    yield from (f"w{number}" for number in range(shape.word_shards))
    yield from (f"p{number}" for number in range(shape.prefix_shards))


def _word_shards(shape: IndexShape) -> Callable[[str], str]:
    """Word → the name of its shard."""
    names = [f"w{number}" for number in range(shape.word_shards)]
    return lambda word: names[crc32(word.encode()) % len(names)]


def _prefix_shards(shape: IndexShape) -> Callable[[str], str]:
    """Word → the name of the shard from which it is completed."""
    names = [f"p{number}" for number in range(shape.prefix_shards)]
    return lambda word: names[crc32(word[:PREFIX].encode()) % len(names)]


def _is_completed(word: str) -> bool:
    return len(word) > PREFIX and not word.isdigit()


def _spell(tiered: Tiered) -> str:
    """The lightest tier first, because most words are in no other."""
    return " ".join(map(_spell_numbers, reversed(tiered))).rstrip(" ")


def _spell_numbers(numbers: list[int]) -> str:
    if not numbers:
        return ""
    first = _SPELLED[numbers[0]]
    if len(numbers) == 1:
        return first
    return first + "".join(map(_SPELLED.__getitem__, map(sub, numbers[1:], numbers)))


class _Spelled(dict[int, str]):
    """Number → its digits; each is spelled once."""

    def __missing__(self, number: int) -> str:
        left, digit = divmod(number, len(_LAST))
        spelled = _LAST[digit]
        while left:
            left, digit = divmod(left - 1, len(_MORE))
            spelled = _MORE[digit] + spelled
        self[number] = spelled
        return spelled


_SPELLED = _Spelled()


def _read(spelled: str) -> Tiered:
    lists = [_read_numbers(part) for part in spelled.split(" ")]
    return (*([] for _ in range(TIERS - len(lists))), *reversed(lists))


def _read_numbers(spelled: str) -> list[int]:
    numbers: list[int] = []
    last = high = 0
    for digit in spelled:
        place = _VALUES[digit]
        if place < 0:
            high = high * len(_MORE) - place
        else:
            last += high * len(_LAST) + place
            numbers.append(last)
            high = 0
    return numbers


_VALUES = {digit: value for value, digit in enumerate(_LAST)} | {
    digit: -value - 1 for value, digit in enumerate(_MORE)
}
