"""Digests of values: equal exactly when the values are."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, fields, replace
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.memory.fingerprint import Fingerprints, digest_bytes, digest_code
from site_builder.model.list_view import ListView
from tests.drawing import plan_of


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


def _variants(value: object) -> Iterator[object]:
    """``value`` with one thing changed, for every thing in it, however deep."""
    match value:
        case tuple():
            yield (*value, "more")
            for place, item in enumerate(value):
                yield from ((*value[:place], one, *value[place + 1 :]) for one in _variants(item))
        case Mapping():
            yield {**value, "more": "something"}
        case Enum():
            yield from (other for other in type(value) if other is not value)
        case None | bool() | str() | int() | float():
            yield f"not {value}"
        case _:
            for field in fields(value):
                for one in _variants(getattr(value, field.name)):
                    yield replace(value, **{field.name: one})


SITE = """
posts
  2023-01-01-a-en  title=A tags=x,y image=true audio=true
  2023-01-01-a-es  translated title=B body="## H\\n\\n## I\\n\\n## J\\n\\n[b](2023-01-02-b-en.md)"
  2023-01-02-b-en
pages
  about-en
  index-en
"""


@pytest.mark.parametrize("is_brief", [False, True])
def test_no_part_of_a_view_is_forgotten(*, is_brief: bool) -> None:
    """Whatever changes in a page's view, in whichever depth, its fingerprint changes."""
    plan = plan_of(SITE, static="2023-01-01-a.mp3 assets/images/2023-01-01-a.jpg").value
    assert plan is not None
    kinds = {type(route.view): route.view for route in plan.routes}
    assert len(kinds) > 6
    for view in kinds.values():
        prints = Fingerprints(is_brief=is_brief)
        changed = list(_variants(view))
        seen = {prints.of(one) for one in changed}
        assert prints.of(view) not in seen
        assert len(seen) == len(set(map(repr, changed)))
        # The same view made anew, sharing no object, has the same fingerprint.
        again = Fingerprints(is_brief=is_brief)
        assert again.of(deepcopy(view)) == prints.of(view)


def test_what_is_brief_holds_little() -> None:
    """A list that nobody reads again names its posts by their digests."""
    plan = plan_of(SITE).value
    assert plan is not None
    view = next(route.view for route in plan.routes if isinstance(route.view, ListView))
    assert view.entries
    whole, brief = Fingerprints().spell(view), Fingerprints(is_brief=True).spell(view)
    assert view.entries[0].href in whole
    assert view.entries[0].href not in brief


def test_what_makes_pages_is_code_and_how_languages_are_spelled(tmp_path):
    """Another month's name makes pages anew, as another line of code does; bytecode does not."""
    digests = []
    for name, text in (("a.py", "a"), ("b.json", "{}"), ("b.json", '{"a": 1}'), ("c.pyc", "x")):
        (tmp_path / name).write_text(text)
        digests.append(digest_code(tmp_path))
    assert len({*digests[:3]}) == 3
    assert digests[3] == digests[2]
