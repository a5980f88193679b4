"""What deploy says it did."""

from dataclasses import replace

from site_builder.model.deployment import Deployment
from site_builder.report.deployment import deployment_lines, deployment_object

DONE = Deployment(
    remote="origin",
    branch="gh-pages",
    is_new_branch=False,
    new=tuple(f"p{number}/index.html" for number in range(7)),
    changed=("index.html",),
    removed=(),
    files=39,
    total_bytes=5 * 1024 * 1024 // 2,
    commit="0123456789abcdef",
    is_dry_run=False,
)


def test_counts_and_a_few_names_are_said() -> None:
    """Of many the first, and how many more."""
    new, changed, removed, last = deployment_lines(DONE)
    assert new.split()[:2] == ["new", "7"]
    assert new.endswith("p4/index.html and 2 more")
    assert changed.split() == ["changed", "1", "index.html"]
    assert removed.split() == ["removed", "0"]
    assert last == " ✓ 39 files, 2.5 MB, on gh-pages of origin   0123456789"


def test_a_dry_run_and_an_unchanged_site_say_that_nothing_was_pushed() -> None:
    """Nobody has to guess."""
    dry = list(deployment_lines(replace(DONE, is_dry_run=True, commit="")))
    assert dry[-1].endswith("would be on gh-pages of origin; nothing was pushed")
    (same,) = deployment_lines(replace(DONE, new=(), changed=()))
    assert same == " ✓ gh-pages of origin holds this site already; nothing was pushed"


def test_a_new_branch_has_to_be_chosen_on_github() -> None:
    """The next step is said once."""
    assert "Settings, Pages" in list(deployment_lines(replace(DONE, is_new_branch=True)))[-1]


def test_the_object_has_every_path() -> None:
    """Programs get all."""
    told = deployment_object(DONE)
    assert told["new"] == list(DONE.new)
    assert (told["files"], told["dry_run"], told["unchanged"]) == (39, False, False)
