"""How an index is cut."""

from itertools import pairwise

from site_builder.model.search import IndexShape


def test_shards_stay_small_and_their_number_changes_rarely() -> None:
    """One shard for a small site, few steps from there; an average shard never grows."""
    sizes = [int(1.3**power) for power in range(20, 64)]
    shapes = [IndexShape(postings=size, words=size // 20, completions=size // 30) for size in sizes]
    assert (shapes[0].word_shards, shapes[0].prefix_shards) == (1, 1)
    for shape in shapes:
        assert (shape.postings + 9 * shape.words) / shape.word_shards <= 3_072
        assert shape.completions / shape.prefix_shards <= 384
    steps = sorted({shape.word_shards for shape in shapes})
    assert steps[:8] == [1, 2, 3, 4, 6, 8, 12, 16]
    assert all(other / one >= 4 / 3 for one, other in pairwise(steps))
