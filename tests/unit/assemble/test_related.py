"""What to read next."""

from itertools import islice

import pytest

from site_builder.model.document import Document
from tests.drawing import site_of


def _related(drawing: str) -> dict[str, list[str]]:
    site = site_of(drawing).value
    assert site is not None
    return {_name(site.by_path[path]): [*map(_name, found)] for path, found in site.related.items()}


def _name(document: Document) -> str:
    return document.meta.slug.value


def _posts(*facts: str) -> str:
    lines = (f"  2023-01-{day:02}-p{day}-en {fact}" for day, fact in enumerate(facts, 1))
    return "posts\n" + "\n".join(lines)


def test_more_shared_tags_come_first_then_the_nearer_in_time() -> None:
    """p5 shares two tags with p1; p2 and p4 one each, and p2 is nearer."""
    found = _related(_posts("tags=x,y", "tags=x", "tags=z", "tags=x", "tags=x,y"))
    assert found["p1"] == ["p5", "p2", "p4"]
    assert "p3" not in found


def test_a_rare_tag_counts_more_than_a_common_one() -> None:
    """What two posts alone have in common is no accident."""
    facts = ["tags=rare,all", *["tags=all"] * 9, "tags=rare"]
    assert _related(_posts(*facts))["p1"][0] == "p11"


def test_languages_do_not_mix() -> None:
    """A reader is offered what they can read."""
    found = _related("posts\n  2023-01-01-a-en tags=x\n  2023-01-02-b-es tags=x")
    assert found == {}


def test_parts_of_a_series_are_offered_by_the_series() -> None:
    """They share their tags, and would leave no room for anything else."""
    found = _related(_posts("tags=x series=S", "tags=x series=S", "tags=x"))
    assert found["p1"] == ["p3"]


@pytest.mark.parametrize("more", [1, 5])
def test_a_new_post_changes_the_newest_of_its_tag_alone(more: int) -> None:
    """So it makes no old page anew: forty posts of one tag, and some on top."""
    before = _related(_posts(*["tags=x"] * 25))
    after = _related(_posts(*["tags=x"] * (25 + more)))
    old = dict(islice(reversed(before.items()), 20))
    assert {name: after[name] for name in old} == old
