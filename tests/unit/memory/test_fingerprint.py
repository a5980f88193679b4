"""Digests of values: equal exactly when the values are."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from site_builder.memory.fingerprint import Fingerprints, digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    chrome: Chrome
    words: tuple[str, ...]
    count: int | None


pages = st.builds(
    Page,
    chrome=st.builds(Chrome, title=st.text()),
    words=st.lists(st.text()).map(tuple),
    count=st.none() | st.integers(),
)


@given(pages, pages)
def test_equal_fingerprints_mean_equal_values(one: Page, other: Page) -> None:
    """Two pages have one fingerprint exactly when they are the same page."""
    prints = Fingerprints()
    assert (prints.of(one) == prints.of(other)) == (one == other)


def test_the_order_of_words_and_their_borders_count() -> None:
    """("ab", "c") is not ("a", "bc"), and a text is not the list of it."""
    prints = Fingerprints()
    values = [("ab", "c"), ("a", "bc"), ("abc",), "abc", ("c", "ab")]
    assert len({prints.of(value) for value in values}) == len(values)


def test_a_mapping_is_the_same_in_any_order() -> None:
    """How a mapping was filled does not change what it says."""
    prints = Fingerprints()
    assert prints.of({"a": 1, "b": 2}) == prints.of({"b": 2, "a": 1})


def test_bytes_are_named_by_sha256() -> None:
    """The digest of nothing is the one every implementation gives."""
    assert digest_bytes(b"").startswith("e3b0c44298fc1c149afbf4c8996fb924")
