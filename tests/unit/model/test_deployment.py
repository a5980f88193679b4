"""What became of a deployment, beside what the branch held before."""

from dataclasses import replace

import pytest

from site_builder.model.deployment import Deployment

SAME = Deployment(
    remote="origin",
    branch="gh-pages",
    is_new_branch=False,
    new=(),
    changed=(),
    removed=(),
    files=9,
    total_bytes=100,
    commit="",
    is_dry_run=False,
)


def test_a_branch_that_holds_the_site_already_is_unchanged() -> None:
    """Whether it was asked in earnest or not."""
    assert SAME.is_unchanged
    assert replace(SAME, is_dry_run=True).is_unchanged


@pytest.mark.parametrize("what", ["new", "changed", "removed"])
def test_one_file_is_a_change(what: str) -> None:
    """One that goes too."""
    assert not replace(SAME, **{what: ("a/index.html",)}).is_unchanged
