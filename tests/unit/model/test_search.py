"""How an index is cut."""

from site_builder.model.search import IndexShape


def test_shards_stay_small_and_their_number_changes_rarely() -> None:
    """One shard for a small site, powers of two from there; an average shard never grows."""
    sizes = [1 << power for power in range(8, 24)]
    shapes = [IndexShape(postings=size, words=size // 20, completions=size // 30) for size in sizes]
    assert (shapes[0].word_shards, shapes[0].prefix_shards) == (1, 1)
    for shape in shapes:
        assert shape.word_shards & (shape.word_shards - 1) == 0
        assert (shape.postings + 4 * shape.words) / shape.word_shards <= 2_048
        assert shape.completions / shape.prefix_shards <= 256
